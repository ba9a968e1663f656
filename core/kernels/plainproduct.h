// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace adaplens {

/// Whether plainProduct() can be called: this build has oneDNN.
[[nodiscard]] bool hasPlainProduct();

/// C = op(A) op(B) in float32, C [rows, columns] row by row, the sums over `inner`. A lies row by row as [rows, inner],
/// or as [inner, rows] where `transposeA`; B as [inner, columns], or as [columns, inner] where `transposeB`. For weights that
/// change or are read both ways, as gradients need them: OpenBLAS takes twice as long on processors that it does not
/// know.
void plainProduct(const float *a, bool transposeA, const float *b, bool transposeB, std::int64_t rows,
                  std::int64_t columns, std::int64_t inner, float *c);

} // namespace adaplens
