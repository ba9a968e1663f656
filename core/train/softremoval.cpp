// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/softremoval_p.h"

#include "core/reduction/adapler_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace adaplens {

namespace {

constexpr double beta = 0.1;
constexpr double lowest = -10000.0;
constexpr double minimumTheta = 0.001;

at::Tensor renormalise(const at::Tensor &scores)
{
    return scores / scores.sum(1, true).clamp_min(1e-30);
}

/// Multiplies the first column, [CLS]'s, by a scalar tensor.
at::Tensor scaleCls(const at::Tensor &scores, const at::Tensor &factor)
{
    return at::cat({scores.narrow(1, 0, 1) * factor, scores.narrow(1, 1, scores.size(1) - 1)}, 1);
}

/// e of a layer: clamp(min((lambda/d)(x-d) - beta/lambda, (x-1)(beta/lambda)/(1-d+1e-7)), -10000, 0) * m, 0 for [CLS].
at::Tensor penaltyOf(const at::Tensor &x, const at::Tensor &d, const at::Tensor &m, const at::Tensor &notCls,
                     double lambda)
{
    const double slope = beta / lambda;
    const at::Tensor below = (lambda / d) * (x - d) - slope;
    const at::Tensor above = (x - 1) * slope / (1 - d + 1e-7);
    return at::minimum(below, above).clamp(lowest, 0.0) * m * notCls;
}

} // namespace

SoftPass runSoft(const Weights &weights, const ModelInfo &info, const BatchInput &batch, const SoftOptions &options)
{
    const Layout &layout = batch.layout;
    at::Tensor rows = embed(weights, info, batch, options.pass);
    const auto floats = rows.options().requires_grad(false);
    const at::Tensor real = layout.pad(at::ones({layout.rows()}, floats), 0.0);
    at::Tensor notCls = real.clone();
    notCls.select(1, 0).zero_(); // 1 for every real token but [CLS]

    const AdaplerTensors own = adaplerTensors(weights);
    SoftPass pass;
    at::Tensor m = real;
    at::Tensor bias = at::zeros_like(real);
    for (std::size_t l = 0; l < weights.layers.size(); ++l) {
        SoftLayer layer;
        layer.entering = m;
        const at::Tensor logits =
            layout.pad(predictorLogits(own.predictors[l], rows), -std::numeric_limits<double>::infinity());
        layer.raw = renormalise(at::softmax(logits, 1) * m);
        layer.adjusted = layer.raw;
        if (l > 0) {
            const auto i = static_cast<std::int64_t>(l) - 1;
            if (options.thetaForward) {
                layer.adjusted = renormalise(scaleCls(layer.adjusted, own.theta[i].clamp_min(minimumTheta)));
            }
            if (options.clsMultiplier.defined()) {
                layer.adjusted = renormalise(scaleCls(layer.adjusted, options.clsMultiplier[i]));
            }
        }
        const at::Tensor n = 1 + (m * notCls).sum(1, true);
        layer.threshold = own.eta[static_cast<std::int64_t>(l)] / n;
        layer.penalty = penaltyOf(layer.adjusted, layer.threshold, m, notCls, options.lambda);
        bias = (bias + layer.penalty).clamp_min(lowest);
        m = m * at::exp(layer.penalty);
        layer.length = 1 + (m * notCls).sum(1);
        rows = runLayer(weights.layers[l], info, rows, layout, options.pass, bias);
        pass.layers.push_back(std::move(layer));
    }
    pass.logits = classify(weights, rows, layout, options.pass);
    return pass;
}

at::Tensor runPlain(const Weights &weights, const ModelInfo &info, at::Tensor rows, const Layout &layout,
                    const PassOptions &options)
{
    for (const LayerWeights &layer : weights.layers) {
        rows = runLayer(layer, info, rows, layout, options);
    }
    return classify(weights, rows, layout, options);
}

at::Tensor contributionLoss(const SoftPass &pass, const at::Tensor &saliency, const at::Tensor &theta)
{
    constexpr double smallest = 1e-7;
    const auto count = static_cast<std::int64_t>(pass.layers.size());
    at::Tensor loss = at::zeros({}, saliency.options());
    for (std::int64_t l = 0; l < count; ++l) {
        const SoftLayer &layer = pass.layers[static_cast<std::size_t>(l)];
        const at::Tensor m = layer.entering.detach();
        at::Tensor target = saliency * m;
        if (l > 0) {
            target = scaleCls(target, theta[l - 1].detach());
        }
        target = renormalise(target).clamp_min(smallest);
        const at::Tensor raw = layer.raw.clamp_min(smallest);
        const at::Tensor divergence = (target * (target.log() - raw.log())).sum(1);
        const at::Tensor weight = m.size(1) > 1 ? std::get<0>(m.narrow(1, 1, m.size(1) - 1).max(1)) : m.select(1, 0);
        loss = loss + static_cast<double>(count - l) * (weight * divergence).mean();
    }
    return loss;
}

at::Tensor lengthLoss(const SoftPass &pass)
{
    at::Tensor sum = pass.layers.front().length;
    for (std::size_t l = 1; l < pass.layers.size(); ++l) {
        sum = sum + pass.layers[l].length;
    }
    return sum.mean();
}

at::Tensor crossEntropies(const at::Tensor &logits, const at::Tensor &labels, const at::Tensor &classWeights)
{
    const at::Tensor each = -at::log_softmax(logits, 1).gather(1, labels.unsqueeze(1)).squeeze(1);
    return classWeights.defined() ? each * classWeights.index_select(0, labels) : each;
}

at::Tensor crossEntropy(const at::Tensor &logits, const at::Tensor &labels, const at::Tensor &classWeights)
{
    return crossEntropies(logits, labels, classWeights).mean();
}

double lambdaAt(std::size_t epoch, std::size_t epochs)
{
    // Harder than float32 can tell; after 38 epochs there would be no such number.
    constexpr double hardest = 1e12;
    const auto e = static_cast<double>(epoch);
    if (epochs == 3) {
        return 50 * std::pow(50.0, e);
    }
    return std::min(hardest, 10 * std::pow(epochs == 10 ? 3.0 : 10.0, e));
}

at::Tensor saliencyTargets(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                           const at::Tensor &labels, const PassOptions &options)
{
    const at::AutoGradMode gradients(true);
    const at::Tensor embedded = embed(weights, info, batch, options).detach().requires_grad_(true);
    const at::Tensor logits = runPlain(weights, info, embedded, batch.layout, options);
    const at::Tensor gold = logits.gather(1, labels.unsqueeze(1)).sum();
    const at::Tensor gradient = torch::autograd::grad({gold}, {embedded}).front();
    return (gradient * embedded.detach()).norm(2, 1);
}

} // namespace adaplens
