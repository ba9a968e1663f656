// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"

#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// A sweep under the name it has on the screen.
struct NamedSweep {
    QString name;
    QString path; ///< of its file, absolute
    std::shared_ptr<const adaplens::Sweep> sweep;
    bool operator==(const NamedSweep &) const = default;
};

/// What is to be shown of sweeps, and over what.
struct TradeoffChoices {
    QString split; ///< of the measured points; published ones are shown of all
    adaplens::SpeedAxis speed = adaplens::SpeedAxis::Flops;
    adaplens::ScoreAxis score = adaplens::ScoreAxis::Accuracy;
    bool intervals = true;
    bool published = true;
    QSet<QString> hidden; ///< methods that are left out
    bool operator==(const TradeoffChoices &) const = default;
};

/// The trade of accuracy against cost as it is on the screen: what plot, table, legend and exports show.
struct Tradeoff {
    struct Point {
        std::size_t sweep = 0, index = 0;     ///< place in `sweeps`, and among the points of that sweep
        std::optional<double> speed, score{}; ///< its coordinates; empty where it has none
        bool front = false;                   ///< no other measured point of its sweep that is shown beats it
        [[nodiscard]] bool placed() const { return speed && score; }
    };

    std::vector<NamedSweep> sweeps; ///< of one data set
    TradeoffChoices choices;
    std::vector<Point> points; ///< in the order of the sweeps, also those that could not be run

    [[nodiscard]] const adaplens::Sweep &sweepOf(std::size_t point) const { return *sweeps[points[point].sweep].sweep; }
    [[nodiscard]] const adaplens::SweepPoint &at(std::size_t point) const
    {
        return sweepOf(point).points[points[point].index];
    }
    /// The same point as `index` of `other`, if it is shown here, too.
    [[nodiscard]] std::optional<std::size_t> find(const Tradeoff &other, std::size_t index) const;
};

[[nodiscard]] Tradeoff tradeoffOf(std::vector<NamedSweep> sweeps, const TradeoffChoices &choices);

/// A sweep that holds the points alone that are shown of the one at this place.
[[nodiscard]] adaplens::Sweep shownOf(const Tradeoff &tradeoff, std::size_t sweep);

/// What names of one data set have in common: "SST-2" and "sst2" are the same.
[[nodiscard]] QString dataKey(const std::string &name);
