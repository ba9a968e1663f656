// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/trbert_p.h"

#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/io/fixednumber.h"
#include "core/reduction/best_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adaplens {

namespace {

std::string selectorName(std::size_t number)
{
    return "trbert.selector." + std::to_string(number);
}

class TrbertReducer final : public Reducer {
public:
    TrbertReducer(const Weights &weights, double threshold, const ModelInfo &info)
        : m_selectors(selectorsOf(weights)),
          m_places(selectorPlaces(info.layers)),
          m_threshold(static_cast<float>(threshold)),
          m_name(info.name)
    {
    }

    std::optional<Decision> beforeAttention(std::size_t layer, const at::Tensor &rows,
                                            const AliveTokens &alive) const override
    {
        const auto place = std::ranges::find(m_places, layer);
        if (place == m_places.end()) {
            return std::nullopt;
        }
        const at::Tensor logits =
            predictorLogits(m_selectors[static_cast<std::size_t>(place - m_places.begin())], rows);
        requireFiniteScores(valuesOf(logits), m_name); // a probability would be 0 or 1
        const std::vector<float> probabilities = valuesOf(at::sigmoid(logits.to(at::kFloat)));
        Decision decision;
        for (std::int64_t b = 0; b < alive.layout.sequences(); ++b) {
            decide(std::span(probabilities)
                       .subspan(static_cast<std::size_t>(alive.layout.begin(b)),
                                static_cast<std::size_t>(alive.layout.length(b))),
                   decision);
        }
        return decision;
    }

private:
    void decide(std::span<const float> probabilities, Decision &decision) const
    {
        const float scale = addShares(probabilities, decision);
        std::size_t ties = 0;
        for (std::size_t i = 0; i < probabilities.size(); ++i) {
            decision.kept.push_back(i == 0 || probabilities[i] >= m_threshold ? 1 : 0);
            ties += i > 0 && std::abs(probabilities[i] - m_threshold) < nearTie ? 1 : 0;
        }
        decision.thresholds.push_back(scale > 0 ? m_threshold / scale : 1.0F);
        decision.nearTies.push_back(ties);
    }

    std::vector<PredictorWeights> m_selectors;
    std::vector<std::size_t> m_places;
    float m_threshold;
    std::string m_name;
};

class TrbertRule final : public ReductionRule {
public:
    explicit TrbertRule(const TrbertSettings &settings) : m_settings(settings) {}

    [[nodiscard]] const TrbertSettings &values() const { return m_settings; }
    [[nodiscard]] RuleNames names() const override
    {
        const std::string inner = std::to_string(m_settings.selectorHidden);
        return {.name = "trbert",
                .title = "TR-BERT",
                .score = "keep-probability",
                .scoreTitle = message("probability to be kept"),
                .thresholdTitle = message("threshold"),
                .keptBy = KeptBy::OwnScore,
                .ownUnit = true,
                .explanation = message(
                    "Before the attention of two layers, the second and the one in the middle, a selector looks at "
                    "each piece that is left and gives it a probability to be kept, whatever the others get. A piece "
                    "stays if that is at least the threshold. The other layers decide nothing."),
                .formulas = {"p = sigmoid( Linear " + inner + "→1 ( GELU ( Linear H→" + inner + " ( h ) ) ) )",
                             "p ≥ " + fixedNumber(m_settings.threshold, 2)},
                .cost = message("Each selector takes (%1·H + %1)·n more.", 2 * m_settings.selectorHidden)};
    }
    [[nodiscard]] OrderedJson settings() const override { return toOrderedJson(m_settings); }
    void checkFits(const JsonBinder &config, const ModelInfo &info) const override
    {
        if (info.layers < 2) {
            config.fail("num_hidden_layers",
                        message("%1 was found, at least 2 was expected: TR-BERT drops tokens before layer 1, counted "
                                "from 0",
                                info.layers));
        }
    }
    [[nodiscard]] std::vector<TensorSpec> tensors(const ModelInfo &info) const override
    {
        std::vector<TensorSpec> specs;
        for (std::size_t i = 0; i < selectorPlaces(info.layers).size(); ++i) {
            addPredictor(selectorName(i), info.hidden, m_settings.selectorHidden, specs);
        }
        return specs;
    }
    [[nodiscard]] at::Tensor initial(const TensorSpec &spec, at::Generator &generator) const override
    {
        return initialPredictor(spec, generator);
    }
    [[nodiscard]] bool hasThresholds() const override { return true; }
    [[nodiscard]] bool hasLayerThresholds() const override { return false; }
    /// One value: the threshold of all selectors.
    [[nodiscard]] RulePointer withThresholds(Weights &, const ModelInfo &,
                                             const std::vector<double> &values) const override
    {
        if (values.size() != 1 || !(values.front() >= 0 && values.front() <= 1)) {
            throw Error("TR-BERT has one threshold, of the probability to be kept; give one number from 0 to 1.");
        }
        TrbertSettings changed = m_settings;
        changed.threshold = values.front();
        return trbertRule(changed);
    }
    [[nodiscard]] std::vector<double> thresholds(const Weights &) const override { return {m_settings.threshold}; }
    [[nodiscard]] std::vector<double> scaledThresholds(const Weights &, double scale) const override
    {
        return {std::clamp(m_settings.threshold * scale, 0.0, 1.0)};
    }
    [[nodiscard]] std::unique_ptr<Reducer> reducer(const Weights &weights, const ModelInfo &info) const override
    {
        return std::make_unique<TrbertReducer>(weights, m_settings.threshold, info);
    }
    /// Selectors run on the tokens that enter their layer.
    [[nodiscard]] double operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const override
    {
        double total = ReductionRule::operations(info, alive);
        for (const std::size_t layer : selectorPlaces(info.layers)) {
            total += predictorOperations(info.hidden, m_settings.selectorHidden, alive[layer]);
        }
        return total;
    }
    /// Padding goes at the first selector.
    [[nodiscard]] std::vector<std::uint32_t> padded(const ModelInfo &info, std::span<const std::uint32_t> alive,
                                                    std::uint32_t length) const override
    {
        std::vector<std::uint32_t> result(alive.begin(), alive.end());
        const std::vector<std::size_t> places = selectorPlaces(info.layers);
        const std::size_t first = places.empty() ? info.layers : places.front();
        std::fill_n(result.begin(), first + 1, length);
        return result;
    }

private:
    TrbertSettings m_settings;
};

} // namespace

void bindJson(JsonBinder &json, TrbertSettings &settings)
{
    json.value("selector_hidden_size", settings.selectorHidden, 1, 65536);
    json.value("threshold", settings.threshold, 0, 1);
}

TrbertSettings trbertSettings(const ModelInfo &info)
{
    const auto *rule = dynamic_cast<const TrbertRule *>(info.rule.get());
    if (rule == nullptr) {
        throw Error("Model %1 has no selectors; name a TR-BERT model.", info.name);
    }
    return rule->values();
}

std::vector<std::size_t> selectorPlaces(std::size_t layers)
{
    std::vector<std::size_t> places;
    for (const std::size_t place : {std::size_t{1}, layers / 2}) {
        if (place >= 1 && place < layers && (places.empty() || places.back() != place)) {
            places.push_back(place);
        }
    }
    return places;
}

std::vector<PredictorWeights> selectorsOf(const Weights &weights)
{
    std::vector<PredictorWeights> selectors;
    while (weights.rule.contains(selectorName(selectors.size()) + ".dense.weight")) {
        selectors.push_back(predictorNamed(weights, selectorName(selectors.size())));
    }
    return selectors;
}

RulePointer trbertRule(const TrbertSettings &settings)
{
    return std::make_shared<const TrbertRule>(settings);
}

RulePointer readTrbertRule(JsonBinder &section)
{
    TrbertSettings settings;
    bindJson(section, settings);
    return trbertRule(settings);
}

} // namespace adaplens
