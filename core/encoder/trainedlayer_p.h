// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"

namespace adaplens {

/// Copies of a layer's matrices in bfloat16 for products that train it. They follow the weights: whatever LibTorch's
/// operators change is seen, and what an optimiser changes past them it writes into copyOf() too.
class TrainedCopies {
public:
    explicit TrainedCopies(const LayerWeights &layer);

    /// Brings them up to date.
    void follow(const LayerWeights &layer);
    /// The copy of a matrix, of the same shape; undefined where there is none.
    [[nodiscard]] at::Tensor copyOf(const at::Tensor &weight) const;

    [[nodiscard]] const at::Tensor &projections() const { return m_projections; } ///< [3 H, H]: query, key, value
    [[nodiscard]] const at::Tensor &attentionOutput() const { return m_copies[3].values; }
    [[nodiscard]] const at::Tensor &intermediate() const { return m_copies[4].values; }
    [[nodiscard]] const at::Tensor &output() const { return m_copies[5].values; }

private:
    struct Copy {
        const at::TensorImpl *of = nullptr;
        std::uint32_t version = 0;
        at::Tensor values;
    };
    at::Tensor m_projections;
    std::vector<Copy> m_copies; ///< query, key, value, attention's output, intermediate, output
};

/// Makes the copies of all layers, where kernels for training in bfloat16 can run: float32 weights on the CPU, a
/// processor with products of bfloat16, sizes that fill their vectors. Elsewhere it does nothing, and LibTorch's
/// operators train.
void layForTraining(Weights &weights, const ModelInfo &info);
/// Copies of a matrix anywhere in the model; undefined where there are none.
[[nodiscard]] at::Tensor roundedCopyOf(const Weights &weights, const at::Tensor &weight);

/// Whether trainedAttention() and trainedFeedForward() can take the places of runAttention() and runFeedForward().
[[nodiscard]] bool runsTrained(const LayerWeights &layer, const at::Tensor &rows, const PassOptions &options);

/// The halves of a layer, each with its way back as one step of the graph: products in bfloat16, attention and all else
/// by ragged kernels without padding. Differentiable once, in rows, weights and `keyBias`; only what is asked for is
/// computed. Dropout is drawn from LibTorch's generator, one number a half. `received` may be null.
[[nodiscard]] at::Tensor trainedAttention(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows,
                                          const Layout &layout, const PassOptions &options, const at::Tensor &keyBias,
                                          at::Tensor *received);
[[nodiscard]] at::Tensor trainedFeedForward(const LayerWeights &layer, const ModelInfo &info,
                                            const at::Tensor &attended, const PassOptions &options);

} // namespace adaplens
