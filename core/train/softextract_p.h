// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"

#include <cstddef>
#include <vector>

namespace adaplens {

/// [rows] int64: which place a token takes in its sequence by `received`, the attention that it receives: [CLS] the
/// first, 0, then the most significant ones first, of equal ones the earlier.
[[nodiscard]] at::Tensor significanceRanks(const at::Tensor &received, const Layout &layout);

/// A forward pass in which the less significant tokens are made smaller instead of going.
struct ExtractPass {
    at::Tensor logits; ///< [B, K]
    double kept = 1;   ///< mean over layers and tokens of what they were multiplied by
};

/// PoWER-BERT's soft extraction: in layer l, between attention and feed-forward part, the token at place k of the order
/// is multiplied by r_l[k]. `retention`: r, [L, N], N at least the longest sequence. Differentiable in weights and
/// retention; the order has no gradient. Source: Goyal et al., ICML 2020, section 4.
[[nodiscard]] ExtractPass runSoftExtract(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                                         const at::Tensor &retention, const PassOptions &options);

/// sum_l (l + 1) sum_k r_l[k]: what the search weighs with lambda. Later layers cost more, since what they keep all those
/// before them must keep. Scalar.
[[nodiscard]] at::Tensor retentionMass(const at::Tensor &retention);

/// How many tokens each layer keeps: trunc(sum_k r_l[k]), at least 1, at most what the layer before keeps.
[[nodiscard]] std::vector<std::size_t> configurationOf(const at::Tensor &retention);

} // namespace adaplens
