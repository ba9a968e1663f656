// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <vector>

namespace adaplens {

/// The numbers of a tensor of any shape, type and device, row by row, as float32.
[[nodiscard]] inline std::vector<float> valuesOf(const at::Tensor &tensor)
{
    const at::Tensor values = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

} // namespace adaplens
