// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/plan_p.h"
#include "core/sweep/sweepfolder_p.h"

#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// One evaluation: a model, its thresholds scaled in one way, on one split, with the floors at its budget. Its points are
/// indices into Sweep::points.
struct SweepJob {
    std::optional<double> scale = {};      ///< empty = the model as it is
    std::string split = {};                ///< its name
    std::optional<std::size_t> point = {}; ///< empty where only the floors are wanted
    std::vector<std::size_t> floors = {};  ///< one a floor asked for
    std::size_t work = 0;                  ///< passes over examples

    [[nodiscard]] std::vector<std::size_t> points() const;
};

/// The evaluations of a model in the order of its points, which are added, not run yet. `splits` in their order, with
/// what `settings` know of them.
[[nodiscard]] std::vector<SweepJob> jobsOf(const PlannedModel &model, const std::vector<std::string> &floors,
                                           const std::vector<SweepSplit> &splits, const SweepSettings &settings,
                                           std::vector<SweepPoint> &points);

} // namespace adaplens
