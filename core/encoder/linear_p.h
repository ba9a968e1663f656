// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

namespace adaplens {

/// x W^T + b with `x` [rows, in], `weight` [out, in], `bias` [out], all of one type; differentiable once in all three.
/// In float32 on the CPU its products, those of the gradients too, are oneDNN's where this build has it.
[[nodiscard]] at::Tensor linear(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias);

} // namespace adaplens
