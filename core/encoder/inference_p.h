// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/packedlinear.h"

#include <ATen/ATen.h>

namespace adaplens {

/// Whether the kernels made for inference may run: nothing to differentiate, float32 on the CPU.
[[nodiscard]] bool runsKernels(const at::Tensor &rows, at::ScalarType products);
/// [rows, columns] with room behind it for the rows that packed products add.
[[nodiscard]] at::Tensor emptyRows(std::int64_t rows, std::int64_t columns, const at::TensorOptions &options);
/// [rows, in] -> [rows, out].
[[nodiscard]] at::Tensor packedProduct(const PackedLinear &packed, const at::Tensor &rows, Activation activation);

} // namespace adaplens
