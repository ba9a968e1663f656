// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace adaplens {

/// What a product of matrices in bfloat16 is made for: C = op(A) op(B), C [rows, columns] row by row, the sums over
/// `inner` in float32.
struct RoundedShape {
    std::int64_t rows, columns, inner;
    bool transposeA = false; ///< A lies row by row as [inner, rows], else as [rows, inner]
    bool transposeB = false; ///< B as [columns, inner], else as [inner, columns]
    bool exact = false;      ///< C is float32, else bfloat16
    bool adds = false;       ///< to what stands in C, which must be exact
    auto operator<=>(const RoundedShape &) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

/// Whether roundedProduct() can be called: oneDNN is there and the processor multiplies in bfloat16.
[[nodiscard]] bool hasRoundedProduct();

/// The product, for weights that change at each step and gradients. `bias` [columns] in float32 is added to each row;
/// null where there is none. Code is compiled for each shape, once a process: have few of them. Throws Error where
/// oneDNN fails.
void roundedProduct(const RoundedShape &shape, const std::uint16_t *a, const std::uint16_t *b, const float *bias,
                    void *c);

} // namespace adaplens
