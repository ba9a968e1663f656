// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tradeoff/tradeoff.h"

#include <QStringList>

#include <span>
#include <string>
#include <utility>

/// What there is to choose from in sweeps: pure functions of what was read.
namespace offers {

struct Method {
    std::string name; ///< in files
    QString title;
    bool operator==(const Method &) const = default;
};

/// Data sets by key, with the name that the first sweep of each gives it; those with most points, measured ones above
/// all, come first.
[[nodiscard]] std::vector<std::pair<QString, QString>> dataSets(std::span<const NamedSweep> sweeps);
/// Those of a data set.
[[nodiscard]] std::vector<NamedSweep> ofDataSet(std::span<const NamedSweep> sweeps, const QString &key);
/// Splits of measured points, in the order in which they come.
[[nodiscard]] QStringList splits(std::span<const NamedSweep> sweeps);
/// Whether any point has such a score.
[[nodiscard]] bool hasScore(std::span<const NamedSweep> sweeps, adaplens::ScoreAxis axis);
/// Methods in the order in which they are listed everywhere; with or without those that have published points alone.
[[nodiscard]] std::vector<Method> methods(std::span<const NamedSweep> sweeps, bool published);

} // namespace offers
