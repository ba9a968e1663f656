// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef ADAPLENS_ONEDNN

#include "core/kernels/packedlinear.h"

#include <oneapi/dnnl/dnnl.hpp>

/// oneDNN's product, with whatever it wants to be kept from call to call.
namespace adaplens::onednn {

/// What a product's code is made for.
struct Shape {
    std::int64_t rows, in, out;
    Precision precision;
    Activation activation; ///< none in int8
    int threads;
    auto operator<=>(const Shape &) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

/// Threads that a product started here may use.
[[nodiscard]] int threads();

/// `weight` [out, in] row by row, laid out as products want it: float32, for int8 already in int8.
[[nodiscard]] dnnl::memory packed(const void *weight, std::int64_t in, std::int64_t out, Precision precision);

/// y = act(x W^T + b): `x` [rows, in] is float32, bfloat16 or, for int8, without sign; `y` [rows, out] float32. In int8
/// it is the sums of whole numbers in 32 bits instead, and there is no `bias` [out].
void multiply(const Shape &shape, const void *x, const dnnl::memory &weights, const float *bias, void *y);

} // namespace adaplens::onednn

#endif
