// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

namespace adaplens {

namespace {

/// Gradient times input at the states that enter each layer.
class Saliency : public Attributor {
public:
    PassNeeds needs() const override { return {.forward = true, .kept = {.gradients = true}}; }

    bool score(Passes &passes, TokenScores &scores) const override
    {
        if (passes.stop().stop_requested()) {
            return false;
        }
        scores.source = passes.source();
        scores.target = passes.target();
        scores.layers = saliencyScores(passes.forward(), passes.target());
        return true;
    }
};

} // namespace

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

std::unique_ptr<Attributor> makeSaliency()
{
    return std::make_unique<Saliency>();
}

} // namespace adaplens
