// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"

namespace adaplens {

namespace {

/// Gradient times input at the states that enter each layer.
class Saliency : public Attributor {
public:
    PassNeeds needs() const override { return {.forward = true, .kept = {.gradients = true}}; }

    void score(Passes &passes, TokenScores &scores) const override
    {
        stopIfAsked(passes.stop());
        scores.source = passes.source();
        scores.target = passes.target();
        scores.layers = saliencyScores(passes.differentiable(), passes.target());
    }
};

} // namespace

std::unique_ptr<Attributor> makeSaliency()
{
    return std::make_unique<Saliency>();
}

} // namespace adaplens
