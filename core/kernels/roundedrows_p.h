// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/packedlinear.h"

#include <cstdint>
#include <span>

/// Rounding the inputs of products in bfloat16 and int8, and scaling the results of those in int8.
namespace adaplens {

/// Each value of x [count] in bfloat16, rounded to nearest, ties to even.
void roundRows(const float *x, std::int64_t count, std::uint16_t *q);

/// A row of x [rows, in] in 255 steps from its smallest value to its largest: x[r][i] = lows[r] + steps[r] q[r][i].
/// Where a value is NaN, or they lie farther apart than float32 reaches, lows[r] + steps[r] is NaN or infinite too.
void quantiseRows(const float *x, std::int64_t rows, std::int64_t in, std::uint8_t *q, float *steps, float *lows);

/// How the outputs of a product in int8 are scaled back, one value of each an output.
struct Outputs {
    std::span<const float> steps;  ///< quantisation step of its weights
    std::span<const float> totals; ///< sum of its weights, scaled
    const float *bias;
};

/// `y` [rows, outputs] in place, from the sums sum_i q[r][i] p[o][i] in 32 bits to act(y) in float32.
void finishRows(const Outputs &outputs, const float *steps, const float *lows, std::int64_t rows, void *y,
                Activation activation);

} // namespace adaplens
