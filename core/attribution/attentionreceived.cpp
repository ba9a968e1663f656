// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"

namespace adaplens {

namespace {

/// How much a token is attended to by all tokens, on average.
class AttentionReceived : public Attributor {
public:
    PassNeeds needs() const override { return {.forward = true, .kept = {.attention = true}}; }

    void score(Passes &passes, TokenScores &scores) const override
    {
        scores.source = passes.source();
        for (const at::Tensor &attention : passes.forward().attention) {
            scores.layers.push_back(sharesOf(attention.mean(0)));
        }
    }
};

} // namespace

std::unique_ptr<Attributor> makeAttentionReceived()
{
    return std::make_unique<AttentionReceived>();
}

} // namespace adaplens
