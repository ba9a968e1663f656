// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduction/reducer_p.h"

#include <span>
#include <string>

namespace adaplens {

/// Throws Error if a score is not finite: no comparison with it would hold, and the answer look sound.
void requireFiniteScores(std::span<const float> scores, const std::string &model);

/// Appends the scores of a sequence, none negative, to raw and adjusted as shares that sum to 1 (equal ones where all
/// are 0), and what they were divided by to the scales. Returns that.
float addShares(std::span<const float> scores, Decision &decision);

/// Decides about a sequence by its scores: the `most` best tokens stay, [CLS] always and counted among them, of equal
/// ones the earlier. `most` is at least 1. The threshold is the least share that stays besides [CLS]'s.
void keepBest(std::span<const float> scores, std::size_t most, Decision &decision);

} // namespace adaplens
