// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/adapler_p.h"

#include "core/encoder/encoder_p.h"
#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/io/fixednumber.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace adaplens {

static void bindJson(JsonBinder &json, AdaplerSettings &settings)
{
    json.value("cp_hidden_size", settings.cpHidden, 1, 65536);
    json.word("theta_mode", settings.thetaForward, "forward", "target");
}

namespace {

constexpr const char *etaName = "adapler.eta", *thetaName = "adapler.theta";

std::string predictorName(std::size_t layer)
{
    return "adapler.cp." + std::to_string(layer);
}

/// Keeps the tokens whose contribution score reaches eta / n.
class AdaplerReducer final : public Reducer {
public:
    AdaplerReducer(const AdaplerTensors &tensors, bool thetaForward, std::string name)
        : m_predictors(tensors.predictors),
          m_eta(valuesOf(tensors.eta)),
          m_theta(valuesOf(tensors.theta)),
          m_thetaForward(thetaForward),
          m_name(std::move(name))
    {
    }

    std::optional<Decision> beforeAttention(std::size_t layer, const at::Tensor &rows,
                                            const AliveTokens &alive) const override
    {
        const Layout &layout = alive.layout;
        const at::Tensor logits = predictorLogits(m_predictors[layer], rows).detach().to(at::kCPU).contiguous();
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
                throw Error("Model %1 computed contribution scores that are not finite; its weights are damaged.",
                            m_name);
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

class AdaplerRule final : public ReductionRule {
public:
    explicit AdaplerRule(const AdaplerSettings &settings) : m_settings(settings) {}

    [[nodiscard]] const AdaplerSettings &values() const { return m_settings; }
    [[nodiscard]] RuleNames names() const override
    {
        const std::string inner = std::to_string(m_settings.cpHidden);
        return {.explanation = message(
                    "Before the attention of each layer a small contribution predictor looks at the n pieces that are "
                    "left and gives each a score; the scores of a layer add up to 1. A piece stays if its score is at "
                    "least the threshold δ. η, between 0.01 and 1, was learned with the model."),
                .formulas = {"S = softmax( Linear " + inner + "→1 ( GELU ( Linear H→" + inner + " ( h ) ) ) )",
                             "S ≥ δ = η / n"},
                .cost = message("Each contribution predictor takes (%1·H + %1)·n more.", 2 * m_settings.cpHidden)};
    }
    [[nodiscard]] OrderedJson settings() const override { return toOrderedJson(m_settings); }
    [[nodiscard]] std::vector<TensorSpec> tensors(const ModelInfo &info) const override
    {
        constexpr auto part = TensorSpec::Part::Rule;
        const auto layers = static_cast<std::int64_t>(info.layers);
        std::vector<TensorSpec> specs;
        for (std::size_t l = 0; l < info.layers; ++l) {
            addPredictor(predictorName(l), info.hidden, m_settings.cpHidden, specs);
        }
        specs.push_back({etaName, {layers}, part, true});
        specs.push_back({thetaName, {layers - 1}, part, true});
        return specs;
    }
    /// Eta 0.25, theta 1. Source: Modarressi et al. 2022.
    [[nodiscard]] at::Tensor initial(const TensorSpec &spec, at::Generator &generator) const override
    {
        if (spec.exact) {
            return at::full(spec.shape, spec.name == etaName ? 0.25 : 1.0, at::kFloat);
        }
        return initialPredictor(spec, generator);
    }
    [[nodiscard]] std::optional<Message> problem(const Weights &weights) const override
    {
        const at::Tensor &eta = weights.rule.at(etaName);
        const at::Tensor wrong = at::logical_or(eta <= 0, eta > 1).nonzero();
        if (wrong.numel() == 0) {
            return std::nullopt;
        }
        const auto layer = wrong[0].item<std::int64_t>();
        return message("%1 of layer %2 is %3, expected more than 0 and at most 1", etaName, layer,
                       fixedNumber(eta[layer].item<double>(), 6));
    }
    [[nodiscard]] bool hasThresholds() const override { return true; }
    [[nodiscard]] RulePointer withThresholds(Weights &weights, const ModelInfo &,
                                             const std::vector<double> &eta) const override
    {
        at::Tensor &own = weights.rule.at(etaName);
        if (static_cast<std::int64_t>(eta.size()) != own.numel()) {
            throw Error("Eta has %1 values, but the model has %2 layers; give one for each.", eta.size(), own.numel());
        }
        if (std::any_of(eta.begin(), eta.end(), [](double value) { return !(value >= 0.01 && value <= 1); })) {
            throw Error("Each value of eta must lie between 0.01 and 1.");
        }
        own = at::tensor(eta).to(at::kFloat);
        return nullptr;
    }
    [[nodiscard]] std::vector<double> thresholds(const Weights &weights) const override
    {
        const std::vector<float> eta = valuesOf(weights.rule.at(etaName));
        return {eta.begin(), eta.end()};
    }
    [[nodiscard]] std::vector<double> scaledThresholds(const Weights &weights, double scale) const override
    {
        std::vector<double> scaled = thresholds(weights);
        for (double &eta : scaled) {
            eta = std::clamp(eta * scale, 0.01, 1.0);
        }
        return scaled;
    }
    [[nodiscard]] std::unique_ptr<Reducer> reducer(const Weights &weights, const ModelInfo &info) const override
    {
        return std::make_unique<AdaplerReducer>(adaplerTensors(weights), m_settings.thetaForward, info.name);
    }
    /// Each predictor runs on every token that enters its layer.
    [[nodiscard]] double operations(const ModelInfo &info, std::span<const std::uint32_t> alive) const override
    {
        double total = ReductionRule::operations(info, alive);
        for (const std::uint32_t n : alive.first(alive.size() - 1)) {
            total += predictorOperations(info.hidden, m_settings.cpHidden, n);
        }
        return total;
    }

private:
    AdaplerSettings m_settings;
};

} // namespace

AdaplerTensors adaplerTensors(const Weights &weights)
{
    AdaplerTensors tensors;
    for (std::size_t l = 0; weights.rule.contains(predictorName(l) + ".dense.weight"); ++l) {
        tensors.predictors.push_back(predictorNamed(weights, predictorName(l)));
    }
    tensors.eta = weights.rule.at(etaName);
    tensors.theta = weights.rule.at(thetaName);
    return tensors;
}

AdaplerSettings adaplerSettings(const ModelInfo &info)
{
    const auto *rule = dynamic_cast<const AdaplerRule *>(info.rule.get());
    if (rule == nullptr) {
        throw Error("Model %1 has no contribution predictors; name an AdapLeR model.", info.name);
    }
    return rule->values();
}

RulePointer adaplerRule(const AdaplerSettings &settings)
{
    return std::make_shared<const AdaplerRule>(settings);
}

RulePointer readAdaplerRule(JsonBinder &section)
{
    AdaplerSettings settings;
    bindJson(section, settings);
    return adaplerRule(settings);
}

} // namespace adaplens
