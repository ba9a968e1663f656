// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/weights_p.h"

namespace adaplens {

namespace {

using Visit = std::function<void(const std::string &, const std::vector<std::int64_t> &, at::Tensor &)>;

void visitLinear(const Visit &visit, const std::string &name, Linear &linear, std::int64_t out, std::int64_t in)
{
    visit(name + ".weight", {out, in}, linear.weight);
    visit(name + ".bias", {out}, linear.bias);
}

void visitNorm(const Visit &visit, const std::string &name, LayerNorm &norm, std::int64_t size)
{
    visit(name + ".weight", {size}, norm.weight);
    visit(name + ".bias", {size}, norm.bias);
}

void packLinear(Linear &linear, Precision precision)
{
    linear.packed = PackedLinear::make(spanOf(linear.weight), spanOf(linear.bias), precision);
}

} // namespace

void pack(Weights &weights, Precision precision)
{
    for (LayerWeights &layer : weights.layers) {
        const at::Tensor weight = at::cat({layer.query.weight, layer.key.weight, layer.value.weight});
        const at::Tensor bias = at::cat({layer.query.bias, layer.key.bias, layer.value.bias});
        layer.projections = PackedLinear::make(spanOf(weight), spanOf(bias), precision);
        packLinear(layer.attentionOutput, precision);
        packLinear(layer.intermediate, precision);
        packLinear(layer.output, precision);
    }
    packLinear(weights.pooler, Precision::Float32);
    for (PredictorWeights &predictor : weights.predictors) {
        packLinear(predictor.dense, Precision::Float32);
    }
}

Weights unpacked(Weights weights)
{
    for (LayerWeights &layer : weights.layers) {
        layer.projections = nullptr;
        layer.attentionOutput.packed = nullptr;
        layer.intermediate.packed = nullptr;
        layer.output.packed = nullptr;
    }
    weights.pooler.packed = nullptr;
    for (PredictorWeights &predictor : weights.predictors) {
        predictor.dense.packed = nullptr;
    }
    return weights;
}

void forEachTensor(Weights &weights, const ModelInfo &info, bool adaptive, const Visit &visit)
{
    const auto h = static_cast<std::int64_t>(info.hidden);
    const auto i = static_cast<std::int64_t>(info.intermediate);
    const auto c = static_cast<std::int64_t>(info.cpHidden);
    const auto layers = static_cast<std::int64_t>(info.layers);
    weights.layers.resize(info.layers);

    visit("bert.embeddings.word_embeddings.weight", {static_cast<std::int64_t>(info.vocabularySize), h},
          weights.wordEmbeddings);
    visit("bert.embeddings.position_embeddings.weight", {static_cast<std::int64_t>(info.maxLength), h},
          weights.positionEmbeddings);
    visit("bert.embeddings.token_type_embeddings.weight", {static_cast<std::int64_t>(info.typeVocabularySize), h},
          weights.typeEmbeddings);
    visitNorm(visit, "bert.embeddings.LayerNorm", weights.embeddingNorm, h);
    for (std::size_t l = 0; l < info.layers; ++l) {
        const std::string name = "bert.encoder.layer." + std::to_string(l);
        LayerWeights &layer = weights.layers[l];
        visitLinear(visit, name + ".attention.self.query", layer.query, h, h);
        visitLinear(visit, name + ".attention.self.key", layer.key, h, h);
        visitLinear(visit, name + ".attention.self.value", layer.value, h, h);
        visitLinear(visit, name + ".attention.output.dense", layer.attentionOutput, h, h);
        visitNorm(visit, name + ".attention.output.LayerNorm", layer.attentionNorm, h);
        visitLinear(visit, name + ".intermediate.dense", layer.intermediate, i, h);
        visitLinear(visit, name + ".output.dense", layer.output, h, i);
        visitNorm(visit, name + ".output.LayerNorm", layer.outputNorm, h);
    }
    visitLinear(visit, "bert.pooler.dense", weights.pooler, h, h);
    visitLinear(visit, "classifier", weights.classifier, static_cast<std::int64_t>(info.labels.size()), h);
    if (!adaptive) {
        return;
    }
    weights.predictors.resize(info.layers);
    for (std::size_t l = 0; l < info.layers; ++l) {
        const std::string name = "adapler.cp." + std::to_string(l);
        visitLinear(visit, name + ".dense", weights.predictors[l].dense, c, h);
        visitLinear(visit, name + ".score", weights.predictors[l].score, 1, c);
    }
    visit("adapler.eta", {layers}, weights.eta);
    visit("adapler.theta", {layers - 1}, weights.theta);
}

} // namespace adaplens
