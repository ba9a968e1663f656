// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/trainedlayer_p.h"
#include "core/kernels/dropout.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cstdint>
#include <memory>

namespace adaplens {

[[nodiscard]] inline std::uint16_t *halvesOf(const at::Tensor &tensor)
{
    return static_cast<std::uint16_t *>(tensor.data_ptr());
}

[[nodiscard]] inline float *floatsOf(const at::Tensor &tensor)
{
    return tensor.defined() ? tensor.data_ptr<float>() : nullptr;
}

/// A number of LibTorch's generator.
[[nodiscard]] std::uint64_t drawnSeed();
/// [places, columns] in bfloat16; the rows after `rows` are zero.
[[nodiscard]] at::Tensor halves(std::int64_t places, std::int64_t rows, std::int64_t columns);

/// Gradients of LayerNorm(residual + dropout(update)).
struct NormGradients {
    at::Tensor residual;              ///< [places, H]
    at::Tensor update;                ///< [places, H] in bfloat16
    at::Tensor weight, bias, updates; ///< [H]; the last is that of the bias of the product that was normalised
};

/// What the forward pass of half a layer leaves to the way back, and what both halves are made of.
struct TrainedHalf : torch::CustomClassHolder {
    TrainedHalf(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &input);

    std::shared_ptr<TrainedCopies> copies;
    std::int64_t hidden, rows, places;
    double epsilon;
    Dropout dropout;           ///< of the update that LayerNorm ends with
    at::Tensor x;              ///< the input in bfloat16
    at::Tensor normal, scales; ///< of LayerNorm

    /// x W^T + b.
    [[nodiscard]] at::Tensor product(const at::Tensor &of, const at::Tensor &weight, const at::Tensor &bias) const;
    /// From the gradient of x W^T + b that of x.
    [[nodiscard]] at::Tensor back(const at::Tensor &gradient, const at::Tensor &weight) const;
    /// The same, added to `sum` in float32.
    void addBack(const at::Tensor &gradient, const at::Tensor &weight, const at::Tensor &sum) const;
    /// From it that of W.
    [[nodiscard]] at::Tensor ofWeight(const at::Tensor &gradient, const at::Tensor &of) const;

    /// LayerNorm(residual + dropout(update)).
    [[nodiscard]] at::Tensor normalise(const at::Tensor &residual, const at::Tensor &update, const at::Tensor &weight,
                                       const at::Tensor &bias);
    [[nodiscard]] NormGradients backNorm(const at::Tensor &weight, const at::Tensor &gradient) const;
    /// The way back through what both halves end with, `of` W^T + b and its LayerNorm, whose weight was saved. Gives the
    /// gradients of W, b and LayerNorm's weight and bias, which follow one another among the inputs from `first` on.
    [[nodiscard]] NormGradients backEnd(torch::autograd::AutogradContext &context, const at::Tensor &gradient,
                                        const at::Tensor &of, std::size_t first,
                                        torch::autograd::variable_list &result) const;
};

} // namespace adaplens
