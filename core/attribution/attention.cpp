// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"

namespace adaplens {

namespace {

/// How much a token is attended to: by [CLS], or by all tokens on average.
class Attention : public Attributor {
public:
    explicit Attention(bool received) : m_received(received) {}

    PassNeeds needs() const override { return {.forward = true, .kept = {.attention = true}}; }

    bool score(Passes &passes, TokenScores &scores) const override
    {
        scores.source = passes.source();
        if (!m_received) {
            scores.layers = attentionScores(passes.forward());
            return true;
        }
        for (const at::Tensor &attention : passes.forward().attention) {
            scores.layers.push_back(sharesOf(attention.mean(0)));
        }
        return true;
    }

private:
    bool m_received;
};

} // namespace

std::unique_ptr<Attributor> makeAttention()
{
    return std::make_unique<Attention>(false);
}

std::unique_ptr<Attributor> makeAttentionReceived()
{
    return std::make_unique<Attention>(true);
}

} // namespace adaplens
