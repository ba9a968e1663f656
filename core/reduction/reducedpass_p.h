// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduction/reducer_p.h"
#include "core/trace/trace.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace adaplens {

/// A forward pass with tokens removed, of a batch of B sequences through L layers.
struct ReducedPass {
    at::Tensor logits;                                 ///< [B, K]
    std::vector<std::vector<std::uint32_t>> alive;     ///< [B][L + 1]: n_0 .. n_L
    std::vector<std::size_t> nearTies;                 ///< [B]
    std::vector<std::vector<LayerTrace>> layers;       ///< [B][L], only where recorded
    std::vector<std::vector<std::uint32_t>> survivors; ///< [B], only where recorded
};

/// Runs a ragged batch, taking the rows of dropped tokens out of the states. No gradients. Asks `stop` before each
/// layer; empty = stopped.
[[nodiscard]] std::optional<ReducedPass> runReduced(const Weights &weights, const ModelInfo &info,
                                                    const BatchInput &batch, const Reducer &reducer,
                                                    bool record = false, const PassOptions &options = {},
                                                    const std::stop_token &stop = {});

} // namespace adaplens
