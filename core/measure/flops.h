// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

#include <cstdint>
#include <span>

namespace adaplens {

/// Exact operations of the plain model on n tokens, of its matrix products alone (multiply and add counted apart): per
/// layer (8 H^2 + 4 H I) n for the linear parts and 4 H n^2 for attention, pooler 2 H^2, classifier 2 H K;
/// where embeddings have another size E, 2 E H n.
[[nodiscard]] double flopsPlain(const ModelInfo &model, std::size_t tokens);

/// The same of the reduced pass, what the model's rule computes included. `alive` = n_0 .. n_L as in Outcome.
[[nodiscard]] double flopsReduced(const ModelInfo &model, std::span<const std::uint32_t> alive);

/// The same if the text were padded to `length`, as published speed-ups count; the plain model's is then flopsPlain() of
/// that length. Where a rule drops padding is its own affair.
[[nodiscard]] double flopsPadded(const ModelInfo &model, std::span<const std::uint32_t> alive, std::size_t length);

/// Sums over sequences that are all padded to the longest of them.
struct PaddedFlops {
    double plain = 0, reduced = 0;
    std::size_t longest = 0; ///< tokens
    /// Ratio of the sums: what padding costs the plain model is won by dropping it.
    [[nodiscard]] double speedup() const { return reduced > 0 ? plain / reduced : 1.0; }
};
/// `plain`: the model that `model` is compared with; `alive` = n_0 .. n_L of one sequence after the other; `least`: padded
/// to that length where none is as long.
[[nodiscard]] PaddedFlops flopsAllPadded(const ModelInfo &model, const ModelInfo &plain,
                                         std::span<const std::uint32_t> alive, std::size_t least = 0);

} // namespace adaplens
