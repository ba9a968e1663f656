// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/power_p.h"

#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/reduction/best_p.h"
#include "core/reduction/lists_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adaplens {

namespace {

class PowerReducer final : public Reducer {
public:
    PowerReducer(std::vector<std::size_t> retention, std::string name)
        : m_retention(std::move(retention)), m_name(std::move(name))
    {
    }

    [[nodiscard]] bool needsReceivedAttention() const override { return true; }
    std::optional<Decision> afterAttention(std::size_t layer, const at::Tensor &received,
                                           const AliveTokens &alive) const override
    {
        const std::vector<float> significance = valuesOf(received);
        requireFiniteScores(significance, m_name);
        const std::size_t most = m_retention.empty() ? std::numeric_limits<std::size_t>::max() : m_retention.at(layer);
        Decision decision;
        for (std::int64_t b = 0; b < alive.layout.sequences(); ++b) {
            keepBest(std::span(significance)
                         .subspan(static_cast<std::size_t>(alive.layout.begin(b)),
                                  static_cast<std::size_t>(alive.layout.length(b))),
                     most, decision);
        }
        return decision;
    }

private:
    std::vector<std::size_t> m_retention;
    std::string m_name;
};

class PowerRule final : public ReductionRule {
public:
    explicit PowerRule(PowerSettings settings) : m_settings(std::move(settings)) {}

    [[nodiscard]] const PowerSettings &values() const { return m_settings; }
    [[nodiscard]] RuleNames names() const override
    {
        return {.name = "power",
                .title = "PoWER-BERT",
                .score = "significance",
                .scoreTitle = message("significance"),
                .thresholdTitle = message("retention"),
                .keptBy = KeptBy::Rank,
                .ownUnit = true,
                .explanation =
                    message("Inside each layer, after its attention and before its feed-forward part, the significance "
                            "of a piece is the attention that it receives from all others that are left, mean over the "
                            "heads. As many of the best stay as the retention configuration has for the layer, the "
                            "same number in every text; where fewer are left, all stay."),
                .formulas = {"significance j = 1/heads · Σ heads Σ i≠j A(i, j)", "left = min( n, retention )"},
                .cost = costOfDroppingAfterAttention()};
    }
    [[nodiscard]] OrderedJson settings() const override { return toOrderedJson(m_settings); }
    void checkFits(const JsonBinder &config, const ModelInfo &info) const override
    {
        requireOnePerLayer(
            config, "power.retention", m_settings.retention, info, [](std::size_t tokens) { return tokens >= 1; },
            message("whole numbers of at least 1"));
    }
    [[nodiscard]] bool hasThresholds() const override { return !m_settings.retention.empty(); }
    /// Numbers of tokens, in the place of the retention configuration.
    [[nodiscard]] RulePointer withThresholds(Weights &, const ModelInfo &info,
                                             const std::vector<double> &values) const override
    {
        if (values.size() != info.layers) {
            throw Error("%1 numbers of tokens were given, but the model has %2 layers; give one for each.",
                        values.size(), info.layers);
        }
        PowerSettings changed;
        for (const double value : values) {
            if (!(value >= 1 && value <= 1e9) || value != std::floor(value)) {
                throw Error("Each number of tokens that a layer keeps must be a whole number of at least 1.");
            }
            changed.retention.push_back(static_cast<std::size_t>(value));
        }
        return powerRule(changed);
    }
    [[nodiscard]] std::vector<double> thresholds(const Weights &) const override
    {
        return {m_settings.retention.begin(), m_settings.retention.end()};
    }
    [[nodiscard]] std::vector<double> scaledThresholds(const Weights &weights, double scale) const override
    {
        std::vector<double> scaled = thresholds(weights);
        for (double &tokens : scaled) {
            tokens = std::clamp(std::round(tokens / scale), 1.0, 1e9);
        }
        return scaled;
    }
    [[nodiscard]] std::unique_ptr<Reducer> reducer(const Weights &, const ModelInfo &info) const override
    {
        return std::make_unique<PowerReducer>(m_settings.retention, info.name);
    }
    /// Attention sees all that enter the layer. Its column sums are additions, and no more counted than softmax's.
    [[nodiscard]] double operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const override
    {
        return operationsDroppingAfterAttention(info, alive);
    }
    /// The budget is one of a padded text: what the text does not fill, padding does.
    [[nodiscard]] std::vector<std::uint32_t> padded(const ModelInfo &, std::span<const std::uint32_t> alive,
                                                    std::uint32_t length) const override
    {
        std::vector<std::uint32_t> result{length};
        for (std::size_t l = 0; l + 1 < alive.size(); ++l) {
            const std::size_t most = m_settings.retention.empty() ? length : m_settings.retention.at(l);
            result.push_back(static_cast<std::uint32_t>(std::min<std::size_t>(most, result.back())));
        }
        return result;
    }

private:
    PowerSettings m_settings;
};

} // namespace

void bindJson(JsonBinder &json, PowerSettings &settings)
{
    json.value("retention", settings.retention);
}

PowerSettings powerSettings(const ModelInfo &info)
{
    const auto *rule = dynamic_cast<const PowerRule *>(info.rule.get());
    if (rule == nullptr) {
        throw Error("Model %1 has no retention configuration; name a PoWER-BERT model.", info.name);
    }
    return rule->values();
}

RulePointer powerRule(const PowerSettings &settings)
{
    return std::make_shared<const PowerRule>(settings);
}

RulePointer readPowerRule(JsonBinder &section)
{
    PowerSettings settings;
    bindJson(section, settings);
    return powerRule(settings);
}

} // namespace adaplens
