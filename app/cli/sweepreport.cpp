// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweepreport.h"

#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <algorithm>
#include <set>
#include <vector>

namespace adaplens::cli {

namespace {

std::string times(const std::optional<double> &speedup)
{
    return rightAligned(speedup ? format("%.2fx", *speedup) : "", 9);
}

std::string share(const std::optional<Interval> &figure)
{
    return rightAligned(figure ? format("%.4f", figure->mean) : "", 10);
}

std::string lineOf(const SweepPoint &point, bool f1, bool onFront)
{
    const std::string name =
        point.id.ends_with('-' + point.split) ? point.id.substr(0, point.id.size() - point.split.size() - 1) : point.id;
    std::string line = padded(name, 40) + ' ' + padded(point.split, 6) +
                       rightAligned(point.n > 0 ? std::to_string(point.n) : "", 8) + share(point.accuracy);
    line += f1 ? share(point.f1) : "";
    line += times(speedOf(point, SpeedAxis::Flops)) + times(speedOf(point, SpeedAxis::FlopsPadded)) +
            times(speedOf(point, SpeedAxis::Time)) + (onFront ? " *" : "  ");
    if (point.status != PointStatus::Done) {
        line += std::string(" ") + nameOf(point.status) + ": " + printable(point.reason);
    }
    return line + '\n';
}

/// Indices of the points on the front of their split, by exact operations.
std::set<std::size_t> frontOf(const Sweep &sweep)
{
    std::set<std::size_t> front;
    std::set<std::string> splits;
    for (const SweepPoint &point : sweep.points) {
        splits.insert(point.split);
    }
    for (const std::string &split : splits) {
        std::vector<SweepPoint> points;
        std::vector<std::size_t> indices;
        for (std::size_t i = 0; i < sweep.points.size(); ++i) {
            if (sweep.points[i].split == split) {
                points.push_back(sweep.points[i]);
                indices.push_back(i);
            }
        }
        for (const std::size_t i : paretoFront(points, SpeedAxis::Flops, ScoreAxis::Accuracy)) {
            front.insert(indices[i]);
        }
    }
    return front;
}

} // namespace

std::string sweepReport(const Sweep &sweep)
{
    const bool f1 = !sweep.f1Label.empty();
    const std::set<std::size_t> front = frontOf(sweep);
    std::string text = row("Data", printable(sweep.data)) + '\n';
    text += padded("point", 40) + ' ' + padded("split", 6) + rightAligned("n", 8) + rightAligned("accuracy", 10) +
            (f1 ? rightAligned("F1", 10) : "") + rightAligned("FLOPs", 9) + rightAligned("padded", 9) +
            rightAligned("time", 9) + '\n';
    for (std::size_t i = 0; i < sweep.points.size(); ++i) {
        text += lineOf(sweep.points[i], f1, front.contains(i));
    }
    text += "\n* no other point of the split is as accurate and takes fewer operations.\n";
    return sweep.conditions ? text + row("Conditions", describe(*sweep.conditions)) : text;
}

} // namespace adaplens::cli
