// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/architecture_p.h"
#include "core/encoder/modelinfo.h"
#include "core/kernels/packedlinear.h"

#include <ATen/ATen.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

class TrainedCopies;

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
    std::shared_ptr<TrainedCopies> trained; ///< null until layForTraining(), or where it cannot be
};

/// All weights of a sequence classifier, float32.
struct Weights {
    at::Tensor wordEmbeddings, positionEmbeddings;
    at::Tensor typeEmbeddings; ///< zeros where the architecture has none
    LayerNorm embeddingNorm;
    Linear embeddingProjection; ///< undefined where embeddings have the hidden size
    std::vector<LayerWeights> layers;
    Linear pooler, classifier;
    HeadActivation headActivation = HeadActivation::Tanh;
    bool headDropsFirst = false;
    std::int64_t firstPosition = 0;         ///< row of the position embeddings that a text's first piece has
    bool oneType = false;                   ///< both texts of a pair have type 0
    std::map<std::string, at::Tensor> rule; ///< what its reduction rule has, by name
};

/// Lays the weights of all layers out for inference, once; passes without gradients use them from then on. Weights that
/// are trained afterwards must not be packed. `precision`, which must be usable(), is that of the layers' products;
/// the pooler stays float32. Float32 does nothing where the build has no packed products.
void pack(Weights &weights, Precision precision = Precision::Float32);
/// The same weights, not laid out: products and attention run through LibTorch's operators, to compare with.
[[nodiscard]] Weights unpacked(Weights weights);

/// A tensor of a model as files name it.
struct TensorSpec {
    enum class Part { Encoder, Head, Rule };
    std::string name;
    std::vector<std::int64_t> shape;
    Part part = Part::Encoder;
    bool exact = false; ///< float32 however a model is stored: thresholds, which small errors would move
    bool norm = false;  ///< of a LayerNorm
};
using TensorVisit = std::function<void(const TensorSpec &spec, at::Tensor &tensor)>;

/// Calls `visit` for every tensor of encoder and head, in a fixed order, with the shape that `info` asks for; sizes
/// `weights.layers` and sets what the architecture fixes first. Those of the rule: forEachTensor().
void forEachEncoderTensor(Weights &weights, const ModelInfo &info, const TensorVisit &visit);

} // namespace adaplens
