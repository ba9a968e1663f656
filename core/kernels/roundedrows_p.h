// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/packedlinear.h"

#include <cstdint>
#include <span>

/// What stands before and behind products in bfloat16 and int8.
namespace adaplens {

/// Each value of x [count] in bfloat16, rounded to nearest, ties to even.
void roundRows(const float *x, std::int64_t count, std::uint16_t *q);

/// A row of x [rows, in] in 255 steps from its smallest value to its largest: x[r][i] = lows[r] + steps[r] q[r][i].
/// Where a value is no number, or they lie farther apart than float32 reaches, lows[r] + steps[r] is no number either.
void quantiseRows(const float *x, std::int64_t rows, std::int64_t in, std::uint8_t *q, float *steps, float *lows);

/// What sums of whole numbers stand for, of each output.
struct Outputs {
    std::span<const float> steps;  ///< of its weights
    std::span<const float> totals; ///< sum of its weights
    const float *bias;
};

/// `y` [rows, outputs] in place, from the sums sum_i q[r][i] p[o][i] in 32 bits to act(y) in float32.
void finishRows(const Outputs &outputs, const float *steps, const float *lows, std::int64_t rows, void *y,
                Activation activation);

} // namespace adaplens
