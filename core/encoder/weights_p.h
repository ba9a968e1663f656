// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/kernels/packedlinear.h"

#include <ATen/ATen.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// The values of a contiguous float32 tensor on the CPU, in place.
[[nodiscard]] inline std::span<const float> spanOf(const at::Tensor &tensor)
{
    return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

struct Linear {
    at::Tensor weight;                          ///< [out, in]
    at::Tensor bias;                            ///< [out]
    std::shared_ptr<const PackedLinear> packed; ///< the same for inference; null until pack(), or where it cannot be
};

struct LayerNorm {
    at::Tensor weight, bias; ///< [H]
};

/// One transformer layer, named as in Hugging Face's BertLayer.
struct LayerWeights {
    Linear query, key, value, attentionOutput;       ///< [H, H]
    std::shared_ptr<const PackedLinear> projections; ///< query, key and value one under another: [3 H, H]
    LayerNorm attentionNorm;
    Linear intermediate; ///< [I, H]
    Linear output;       ///< [H, I]
    LayerNorm outputNorm;
};

/// One contribution predictor: H -> 32 -> 1.
struct PredictorWeights {
    Linear dense, score;
};

/// All weights of a BERT sequence classifier, float32; with the AdapLeR part where the model has one.
struct Weights {
    at::Tensor wordEmbeddings, positionEmbeddings, typeEmbeddings;
    LayerNorm embeddingNorm;
    std::vector<LayerWeights> layers;
    Linear pooler, classifier;
    std::vector<PredictorWeights> predictors; ///< one a layer, or none
    at::Tensor eta;                           ///< [L]
    at::Tensor theta;                         ///< [L - 1], theta_1 .. theta_{L-1}

    [[nodiscard]] bool adaptive() const { return !predictors.empty(); }
};

/// Lays the weights of all layers out for inference, once; passes without gradients use them from then on. Weights that
/// are trained afterwards must not be packed. `precision`, which must be usable(), is that of the layers' products;
/// pooler and predictors stay float32. Float32 does nothing where the build has no packed products.
void pack(Weights &weights, Precision precision = Precision::Float32);
/// The same weights, not laid out: products and attention run through LibTorch's operators, to compare with.
[[nodiscard]] Weights unpacked(Weights weights);

/// Calls `visit` with the checkpoint name, the shape that `info` asks for and the tensor, for every tensor of a model,
/// in a fixed order. The one list of names: loading, saving, optimisers and counting all use it. With `adaptive` the
/// `adapler.*` tensors follow; `weights.layers` and `.predictors` are sized to `info` first.
void forEachTensor(Weights &weights, const ModelInfo &info, bool adaptive,
                   const std::function<void(const std::string &name, const std::vector<std::int64_t> &shape,
                                            at::Tensor &tensor)> &visit);

} // namespace adaplens
