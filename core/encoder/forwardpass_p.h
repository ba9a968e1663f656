// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace adaplens {

/// What a forward pass shall keep for the scores that are read from it.
struct ForwardNeeds {
    bool attention = false;
    bool gradients = false;
};

/// A forward pass over one text of n pieces, nothing dropped.
struct ForwardPass {
    at::Tensor logits;                 ///< [K]
    std::vector<at::Tensor> attention; ///< [L] of [n, n], heads averaged; row = query
    std::vector<at::Tensor> states;    ///< [L] of [n, H]: h^l entering layer l, ready for gradients
};

/// Throws Error if a number is infinite or NaN.
void requireFinite(const at::Tensor &logits, const ModelInfo &info);

/// [rows, H] states entering the first layer -> [B, K] logits. `kept`: where not null, receives what `needs` asks for;
/// attention of one sequence only. Asks `stop` before each layer; empty = stopped.
[[nodiscard]] std::optional<at::Tensor> runLayers(const Weights &weights, const ModelInfo &info, at::Tensor rows,
                                                  const Layout &layout, const std::stop_token &stop,
                                                  const ForwardNeeds &needs = {}, ForwardPass *kept = nullptr);

/// The same for one text, from its pieces.
[[nodiscard]] std::optional<ForwardPass> runForward(const Weights &weights, const ModelInfo &info,
                                                    const Encoding &encoding, const ForwardNeeds &needs,
                                                    const std::stop_token &stop);

/// Token scores read from one pass, [L][n], each layer summing to 1: methods of their own, and what the token map shows
/// of a model that drops nothing.

/// Attention: the row of [CLS] in the head-averaged attention of each layer.
[[nodiscard]] std::vector<std::vector<float>> attentionScores(const ForwardPass &pass);
/// Saliency: || dz_c/dh^l_i (elementwise *) h^l_i ||_2, c = `target`, one pass backward for all layers: gradient
/// times input, as Modarressi et al. 2022 take it.
[[nodiscard]] std::vector<std::vector<float>> saliencyScores(const ForwardPass &pass, std::size_t target);

/// Scores to values that sum to 1; all equal where all are 0. Throws Error if one is infinite or NaN.
[[nodiscard]] std::vector<float> sharesOf(const at::Tensor &scores);

} // namespace adaplens
