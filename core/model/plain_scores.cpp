// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plain_scores_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

namespace adaplens {

namespace {

BatchInput inputOf(const Encoding &encoding)
{
    const Encoding *const one[] = {&encoding};
    return BatchInput::of(one);
}

/// Scores to values that sum to 1; all equal where there is nothing to divide by.
std::vector<float> shares(const at::Tensor &scores)
{
    const at::Tensor sum = scores.sum();
    const at::Tensor share =
        sum.item<float>() > 0 ? scores / sum : at::full_like(scores, 1.0 / static_cast<double>(scores.numel()));
    const at::Tensor values = share.to(at::kCPU, at::kFloat).contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

} // namespace

std::optional<std::vector<std::vector<float>>> attentionScores(const Weights &weights, const ModelInfo &info,
                                                               const Encoding &encoding, const std::stop_token &stop)
{
    const at::NoGradGuard guard;
    const BatchInput input = inputOf(encoding);
    at::Tensor rows = embed(weights, info, input, {});
    std::vector<std::vector<float>> result;
    for (const LayerWeights &layer : weights.layers) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        at::Tensor attention;
        rows = runLayer(layer, info, rows, input.layout, {}, {}, &attention);
        result.push_back(shares(attention[0].mean(0)[0]));
    }
    return result;
}

std::optional<std::vector<std::vector<float>>> saliencyScores(const Weights &weights, const ModelInfo &info,
                                                              const Encoding &encoding, const std::stop_token &stop)
{
    const at::AutoGradMode guard(true);
    const BatchInput input = inputOf(encoding);
    at::Tensor rows = embed(weights, info, input, {}).detach().requires_grad_(true);
    std::vector<at::Tensor> states;
    for (const LayerWeights &layer : weights.layers) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        states.push_back(rows);
        rows = runLayer(layer, info, rows, input.layout, {});
    }
    const at::Tensor logits = classify(weights, rows, input.layout, {})[0];
    const auto gradients = torch::autograd::grad({logits[logits.argmax().item<std::int64_t>()]}, states);
    std::vector<std::vector<float>> result;
    for (std::size_t l = 0; l < states.size(); ++l) {
        result.push_back(shares((gradients[l] * states[l].detach()).norm(2, {1})));
    }
    return result;
}

} // namespace adaplens
