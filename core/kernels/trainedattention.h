// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/dropout.h"

#include <cstdint>
#include <span>

namespace adaplens {

/// Self-attention of a ragged batch in training: dropout(softmax(q k^T / sqrt(H / heads) + bias of the key)) v of each
/// head (Vaswani et al. 2017), and its gradients. Products are of bfloat16 where the processor has them, all else is
/// float32. Values of a head, H / heads, are divisible by 16.
struct TrainedAttention {
    std::span<const std::int64_t> offsets; ///< sequence b at rows [offsets[b], offsets[b + 1])
    std::int64_t heads, hidden;
    const std::uint16_t *projected; ///< [rows, 3 H] in bfloat16: query, key and value, heads beside one another
    const float *keyBias;           ///< [rows], or null
    Dropout dropout;                ///< of probabilities
    float *sums;                    ///< [heads, rows]: log of the sum that each query's softmax divides by
};

/// `context` [rows, H] in bfloat16; writes `sums`. `received` [rows], where not null: what each token receives from the
/// others, as raggedAttention() gives it, of the probabilities that dropout leaves.
void attentionForward(const TrainedAttention &task, std::uint16_t *context, float *received = nullptr);

/// Reads `sums` and `gradient`, that of the context. `ofProjected` [rows, 3 H]; `ofKeyBias` [rows], null where nobody
/// asks. The same whatever the threads.
void attentionBackward(const TrainedAttention &task, const std::uint16_t *gradient, std::uint16_t *ofProjected,
                       float *ofKeyBias);

} // namespace adaplens
