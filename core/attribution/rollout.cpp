// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"

namespace adaplens {

namespace {

/// Attention rollout: how much of each token's embedding reaches [CLS] if attention and residual mix equally.
/// R^l = A~^l R^{l-1}, A~ = A + I with rows made to sum to 1. Source: Abnar & Zuidema 2020, section 3.
class Rollout : public Attributor {
public:
    PassNeeds needs() const override { return {.forward = true, .kept = {.attention = true}}; }

    void score(Passes &passes, TokenScores &scores) const override
    {
        scores.source = passes.source();
        const auto &attention = passes.forward().attention;
        for (std::size_t layer = 0; layer < attention.size(); ++layer) {
            // Only the row of [CLS] is wanted: a vector through the matrices from the last to the first is enough.
            at::Tensor row = mixed(attention[layer][0], 0);
            for (std::size_t below = layer; below-- > 0;) {
                row = throughLayer(row, attention[below]);
            }
            scores.layers.push_back(sharesOf(row));
        }
    }

private:
    /// Row `token` of A~, from that row of A.
    static at::Tensor mixed(const at::Tensor &row, std::int64_t token)
    {
        at::Tensor result = row.clone();
        result[token].add_(1);
        return result.div_(result.sum());
    }

    /// row A~. The rows of A + I sum to 1 + those of A.
    static at::Tensor throughLayer(const at::Tensor &row, const at::Tensor &attention)
    {
        const at::Tensor weighted = row / (attention.sum(1) + 1);
        return at::mv(attention.t(), weighted) + weighted;
    }
};

} // namespace

std::unique_ptr<Attributor> makeRollout()
{
    return std::make_unique<Rollout>();
}

} // namespace adaplens
