// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"

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
        scores.layers = saliencyScores(passes.differentiable(), passes.target());
        return true;
    }
};

} // namespace

std::unique_ptr<Attributor> makeSaliency()
{
    return std::make_unique<Saliency>();
}

} // namespace adaplens
