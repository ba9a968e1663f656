// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"
#include "core/attribution/shortened_p.h"
#include "core/model/classifier_p.h"

#include <algorithm>

namespace adaplens {

namespace {

/// How far the class's probability falls when one piece is deleted and the rest moves together. Negative where it
/// rises. [CLS] and [SEP] are never deleted and have 0. Source: Li et al. 2016, "Understanding neural networks through
/// representation erasure".
class LeaveOneOut : public Attributor {
public:
    PassNeeds needs() const override { return {.forward = true}; }

    ExtraPasses extraPasses(const Encoding &encoding, const AttributionOptions &) const override
    {
        return {static_cast<std::size_t>(std::count_if(encoding.pieces.begin(), encoding.pieces.end(),
                                                       [](const Piece &piece) { return !piece.special; })),
                1};
    }

    void score(Passes &passes, TokenScores &scores) const override
    {
        const std::vector<Piece> &pieces = passes.encoding().pieces;
        std::vector<std::size_t> deleted;
        std::vector<Encoding> texts;
        std::vector<std::uint8_t> stays(pieces.size(), 1);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (!pieces[i].special) {
                stays[i] = 0;
                texts.push_back(withPieces(passes.encoding(), stays));
                deleted.push_back(i);
                stays[i] = 1;
            }
        }
        const auto without = probabilitiesOf(passes.classifier(), texts, passes.explainedPass(), passes.stop(),
                                             [&](std::size_t count) { passes.advance(count); });
        const float whole = predictionOf(passes.logits()).probabilities[passes.target()];
        std::vector<float> row(pieces.size(), 0.0F);
        for (std::size_t i = 0; i < deleted.size(); ++i) {
            row[deleted[i]] = whole - without[i][passes.target()];
        }
        scores.source = passes.source();
        scores.target = passes.target();
        scores.layers.push_back(std::move(row));
    }
};

} // namespace

std::unique_ptr<Attributor> makeLeaveOneOut()
{
    return std::make_unique<LeaveOneOut>();
}

} // namespace adaplens
