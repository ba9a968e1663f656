// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluate.h"
#include "core/sweep/sweep.h"

#include <optional>
#include <span>

namespace adaplens {

struct FigureOptions {
    std::optional<std::size_t> f1Class = {}; ///< also F1, of this class
    BootstrapOptions bootstrap = {};
};

/// Fills a point with what an evaluation found of its model.
void fillPoint(SweepPoint &point, const Evaluation &evaluation, const FigureOptions &options);
/// The same of one of the floors beside it.
void fillFloorPoint(SweepPoint &point, const Evaluation &evaluation, const FloorEvaluation &floor,
                    const FigureOptions &options);

/// F1 of a class among the model's answers, and what it is ahead of the plain ones', examples drawn with replacement.
/// F1 = 2 right / (gold + answered), 0 where there is neither.
struct F1 {
    Interval model, difference;
};
[[nodiscard]] F1 f1Of(std::span<const Answer> answers, std::size_t label, const BootstrapOptions &bootstrap);

/// Ratio of the sums of milliseconds, plain over model, batches drawn with replacement; of a single batch a number
/// alone.
[[nodiscard]] Interval speedupOf(std::span<const BatchTime> times, const BootstrapOptions &bootstrap);

} // namespace adaplens
