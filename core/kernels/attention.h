// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"

#include <cstdint>
#include <span>

namespace adaplens {

/// Self-attention of a ragged batch without padding, softmax(q k^T / sqrt(H / heads)) v of each head (Vaswani et al.
/// 2017), H = `hidden`. `projected` [rows, 3 H]: query, key and value of each token, heads beside one another; sequence
/// b at rows [offsets[b], offsets[b + 1]). `context` [rows, H]. In bfloat16 and in int8 what is multiplied is rounded
/// to bfloat16, where the processor has instructions for it; softmax and sums are float32 in every precision.
/// `received` [rows], where not null: the attention that each token receives from the others of its sequence, averaged
/// over heads and summed over queries (the significance of Goyal et al. 2020, PoWER-BERT, without the diagonal).
void raggedAttention(const float *projected, std::span<const std::int64_t> offsets, std::int64_t heads,
                     std::int64_t hidden, float *context, Precision precision = Precision::Float32,
                     float *received = nullptr);

} // namespace adaplens
