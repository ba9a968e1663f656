// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"

namespace adaplens {

namespace {

/// How much a token is attended to by [CLS], heads averaged.
class Attention : public Attributor {
public:
    PassNeeds needs() const override { return {.forward = true, .kept = {.attention = true}}; }

    void score(Passes &passes, TokenScores &scores) const override
    {
        scores.source = passes.source();
        scores.layers = attentionScores(passes.forward());
    }
};

} // namespace

std::unique_ptr<Attributor> makeAttention()
{
    return std::make_unique<Attention>();
}

} // namespace adaplens
