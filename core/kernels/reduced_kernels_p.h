// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/packed_linear.h"

#include <cstdint>

/// The vector code of products in bfloat16 and int8. Inputs go in groups of 32 bits, two of bfloat16 or four of int8,
/// which one instruction multiplies and sums; a token's row and an output's weights are filled up with zeros to whole
/// groups, outputs to whole blocks.
namespace adaplens::reduced {

constexpr std::int64_t blockWidth = 64; ///< outputs that are computed side by side

/// Weights: w[o][i] = scales[o] * q[o][i] for int8, q[o][i] for bfloat16.
struct Product {
    std::int64_t in = 0, out = 0, groups = 0;
    const std::uint32_t *weights = nullptr; ///< [blocks][groups][blockWidth]
    const float *bias = nullptr;            ///< this and the next: of each output, whole blocks
    const float *scales = nullptr;          ///< int8 only
    const float *totals = nullptr;          ///< int8 only: sum of an output's weights
};

/// Tokens: x[r][i] = lows[r] + scales[r] * q[r][i] for int8 (q unsigned), q[r][i] for bfloat16.
struct Tokens {
    std::uint32_t *groups = nullptr;          ///< [rows][groups]
    float *scales = nullptr, *lows = nullptr; ///< int8 only: [rows]
};

struct Kernels {
    /// Rows [begin, end) of x [rows, in] into `tokens`.
    void (*convert)(const Product &product, const float *x, std::int64_t begin, std::int64_t end, const Tokens &tokens);
    /// The outputs of one block for rows [begin, end) into y [rows, out].
    void (*multiply)(const Product &product, const Tokens &tokens, std::int64_t block, std::int64_t begin,
                     std::int64_t end, float *y, Activation activation);
};

/// Each in a file that is compiled for these instructions; not everywhere.
extern const Kernels int8Avx512, bfloat16Avx512, int8AvxVnni;

/// Null for float32, and where the processor lacks the instructions.
[[nodiscard]] const Kernels *kernelsFor(Precision precision);

} // namespace adaplens::reduced
