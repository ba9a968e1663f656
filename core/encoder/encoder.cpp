// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/encoder_p.h"

#include "core/encoder/inference_p.h"
#include "core/encoder/linear_p.h"
#include "core/encoder/selfattention_p.h"
#include "core/encoder/trainedlayer_p.h"
#include "core/kernels/rows.h"

#include <ATen/core/grad_mode.h>

namespace adaplens {

namespace {

at::Tensor normalise(const LayerNorm &norm, const at::Tensor &rows, double epsilon)
{
    return at::layer_norm(rows, {rows.size(-1)}, norm.weight, norm.bias, epsilon);
}

at::Tensor dropout(const at::Tensor &rows, double p)
{
    return p > 0 ? at::dropout(rows, p, true) : rows;
}

/// LayerNorm(residual + dropout(update)).
at::Tensor addAndNormalise(const LayerNorm &norm, const at::Tensor &residual, const at::Tensor &update,
                           const ModelInfo &info, const PassOptions &options)
{
    if (options.hiddenDropout == 0 && runsKernels(residual, options.products) && update.is_contiguous() &&
        residual.is_contiguous()) {
        at::Tensor y = emptyRows(residual.size(0), residual.size(1), residual.options());
        addNormalise(update.data_ptr<float>(), residual.data_ptr<float>(), spanOf(norm.weight), spanOf(norm.bias),
                     info.layerNormEpsilon, residual.size(0), y.data_ptr<float>());
        return y;
    }
    return normalise(norm, residual + dropout(update, options.hiddenDropout), info.layerNormEpsilon);
}

at::Tensor activated(const at::Tensor &rows, Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return at::gelu(rows);
    case Activation::GeluTanh:
        return at::gelu(rows, "tanh");
    case Activation::Relu:
        return at::relu(rows);
    case Activation::None:
        break;
    }
    return rows;
}

} // namespace

at::Tensor apply(const Linear &linear, const at::Tensor &rows, Activation activation)
{
    return apply(linear, rows, rows.scalar_type(), activation);
}

at::Tensor apply(const Linear &linear, const at::Tensor &rows, at::ScalarType type, Activation activation)
{
    if (linear.packed && runsKernels(rows, type)) {
        return packedProduct(*linear.packed, rows, activation);
    }
    const at::Tensor y = at::GradMode::is_enabled()
                             ? adaplens::linear(rows.to(type), linear.weight.to(type), linear.bias.to(type))
                             : at::linear(rows.to(type), linear.weight.to(type), linear.bias.to(type));
    return activated(y, activation);
}

namespace {

/// [rows, E]: sum and LayerNorm.
at::Tensor sumOfEmbeddings(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                           const PassOptions &options)
{
    const at::Tensor segments = weights.oneType ? at::zeros_like(batch.segments) : batch.segments;
    if (options.hiddenDropout == 0 && runsKernels(weights.wordEmbeddings, options.products)) {
        const std::int64_t rows = batch.layout.rows(), size = weights.wordEmbeddings.size(1);
        at::Tensor y = emptyRows(rows, size, weights.wordEmbeddings.options());
        embedNormalise({weights.wordEmbeddings.data_ptr<float>(),
                        weights.positionEmbeddings.data_ptr<float>() + weights.firstPosition * size,
                        weights.typeEmbeddings.data_ptr<float>()},
                       batch.ids.data_ptr<std::int64_t>(), batch.positions.data_ptr<std::int64_t>(),
                       segments.data_ptr<std::int64_t>(), spanOf(weights.embeddingNorm.weight),
                       spanOf(weights.embeddingNorm.bias), info.layerNormEpsilon, rows, y.data_ptr<float>());
        return y;
    }
    const at::Device device = weights.positionEmbeddings.device();
    const at::Tensor sum =
        at::embedding(weights.wordEmbeddings, batch.ids.to(device)) +
        at::embedding(weights.positionEmbeddings, batch.positions.to(device) + weights.firstPosition) +
        at::embedding(weights.typeEmbeddings.to(device), segments.to(device));
    return dropout(normalise(weights.embeddingNorm, sum, info.layerNormEpsilon), options.hiddenDropout);
}

at::Tensor activated(const at::Tensor &rows, HeadActivation activation)
{
    switch (activation) {
    case HeadActivation::Tanh:
        return at::tanh(rows);
    case HeadActivation::Relu:
        return at::relu(rows);
    case HeadActivation::Gelu:
        return at::gelu(rows);
    }
    return rows;
}

} // namespace

at::Tensor embed(const Weights &weights, const ModelInfo &info, const BatchInput &batch, const PassOptions &options)
{
    const at::Tensor rows = sumOfEmbeddings(weights, info, batch, options);
    return weights.embeddingProjection.weight.defined() ? apply(weights.embeddingProjection, rows) : rows;
}

at::Tensor runAttention(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows, const Layout &layout,
                        const PassOptions &options, const at::Tensor &keyBias, at::Tensor *attention,
                        at::Tensor *received)
{
    if (attention == nullptr && runsTrained(layer, rows, options)) {
        return trainedAttention(layer, info, rows, layout, options, keyBias, received);
    }
    const at::Tensor context = attentionContext(layer, info, rows, layout, options, keyBias, attention, received);
    return addAndNormalise(layer.attentionNorm, rows, apply(layer.attentionOutput, context, options.products), info,
                           options);
}

at::Tensor runFeedForward(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &attended,
                          const PassOptions &options)
{
    if (runsTrained(layer, attended, options)) {
        return trainedFeedForward(layer, info, attended, options);
    }
    const at::Tensor inner = apply(layer.intermediate, attended, options.products, info.activation);
    return addAndNormalise(layer.outputNorm, attended, apply(layer.output, inner, options.products), info, options);
}

at::Tensor runLayer(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows, const Layout &layout,
                    const PassOptions &options, const at::Tensor &keyBias, at::Tensor *attention)
{
    return runFeedForward(layer, info, runAttention(layer, info, rows, layout, options, keyBias, attention), options);
}

at::Tensor classify(const Weights &weights, const at::Tensor &rows, const Layout &layout, const PassOptions &options)
{
    const at::Tensor first = rows.index_select(0, layout.firstRows().to(rows.device()));
    const at::Tensor pooled = apply(weights.pooler, dropout(first, weights.headDropsFirst ? options.hiddenDropout : 0));
    return apply(weights.classifier, dropout(activated(pooled, weights.headActivation), options.hiddenDropout));
}

} // namespace adaplens
