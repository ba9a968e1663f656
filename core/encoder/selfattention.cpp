// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/selfattention_p.h"

#include "core/encoder/inference_p.h"
#include "core/kernels/attention.h"

#include <ATen/core/grad_mode.h>
#include <torch/version.h>

#include <cmath>
#include <limits>

namespace adaplens {

namespace {

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
    if (options.attentionDropout > 0) {
        probabilities = at::dropout(probabilities, options.attentionDropout, true);
    }
    return at::matmul(probabilities.to(v.scalar_type()), v);
}

/// [rows]: the mean over heads of what each token receives from the other queries of its sequence.
at::Tensor receivedOf(const at::Tensor &probabilities, const Layout &layout)
{
    const at::Tensor mean = probabilities.mean(1); // [B, queries, keys]
    const at::Tensor others = mean - at::diag_embed(mean.diagonal(0, 1, 2));
    const at::Tensor real = layout.pad(at::ones({layout.rows()}, mean.options().requires_grad(false)), 0.0);
    return layout.unpad((others * real.unsqueeze(2)).sum(1));
}

} // namespace

at::Tensor attentionContext(const LayerWeights &layer, const ModelInfo &info, const at::Tensor &rows,
                            const Layout &layout, const PassOptions &options, const at::Tensor &keyBias,
                            at::Tensor *attention, at::Tensor *received)
{
    const auto heads = static_cast<std::int64_t>(info.heads);
    const std::int64_t hidden = rows.size(1);
    const at::ScalarType type = options.products;
    const bool kernels = runsKernels(rows, type) && layer.projections;
    at::Tensor projected; // [rows, 3 H]
    if (kernels) {
        projected = packedProduct(*layer.projections, rows, Activation::None);
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
        if (received != nullptr) {
            *received = at::empty({rows.size(0)}, rows.options());
        }
        raggedAttention(projected.data_ptr<float>(), layout.offsets(), heads, hidden, context.data_ptr<float>(),
                        layer.projections->precision(), received != nullptr ? received->data_ptr<float>() : nullptr);
        return context;
    }
    const at::Tensor parts = layout.pad(projected, 0.0)
                                 .reshape({layout.sequences(), layout.longest(), 3, heads, hidden / heads})
                                 .permute({2, 0, 3, 1, 4});
    at::Tensor probabilities;
    const bool asked = attention != nullptr || received != nullptr;
    const at::Tensor context = attend(parts[0], parts[1], parts[2], maskOf(layout, keyBias, rows.options()), options,
                                      asked ? &probabilities : nullptr);
    if (received != nullptr) {
        *received = receivedOf(probabilities.detach(), layout);
    }
    if (attention != nullptr) {
        *attention = probabilities;
    }
    return layout.unpad(context.transpose(1, 2).reshape({layout.sequences(), layout.longest(), hidden}));
}

} // namespace adaplens
