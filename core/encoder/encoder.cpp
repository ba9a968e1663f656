// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/encoder_p.h"

#include "core/encoder/linear_p.h"
#include "core/kernels/attention.h"
#include "core/kernels/rows.h"

#include <ATen/core/grad_mode.h>
#include <torch/version.h>

#include <cmath>
#include <limits>

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

/// Whether the kernels made for inference may run: nothing to differentiate, float32 on the CPU.
bool inference(const at::Tensor &rows, at::ScalarType products)
{
    return !at::GradMode::is_enabled() && products == at::kFloat && rows.scalar_type() == at::kFloat && rows.is_cpu() &&
           rows.dim() == 2;
}

/// [rows, columns] with room behind it for the rows that packed products add.
at::Tensor emptyRows(std::int64_t rows, std::int64_t columns, const at::TensorOptions &options)
{
    return at::empty({PackedLinear::roundUp(rows), columns}, options).narrow(0, 0, rows);
}

/// The same rows in one piece, with that room.
at::Tensor withRoom(const at::Tensor &rows)
{
    const std::int64_t places = rows.storage_offset() + PackedLinear::roundUp(rows.size(0)) * rows.size(1);
    const auto there = static_cast<std::int64_t>(rows.storage().nbytes() / sizeof(float));
    return rows.is_contiguous() && places <= there ? rows
                                                   : emptyRows(rows.size(0), rows.size(1), rows.options()).copy_(rows);
}

at::Tensor product(const PackedLinear &packed, const at::Tensor &rows, Activation activation)
{
    const at::Tensor x = withRoom(rows);
    at::Tensor y = emptyRows(x.size(0), packed.out(), x.options());
    packed.run(x.data_ptr<float>(), x.size(0), y.data_ptr<float>(), activation);
    return y;
}

/// LayerNorm(residual + dropout(update)).
at::Tensor addAndNormalise(const LayerNorm &norm, const at::Tensor &residual, const at::Tensor &update,
                           const ModelInfo &info, const PassOptions &options)
{
    if (options.hiddenDropout == 0 && inference(residual, options.products) && update.is_contiguous() &&
        residual.is_contiguous()) {
        at::Tensor y = emptyRows(residual.size(0), residual.size(1), residual.options());
        addNormalise(update.data_ptr<float>(), residual.data_ptr<float>(), spanOf(norm.weight), spanOf(norm.bias),
                     info.layerNormEpsilon, residual.size(0), y.data_ptr<float>());
        return y;
    }
    return normalise(norm, residual + dropout(update, options.hiddenDropout), info.layerNormEpsilon);
}

/// Additive bias of each key, [B, n] float32, or undefined where every place is a real token and nothing is biased.
at::Tensor maskOf(const Layout &layout, const at::Tensor &keyBias, const at::TensorOptions &options)
{
    if (layout.uniform()) {
        return keyBias;
    }
    const auto real = layout.pad(at::ones({layout.rows()}, options.dtype(at::kFloat)), 0.0) > 0;
    const at::Tensor bias = keyBias.defined() ? keyBias : at::zeros(real.sizes(), options.dtype(at::kFloat));
    return bias.masked_fill(real.logical_not(), -std::numeric_limits<float>::infinity());
}

#if TORCH_VERSION_MAJOR >= 2
/// Fused attention. Its kernels give no gradient of a mask, so a bias that is being trained travels as an extra
/// dimension instead: q' = (q, 4), k' = (k, bias / (4 scale)), whose product is q.k + bias / scale. In bfloat16 the
/// bias is split into two terms so that it keeps 16 bits.
at::Tensor fusedAttention(at::Tensor q, at::Tensor k, at::Tensor v, const at::Tensor &bias, double scale)
{
    if (!bias.defined() || !bias.requires_grad()) {
        std::optional<at::Tensor> mask;
        if (bias.defined()) {
            mask = bias.to(q.scalar_type()).unsqueeze(1).unsqueeze(1).expand({-1, 1, q.size(2), -1});
        }
        return at::scaled_dot_product_attention(q, k, v, mask, 0.0, false, scale);
    }
    constexpr double weight = 4.0;
    constexpr double lowest = -10000.0; // exp(-10000) is 0 at float32; infinities would give 0 * inf here
    const std::int64_t d = v.size(-1);
    const at::Tensor share = (bias.clamp_min(lowest) / (weight * scale)).unsqueeze(1).unsqueeze(-1);
    const at::Tensor high = share.detach().to(q.scalar_type());
    const at::Tensor low = (share - high.to(share.scalar_type())).to(q.scalar_type());
    std::vector<std::int64_t> shape(k.sizes().begin(), k.sizes().end());
    shape.back() = 1;
    const at::Tensor weights = at::full(shape, weight, q.options());
    constexpr std::int64_t extra = 8; // two used; the rest keeps rows aligned
    q = at::constant_pad_nd(at::cat({q, weights, weights}, -1), {0, extra - 2});
    k = at::constant_pad_nd(at::cat({k, high.expand(shape), low.expand(shape)}, -1), {0, extra - 2});
    v = at::constant_pad_nd(v, {0, extra});
    return at::scaled_dot_product_attention(q, k, v, {}, 0.0, false, scale).slice(-1, 0, d);
}
#endif

at::Tensor attend(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, const at::Tensor &bias,
                  const PassOptions &options, at::Tensor *attention)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(q.size(-1)));
#if TORCH_VERSION_MAJOR >= 2
    // The fused kernels win once the scores no longer fit the cache: measured at 32-wide heads, forward and backward.
    constexpr std::int64_t fusedFrom = 192;
    if (attention == nullptr && options.attentionDropout == 0 && q.size(2) >= fusedFrom) {
        return fusedAttention(q, k, v, bias, scale);
    }
#endif
    at::Tensor scores = at::matmul(q, k.transpose(-1, -2)).to(at::promote_types(q.scalar_type(), at::kFloat)) * scale;
    if (bias.defined()) {
        scores = scores + bias.unsqueeze(1).unsqueeze(1);
    }
    at::Tensor probabilities = at::softmax(scores, -1);
    if (attention != nullptr) {
        *attention = probabilities;
    }
    probabilities = dropout(probabilities, options.attentionDropout);
    return at::matmul(probabilities.to(v.scalar_type()), v);
}

} // namespace

at::Tensor apply(const Linear &linear, const at::Tensor &rows, Activation activation)
{
    return apply(linear, rows, rows.scalar_type(), activation);
}

at::Tensor apply(const Linear &linear, const at::Tensor &rows, at::ScalarType type, Activation activation)
{
    if (linear.packed && inference(rows, type)) {
        return product(*linear.packed, rows, activation);
    }
    const at::Tensor y = at::GradMode::is_enabled()
                             ? adaplens::linear(rows.to(type), linear.weight.to(type), linear.bias.to(type))
                             : at::linear(rows.to(type), linear.weight.to(type), linear.bias.to(type));
    return activation == Activation::Gelu ? at::gelu(y) : y;
}

at::Tensor embed(const Weights &weights, const ModelInfo &info, const BatchInput &batch, const PassOptions &options)
{
    if (options.hiddenDropout == 0 && inference(weights.wordEmbeddings, options.products)) {
        const std::int64_t rows = batch.layout.rows();
        at::Tensor y = emptyRows(rows, weights.wordEmbeddings.size(1), weights.wordEmbeddings.options());
        embedNormalise({weights.wordEmbeddings.data_ptr<float>(), weights.positionEmbeddings.data_ptr<float>(),
                        weights.typeEmbeddings.data_ptr<float>()},
                       batch.ids.data_ptr<std::int64_t>(), batch.positions.data_ptr<std::int64_t>(),
                       batch.segments.data_ptr<std::int64_t>(), spanOf(weights.embeddingNorm.weight),
                       spanOf(weights.embeddingNorm.bias), info.layerNormEpsilon, rows, y.data_ptr<float>());
        return y;
    }
    const at::Device device = weights.positionEmbeddings.device();
    const at::Tensor sum = at::embedding(weights.wordEmbeddings, batch.ids.to(device)) +
                           at::embedding(weights.positionEmbeddings, batch.positions.to(device)) +
                           at::embedding(weights.typeEmbeddings, batch.segments.to(device));
    return dropout(normalise(weights.embeddingNorm, sum, info.layerNormEpsilon), options.hiddenDropout);
}

namespace {

/// [rows, H]: what the heads bring together, before the output projection. Without gradients, and where nobody asks
/// for probabilities, the sequences are attended to one by one, with no padding.
at::Tensor contextOf(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows, const Layout &layout,
                     const PassOptions &options, const at::Tensor &keyBias, at::Tensor *attention)
{
    const auto heads = static_cast<std::int64_t>(info.heads);
    const std::int64_t hidden = rows.size(1);
    const at::ScalarType type = options.products;
    const bool kernels = inference(rows, type) && layer.projections;
    at::Tensor projected; // [rows, 3 H]
    if (kernels) {
        projected = product(*layer.projections, rows, Activation::None);
    } else if (!at::GradMode::is_enabled()) {
        projected =
            at::cat({apply(layer.query, rows, type), apply(layer.key, rows, type), apply(layer.value, rows, type)}, 1);
    } else {
        projected =
            apply({at::cat({layer.query.weight.to(type), layer.key.weight.to(type), layer.value.weight.to(type)}),
                   at::cat({layer.query.bias.to(type), layer.key.bias.to(type), layer.value.bias.to(type)}),
                   {}},
                  rows, type);
    }
    if (kernels && attention == nullptr && !keyBias.defined() && options.attentionDropout == 0) {
        at::Tensor context = emptyRows(rows.size(0), hidden, rows.options());
        raggedAttention(projected.data_ptr<float>(), layout.offsets(), heads, hidden, context.data_ptr<float>(),
                        layer.projections->precision());
        return context;
    }
    const at::Tensor parts = layout.pad(projected, 0.0)
                                 .reshape({layout.sequences(), layout.longest(), 3, heads, hidden / heads})
                                 .permute({2, 0, 3, 1, 4});
    const at::Tensor context =
        attend(parts[0], parts[1], parts[2], maskOf(layout, keyBias, rows.options()), options, attention);
    return layout.unpad(context.transpose(1, 2).reshape({layout.sequences(), layout.longest(), hidden}));
}

} // namespace

at::Tensor runAttention(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows, const Layout &layout,
                        const PassOptions &options, const at::Tensor &keyBias, at::Tensor *attention)
{
    const at::Tensor context = contextOf(layer, info, rows, layout, options, keyBias, attention);
    return addAndNormalise(layer.attentionNorm, rows, apply(layer.attentionOutput, context, options.products), info,
                           options);
}

at::Tensor runFeedForward(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &attended,
                          const PassOptions &options)
{
    const at::Tensor inner = apply(layer.intermediate, attended, options.products, Activation::Gelu);
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
    const at::Tensor pooled = dropout(at::tanh(apply(weights.pooler, first)), options.hiddenDropout);
    return apply(weights.classifier, pooled);
}

at::Tensor contributionLogits(const PredictorWeights &predictor, const at::Tensor &rows)
{
    const at::Tensor inner = apply(predictor.dense, rows, Activation::Gelu);
    if (predictor.dense.packed && inference(inner, at::kFloat) && inner.is_contiguous()) {
        at::Tensor logits = at::empty({inner.size(0)}, inner.options());
        rowDots(inner.data_ptr<float>(), spanOf(predictor.score.weight), predictor.score.bias.item<float>(),
                inner.size(0), logits.data_ptr<float>());
        return logits;
    }
    return apply(predictor.score, inner).squeeze(-1);
}

} // namespace adaplens
