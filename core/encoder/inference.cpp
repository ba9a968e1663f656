// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/inference_p.h"

#include <ATen/core/grad_mode.h>

namespace adaplens {

namespace {

/// The same rows in one piece, with that room.
at::Tensor paddedForProduct(const at::Tensor &rows)
{
    const std::int64_t places = rows.storage_offset() + PackedLinear::roundUp(rows.size(0)) * rows.size(1);
    const auto there = static_cast<std::int64_t>(rows.storage().nbytes() / sizeof(float));
    return rows.is_contiguous() && places <= there ? rows
                                                   : emptyRows(rows.size(0), rows.size(1), rows.options()).copy_(rows);
}

} // namespace

bool runsKernels(const at::Tensor &rows, at::ScalarType products)
{
    return !at::GradMode::is_enabled() && products == at::kFloat && rows.scalar_type() == at::kFloat && rows.is_cpu() &&
           rows.dim() == 2;
}

at::Tensor emptyRows(std::int64_t rows, std::int64_t columns, const at::TensorOptions &options)
{
    return at::empty({PackedLinear::roundUp(rows), columns}, options).narrow(0, 0, rows);
}

at::Tensor packedProduct(const PackedLinear &packed, const at::Tensor &rows, Activation activation)
{
    const at::Tensor x = paddedForProduct(rows);
    at::Tensor y = emptyRows(x.size(0), packed.out(), x.options());
    packed.run(x.data_ptr<float>(), x.size(0), y.data_ptr<float>(), activation);
    return y;
}

} // namespace adaplens
