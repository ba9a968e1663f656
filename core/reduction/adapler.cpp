// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/reduction/reducer_p.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace adaplens {

namespace {

/// Keeps the tokens whose contribution score reaches eta / n.
class Adapler : public Reducer {
public:
    Adapler(const Weights &weights, const ModelInfo &info)
        : m_predictors(weights.predictors),
          m_eta(valuesOf(weights.eta)),
          m_theta(valuesOf(weights.theta)),
          m_thetaForward(info.thetaForward),
          m_name(info.name)
    {
    }

    std::optional<Decision> beforeAttention(std::size_t layer, const at::Tensor &rows,
                                            const Layout &layout) const override
    {
        const at::Tensor logits = contributionLogits(m_predictors[layer], rows).detach().to(at::kCPU).contiguous();
        Decision decision;
        decision.raw.reserve(static_cast<std::size_t>(layout.rows()));
        for (std::int64_t b = 0; b < layout.sequences(); ++b) {
            // One softmax a sequence: its numbers do not depend on what else is in the batch.
            decide(layer, at::softmax(logits.slice(0, layout.begin(b), layout.begin(b + 1)), 0), decision);
        }
        return decision;
    }

private:
    void decide(std::size_t layer, const at::Tensor &scores, Decision &decision) const
    {
        at::Tensor adjusted = scores;
        if (m_thetaForward && layer > 0) {
            adjusted = scores.clone();
            adjusted[0].mul_(std::max(0.001F, m_theta[layer - 1]));
            adjusted.div_(adjusted.sum());
        }
        const auto n = static_cast<std::size_t>(scores.numel());
        const float threshold = (1.0F / static_cast<float>(n)) * m_eta[layer];
        const auto *raw = scores.data_ptr<float>();
        const auto *compared = adjusted.data_ptr<float>();
        std::size_t ties = 0;
        for (std::size_t i = 0; i < n; ++i) {
            if (!std::isfinite(compared[i])) {
                // No comparison with them holds: all but [CLS] would go, and the answer look sound.
                throw Error("Model " + m_name +
                            " computed contribution scores that are not finite; its weights are damaged.");
            }
            decision.raw.push_back(raw[i]);
            decision.adjusted.push_back(compared[i]);
            decision.kept.push_back(i == 0 || compared[i] >= threshold ? 1 : 0);
            ties += i > 0 && std::abs(compared[i] - threshold) < nearTie ? 1 : 0;
        }
        decision.thresholds.push_back(threshold);
        decision.nearTies.push_back(ties);
    }

    std::vector<PredictorWeights> m_predictors;
    std::vector<float> m_eta, m_theta;
    bool m_thetaForward;
    std::string m_name;
};

} // namespace

std::unique_ptr<Reducer> makeAdapler(const Weights &weights, const ModelInfo &info)
{
    return std::make_unique<Adapler>(weights, info);
}

} // namespace adaplens
