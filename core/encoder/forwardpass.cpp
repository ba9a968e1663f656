// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/forwardpass_p.h"

#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

namespace adaplens {

void requireFinite(const at::Tensor &logits, const ModelInfo &info)
{
    if (!logits.isfinite().all().item<bool>()) {
        throw Error("Model %1 computed numbers that are not finite; its weights are damaged.", info.name);
    }
}

std::optional<at::Tensor> runLayers(const Weights &weights, const ModelInfo &info, at::Tensor rows,
                                    const Layout &layout, const std::stop_token &stop, const ForwardNeeds &needs,
                                    ForwardPass *kept)
{
    for (const LayerWeights &layer : weights.layers) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        if (kept != nullptr && needs.gradients) {
            kept->states.push_back(rows);
        }
        at::Tensor attention;
        const bool wanted = kept != nullptr && needs.attention;
        rows = runLayer(layer, info, rows, layout, {}, {}, wanted ? &attention : nullptr);
        if (wanted) {
            kept->attention.push_back(attention.detach()[0].mean(0));
        }
    }
    return classify(weights, rows, layout, {});
}

std::optional<ForwardPass> runForward(const Weights &weights, const ModelInfo &info, const Encoding &encoding,
                                      const ForwardNeeds &needs, const std::stop_token &stop)
{
    const at::AutoGradMode guard(needs.gradients);
    const Encoding *const one[] = {&encoding};
    const BatchInput input = BatchInput::of(one);
    at::Tensor rows = embed(weights, info, input, {});
    if (needs.gradients) {
        rows = rows.detach().requires_grad_(true);
    }
    ForwardPass pass;
    const auto logits = runLayers(weights, info, std::move(rows), input.layout, stop, needs, &pass);
    if (!logits) {
        return std::nullopt;
    }
    pass.logits = (*logits)[0];
    requireFinite(pass.logits, info);
    return pass;
}

std::vector<std::vector<float>> attentionScores(const ForwardPass &pass)
{
    std::vector<std::vector<float>> scores;
    for (const at::Tensor &attention : pass.attention) {
        scores.push_back(sharesOf(attention[0]));
    }
    return scores;
}

std::vector<std::vector<float>> saliencyScores(const ForwardPass &pass, std::size_t target)
{
    std::vector<at::Tensor> gradients;
    {
        const at::AutoGradMode guard(true);
        gradients = torch::autograd::grad({pass.logits[static_cast<std::int64_t>(target)]}, pass.states);
    }
    const at::NoGradGuard guard;
    std::vector<std::vector<float>> scores;
    for (std::size_t l = 0; l < gradients.size(); ++l) {
        scores.push_back(sharesOf((gradients[l] * pass.states[l]).norm(2, {1})));
    }
    return scores;
}

std::vector<float> sharesOf(const at::Tensor &scores)
{
    const at::Tensor sum = scores.sum();
    const auto total = sum.item<float>();
    if (!std::isfinite(total)) {
        throw Error("The scores of this text are not finite; the model's weights are damaged.");
    }
    return valuesOf(total > 0 ? scores / sum : at::full_like(scores, 1.0 / static_cast<double>(scores.numel())));
}

} // namespace adaplens
