// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/encoder_p.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace adaplens {

/// Token scores of one text under a model that drops nothing, [L][n], each layer summing to 1: what the token map shows
/// in place of contributions. Asks `stop` before each layer; empty = stopped.

/// Attention: the row of [CLS] in the head-averaged attention of each layer.
[[nodiscard]] std::optional<std::vector<std::vector<float>>> attentionScores(const Weights &weights,
                                                                             const ModelInfo &info,
                                                                             const Encoding &encoding,
                                                                             const std::stop_token &stop = {});
/// Saliency: || dz_c/dh^l_i (elementwise *) h^l_i ||_2, c the predicted class. Source: design notes, section 4.
[[nodiscard]] std::optional<std::vector<std::vector<float>>> saliencyScores(const Weights &weights,
                                                                            const ModelInfo &info,
                                                                            const Encoding &encoding,
                                                                            const std::stop_token &stop = {});

} // namespace adaplens
