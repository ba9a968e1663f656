// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/forced_p.h"

#include "core/error.h"

#include <utility>

namespace adaplens {

namespace {

class ForcedReducer final : public Reducer {
public:
    ForcedReducer(std::unique_ptr<Reducer> rule, std::vector<ForcedToken> forced)
        : m_rule(std::move(rule)), m_forced(std::move(forced))
    {
    }

    std::optional<Decision> beforeAttention(std::size_t layer, const at::Tensor &rows,
                                            const AliveTokens &alive) const override
    {
        return changed(layer, alive, m_rule->beforeAttention(layer, rows, alive));
    }
    std::optional<Decision> afterAttention(std::size_t layer, const at::Tensor &received,
                                           const AliveTokens &alive) const override
    {
        return changed(layer, alive, m_rule->afterAttention(layer, received, alive));
    }
    [[nodiscard]] bool needsReceivedAttention() const override { return m_rule->needsReceivedAttention(); }

private:
    /// Where the rule decides nothing, nothing is forced.
    [[nodiscard]] std::optional<Decision> changed(std::size_t layer, const AliveTokens &alive,
                                                  std::optional<Decision> decision) const
    {
        if (!decision) {
            return decision;
        }
        decision->forced.assign(decision->kept.size(), 0);
        for (std::size_t i = 0; i < alive.pieces.size(); ++i) {
            for (const ForcedToken &token : m_forced) {
                if (token.piece == alive.pieces[i] && layer >= token.fromLayer) {
                    decision->kept[i] = token.stays ? 1 : 0;
                    decision->forced[i] = 1;
                }
            }
        }
        return decision;
    }

    std::unique_ptr<Reducer> m_rule;
    std::vector<ForcedToken> m_forced;
};

} // namespace

std::unique_ptr<Reducer> withForced(std::unique_ptr<Reducer> rule, const ModelInfo &info,
                                    const std::vector<ForcedToken> &forced)
{
    for (const ForcedToken &token : forced) {
        if (token.piece == 0) {
            throw Error("[CLS] always stays, since the prediction is read from it; force other tokens.");
        }
        if (token.fromLayer >= info.layers) {
            throw Error("A token is forced from layer %1 on, but model %2 has layers 0 to %3.", token.fromLayer,
                        info.name, info.layers - 1);
        }
    }
    return forced.empty() ? std::move(rule) : std::make_unique<ForcedReducer>(std::move(rule), forced);
}

} // namespace adaplens
