// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/tradeoff.h"

using adaplens::PointStatus;
using adaplens::SweepPoint;

namespace {

/// Marks the points of the front of one sweep. Fronts over several would compare what was not measured alike.
void markFront(Tradeoff &tradeoff, std::size_t sweep)
{
    std::vector<SweepPoint> competing;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < tradeoff.points.size(); ++i) {
        if (tradeoff.points[i].sweep == sweep && tradeoff.at(i).status == PointStatus::Done) {
            competing.push_back(tradeoff.at(i));
            places.push_back(i);
        }
    }
    for (const std::size_t place : adaplens::paretoFront(competing, tradeoff.choices.speed, tradeoff.choices.score)) {
        tradeoff.points[places[place]].front = true;
    }
}

} // namespace

std::optional<std::size_t> Tradeoff::find(const Tradeoff &other, std::size_t index) const
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (sweeps[points[i].sweep].path == other.sweeps[other.points[index].sweep].path &&
            at(i).id == other.at(index).id) {
            return i;
        }
    }
    return std::nullopt;
}

Tradeoff tradeoffOf(std::vector<NamedSweep> sweeps, const TradeoffChoices &choices)
{
    Tradeoff tradeoff{std::move(sweeps), choices, {}};
    for (std::size_t s = 0; s < tradeoff.sweeps.size(); ++s) {
        const std::vector<SweepPoint> &points = tradeoff.sweeps[s].sweep->points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool chosen = points[i].status == PointStatus::Published
                                    ? choices.published
                                    : QString::fromStdString(points[i].split) == choices.split;
            if (chosen && !choices.hidden.contains(QString::fromStdString(points[i].method))) {
                tradeoff.points.push_back({s, i, speedOf(points[i], choices.speed), scoreOf(points[i], choices.score)});
            }
        }
        markFront(tradeoff, s);
    }
    return tradeoff;
}

adaplens::Sweep shownOf(const Tradeoff &tradeoff, std::size_t sweep)
{
    adaplens::Sweep shown = *tradeoff.sweeps[sweep].sweep;
    shown.points.clear();
    for (std::size_t i = 0; i < tradeoff.points.size(); ++i) {
        if (tradeoff.points[i].sweep == sweep) {
            shown.points.push_back(tradeoff.at(i));
        }
    }
    return shown;
}

QString dataKey(const std::string &name)
{
    QString key;
    for (const QChar c : QString::fromStdString(name).toLower()) {
        if (c.isLetterOrNumber()) {
            key += c;
        }
    }
    return key;
}
