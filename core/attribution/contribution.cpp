// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"
#include "core/error.h"

namespace adaplens {

namespace {

/// The scores by which the model's own rule drops tokens, from the pass that drops them. Where a layer decides nothing,
/// the tokens that are left share alike.
class Contribution : public Attributor {
public:
    PassNeeds needs() const override { return {.reduced = true}; }

    void score(Passes &passes, TokenScores &scores) const override
    {
        if (!passes.reduced()) {
            throw Error("Model %1 drops no tokens, so it has no scores to drop them by; open a model that does, or "
                        "choose another method.",
                        passes.classifier().info().name);
        }
        scores.source = ownSource(passes.classifier().info());
        std::vector<float> row(passes.encoding().pieces.size(), 0.0F);
        for (const LayerTrace &layer : passes.reduced()->layers.front()) {
            if (passes.options().dropped == DroppedScore::Zero) {
                std::fill(row.begin(), row.end(), 0.0F);
            }
            const std::vector<float> &seen = passes.options().raw ? layer.raw : layer.adjusted;
            for (std::size_t i = 0; i < layer.alive.size(); ++i) {
                row[layer.alive[i]] = seen[i];
            }
            scores.layers.push_back(row);
        }
    }
};

} // namespace

std::unique_ptr<Attributor> makeContribution()
{
    return std::make_unique<Contribution>();
}

} // namespace adaplens
