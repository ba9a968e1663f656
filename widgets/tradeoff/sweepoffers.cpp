// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/sweepoffers.h"

#include "widgets/style/pointstyle.h"

#include <algorithm>
#include <iterator>
#include <map>

using adaplens::PointStatus;
using adaplens::SweepPoint;

namespace offers {

std::vector<std::pair<QString, QString>> dataSets(std::span<const NamedSweep> sweeps)
{
    std::vector<std::pair<QString, QString>> sets;
    std::map<QString, std::pair<std::size_t, std::size_t>> points; // measured here, in all
    for (const NamedSweep &sweep : sweeps) {
        const QString key = dataKey(sweep.sweep->data);
        if (std::ranges::none_of(sets, [&](const auto &set) { return set.first == key; })) {
            sets.emplace_back(key, QString::fromStdString(sweep.sweep->data));
        }
        points[key].first +=
            static_cast<std::size_t>(std::ranges::count(sweep.sweep->points, PointStatus::Done, &SweepPoint::status));
        points[key].second += sweep.sweep->points.size();
    }
    std::ranges::stable_sort(sets, std::ranges::greater(), [&](const auto &set) { return points.at(set.first); });
    return sets;
}

std::vector<NamedSweep> ofDataSet(std::span<const NamedSweep> sweeps, const QString &key)
{
    std::vector<NamedSweep> chosen;
    std::ranges::copy_if(sweeps, std::back_inserter(chosen),
                         [&](const NamedSweep &sweep) { return dataKey(sweep.sweep->data) == key; });
    return chosen;
}

QStringList splits(std::span<const NamedSweep> sweeps)
{
    QStringList all;
    for (const NamedSweep &sweep : sweeps) {
        for (const SweepPoint &point : sweep.sweep->points) {
            const QString split = QString::fromStdString(point.split);
            if (point.status != PointStatus::Published && !all.contains(split)) {
                all << split;
            }
        }
    }
    return all;
}

bool hasScore(std::span<const NamedSweep> sweeps, adaplens::ScoreAxis axis)
{
    return std::ranges::any_of(sweeps, [axis](const NamedSweep &sweep) {
        return std::ranges::any_of(sweep.sweep->points,
                                   [axis](const SweepPoint &point) { return scoreOf(point, axis).has_value(); });
    });
}

std::vector<Method> methods(std::span<const NamedSweep> sweeps, bool published)
{
    std::map<std::pair<std::size_t, std::string>, QString> titles;
    for (const NamedSweep &sweep : sweeps) {
        for (const SweepPoint &point : sweep.sweep->points) {
            if (published || point.status != PointStatus::Published) {
                titles.emplace(std::pair(pointstyle::rank(point.method), point.method),
                               QString::fromStdString(point.title));
            }
        }
    }
    std::vector<Method> all;
    for (const auto &[method, title] : titles) {
        all.push_back({method.second, title});
    }
    return all;
}

} // namespace offers
