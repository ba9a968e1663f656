// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef ADAPLENS_ONEDNN

#include "core/kernels/packedlinear.h"

#include <oneapi/dnnl/dnnl.hpp>

/// What all products through oneDNN share, and one with weights laid out, with whatever it wants to be kept from call to call.
namespace adaplens::onednn {

[[nodiscard]] const dnnl::engine &engine();
/// The calling thread's own.
[[nodiscard]] const dnnl::stream &stream();
/// Working memory, kept from product to product, one piece a thread; null where none is asked for.
[[nodiscard]] void *roomFor(const dnnl::memory::desc &scratch);

/// Weights of products, laid out as oneDNN wants them.
struct PackedWeights {
    PackedWeights() = default;
    explicit PackedWeights(dnnl::memory laidOut);
    dnnl::memory values;
    int layout = 0; ///< equal where the layouts are: oneDNN may choose another for the same sizes
};

/// What a product's code is made for, together with the layout of its weights.
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
[[nodiscard]] PackedWeights packed(const void *weight, std::int64_t in, std::int64_t out, Precision precision);

/// y = act(x W^T + b): `x` [rows, in] is float32, bfloat16 or, for int8, without sign; `y` [rows, out] float32. In int8
/// it is the sums of whole numbers in 32 bits instead, and there is no `bias` [out]. Throws Error where oneDNN fails.
void multiply(const Shape &shape, const void *x, const PackedWeights &weights, const float *bias, void *y);

} // namespace adaplens::onednn

#endif
