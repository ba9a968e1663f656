// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"

#include <cstdint>
#include <span>
#include <vector>

namespace adaplens {

/// Indices of a training set, split in two; what belongs to neither was left out because a held-out text contains it.
struct Holdout {
    std::vector<std::size_t> train, validation;
};

/// Carves a split for choosing epochs and hyperparameters off a training set. `amount` below 1 is a share, else a
/// number of examples, drawn at random by `seed`.
/// With `phrases`, examples may be parts of one another (SST-2 lists every constituent of a sentence): only texts that
/// no other text contains can be held out, and whatever a held-out text contains is not trained on.
[[nodiscard]] Holdout holdOut(std::span<const Example> examples, double amount, bool phrases, std::uint64_t seed);

} // namespace adaplens
