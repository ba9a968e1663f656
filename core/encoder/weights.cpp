// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/weights_p.h"

#include "core/encoder/architecture_p.h"

namespace adaplens {

namespace {

/// Calls a visitor for the parts of one architecture.
class Visitor {
public:
    Visitor(const TensorVisit &visit, TensorSpec::Part part) : m_visit(visit), m_part(part) {}

    void tensor(const std::string &name, std::vector<std::int64_t> shape, at::Tensor &tensor) const
    {
        m_visit({name, std::move(shape), m_part}, tensor);
    }
    void linear(const std::string &name, Linear &linear, std::int64_t out, std::int64_t in) const
    {
        tensor(name + ".weight", {out, in}, linear.weight);
        tensor(name + ".bias", {out}, linear.bias);
    }
    void norm(const std::string &name, LayerNorm &norm, std::int64_t size) const
    {
        m_visit({name + ".weight", {size}, m_part, false, true}, norm.weight);
        m_visit({name + ".bias", {size}, m_part, false, true}, norm.bias);
    }

private:
    const TensorVisit &m_visit;
    TensorSpec::Part m_part;
};

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
    if (weights.embeddingProjection.weight.defined()) {
        packLinear(weights.embeddingProjection, Precision::Float32);
    }
    packLinear(weights.pooler, Precision::Float32);
}

Weights unpacked(Weights weights)
{
    for (LayerWeights &layer : weights.layers) {
        layer.projections = nullptr;
        layer.attentionOutput.packed = nullptr;
        layer.intermediate.packed = nullptr;
        layer.output.packed = nullptr;
    }
    weights.embeddingProjection.packed = nullptr;
    weights.pooler.packed = nullptr;
    return weights;
}

void forEachEncoderTensor(Weights &weights, const ModelInfo &info, const TensorVisit &visit)
{
    const Architecture &names = architectureOf(info.architecture);
    const auto behind = [](std::string_view prefix, std::string_view name) {
        return std::string(prefix) + std::string(name);
    };
    const auto size = [](std::size_t value) { return static_cast<std::int64_t>(value); };
    const std::int64_t h = size(info.hidden), i = size(info.intermediate);
    const std::int64_t e = size(info.embeddingSize());
    weights.layers.resize(info.layers);
    weights.headActivation = names.headActivation;
    weights.headDropsFirst = names.headDropsFirst;
    weights.firstPosition = size(names.firstPosition);
    weights.oneType = weights.oneType || names.oneType || info.typeVocabularySize == 1;

    const Visitor encoder(visit, TensorSpec::Part::Encoder);
    encoder.tensor(names.wordEmbeddingsName(), {size(info.vocabularySize), e}, weights.wordEmbeddings);
    encoder.tensor(behind(names.prefix, names.positionEmbeddings), {size(info.maxLength + names.firstPosition), e},
                   weights.positionEmbeddings);
    if (!names.typeEmbeddings.empty()) {
        encoder.tensor(behind(names.prefix, names.typeEmbeddings), {size(info.typeVocabularySize), e},
                       weights.typeEmbeddings);
    } else if (!weights.typeEmbeddings.defined()) {
        weights.typeEmbeddings = at::zeros({size(info.typeVocabularySize), e});
    }
    encoder.norm(behind(names.prefix, names.embeddingNorm), weights.embeddingNorm, e);
    if (e != h) {
        encoder.linear(behind(names.prefix, names.embeddingProjection), weights.embeddingProjection, h, e);
    }
    for (std::size_t l = 0; l < info.layers; ++l) {
        const std::string prefix = behind(names.prefix, names.layer) + std::to_string(l) + '.';
        LayerWeights &layer = weights.layers[l];
        encoder.linear(behind(prefix, names.query), layer.query, h, h);
        encoder.linear(behind(prefix, names.key), layer.key, h, h);
        encoder.linear(behind(prefix, names.value), layer.value, h, h);
        encoder.linear(behind(prefix, names.attentionOutput), layer.attentionOutput, h, h);
        encoder.norm(behind(prefix, names.attentionNorm), layer.attentionNorm, h);
        encoder.linear(behind(prefix, names.intermediate), layer.intermediate, i, h);
        encoder.linear(behind(prefix, names.output), layer.output, h, i);
        encoder.norm(behind(prefix, names.outputNorm), layer.outputNorm, h);
    }
    const Visitor head(visit, TensorSpec::Part::Head);
    head.linear(std::string(names.pooler), weights.pooler, h, h);
    head.linear(std::string(names.classifier), weights.classifier, size(info.labels.size()), h);
}

} // namespace adaplens
