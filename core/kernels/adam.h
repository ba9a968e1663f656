// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace adaplens {

/// A run of `count` weights with their gradient and moments, for one step of Adam.
struct AdamRun {
    float *value, *first, *second;
    const float *gradient;
    std::uint16_t *rounded; ///< the new values in bfloat16; null where nobody asks
    std::int64_t count;
    float keep; ///< 1 - learning rate * weight decay
    float size; ///< learning rate / (1 - beta1^t)
};

struct AdamRates {
    float beta1, beta2;
    float root; ///< 1 / sqrt(1 - beta2^t)
    float epsilon;
    float gradients; ///< what each gradient is multiplied by first: clipping
};

/// One step of AdamW (Loshchilov & Hutter 2019) for all runs, in one pass over memory, which is what it takes time for.
void adamStep(std::span<const AdamRun> runs, const AdamRates &rates);

/// Sum of squares of `count` values, in double; the same whatever the threads.
[[nodiscard]] double squaredNorm(const float *x, std::int64_t count);

} // namespace adaplens
