// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/activation.h"
#include "core/kernels/dropout.h"

#include <cstdint>

/// What a layer does to its rows in training, forward and backward. Columns are divisible by 32; what products read and
/// write is bfloat16, all else float32. Sums over rows depend on the number of threads in their last bits.
namespace adaplens {

/// y = LayerNorm(residual + dropout(update)) * weight + bias, all [rows, hidden].
struct NormForward {
    const float *residual;
    const std::uint16_t *update;
    const float *weight, *bias; ///< [hidden]
    double epsilon;
    std::int64_t rows, hidden;
    Dropout dropout; ///< place of a value: row * hidden + column
    float *y;
    std::uint16_t *normal; ///< y before weight and bias
    float *scales;         ///< [rows]: 1 / standard deviation
};
void normForward(const NormForward &task);

struct NormBackward {
    const float *gradient; ///< of y
    const std::uint16_t *normal;
    const float *scales, *weight;
    std::int64_t rows, hidden;
    Dropout dropout;
    float *ofResidual; ///< may be `gradient`
    std::uint16_t *ofUpdate;
    float *ofWeight, *ofBias, *ofUpdates; ///< [hidden]; the last is the sum of ofUpdate. Null where nobody asks
};
void normBackward(const NormBackward &task);

/// y = act(x) of `count` values, divisible by 32; to the precision of bfloat16.
void activateForward(Activation activation, const std::uint16_t *x, std::int64_t count, std::uint16_t *y);

/// The gradient of y [rows, columns] becomes that of x in place. `sums` [columns], where not null: its sum over rows.
void activateBackward(Activation activation, const std::uint16_t *x, std::int64_t rows, std::int64_t columns,
                      std::uint16_t *gradient, float *sums);

/// Sum over rows of x [rows, columns].
void columnSums(const std::uint16_t *x, std::int64_t rows, std::int64_t columns, float *sums);

} // namespace adaplens
