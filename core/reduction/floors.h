// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// A floor for another rule: the plain model with as many tokens removed in each layer of each text, chosen without any
/// training. What the other rule has learned shows in the difference.
struct FloorRun {
    std::string rule;                                  ///< one of floorNames()
    std::span<const std::vector<std::uint32_t>> alive; ///< of each text, n_0 .. n_L as the other rule leaves them
    std::uint64_t seed = 0;                            ///< of "random"
};

/// "random", "attention-topk", "first", "last".
[[nodiscard]] std::vector<std::string> floorNames();
/// The model as the floor runs it, for what the run costs. Throws Error if no floor has that name.
[[nodiscard]] ModelInfo withFloor(ModelInfo model, const std::string &rule);

} // namespace adaplens
