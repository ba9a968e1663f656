// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/trbert_p.h"
#include "core/train/loop_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/methods/saliency_p.h"
#include "core/train/policygradient_p.h"
#include "core/train/taskloss_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <numeric>

namespace adaplens {

namespace {

constexpr const char *policyStep = "trbert-policy";
constexpr const char *jointStep = "trbert";

struct PolicySettings {
    std::size_t epochs = 3;
    double learningRate = 1e-3;
    std::size_t samples = 8; ///< passes of each text, whose mean reward is the baseline
    double alpha = 1;        ///< price of keeping every token, in units of the cross-entropy
    double guideRate = 0.5;  ///< share of the steps in which the first sample follows the saliency ranking
    double tolerance = 0.05; ///< score that may be lost against the fine-tuned model; joint training wins it back

    friend void bindJson(JsonBinder &json, PolicySettings &settings)
    {
        json.value("epochs", settings.epochs, 1, 1000);
        json.value("learning_rate", settings.learningRate, 0, 1);
        json.value("samples", settings.samples, 2, 1000);
        json.value("alpha", settings.alpha, 0, 1e6);
        json.value("guide_rate", settings.guideRate, 0, 1);
        json.value("tolerance", settings.tolerance, 0, 1);
    }
};

struct JointSettings {
    std::size_t epochs = 3;
    double learningRate = 3e-5;
    double selectorLearningRate = 0; ///< 0 = learningRate
    std::size_t samples = 4;         ///< the published code takes 8; each is a pass with gradients
    double alpha = 1;
    double tolerance = 0.01; ///< score that may be lost against the fine-tuned model

    friend void bindJson(JsonBinder &json, JointSettings &settings)
    {
        json.value("epochs", settings.epochs, 1, 1000);
        json.value("learning_rate", settings.learningRate, 0, 1);
        json.value("selector_learning_rate", settings.selectorLearningRate, 0, 1);
        json.value("samples", settings.samples, 2, 1000);
        json.value("alpha", settings.alpha, 0, 1e6);
        json.value("tolerance", settings.tolerance, 0, 1);
    }
};

constexpr double epsilon = 1e-8;

/// A model of the run's own name and rule with the weights that a finished step chose, its selectors too if it has any.
Checkpoint startOf(const Run &run, const std::string &step)
{
    Checkpoint model = run.start;
    model.weights = run.chosenModel(step).weights;
    if (model.weights.rule.empty()) {
        model.weights.rule = run.start.weights.rule;
    }
    return model;
}

/// What the loop is told of a sampled batch; its gradients are still missing.
BatchResult resultOf(const SampledPass &pass, const at::Tensor &task, const at::Tensor &policy,
                     const at::Tensor &rewards)
{
    auto shares = OrderedJson::array();
    for (const std::vector<double> &ofSelector : pass.shares) {
        shares.push_back(std::accumulate(ofSelector.begin(), ofSelector.end(), 0.0) /
                         static_cast<double>(ofSelector.size()));
    }
    return {task.item<double>(),
            pass.places,
            {{"reward", rewards.mean().item<double>()},
             {"policy", policy.item<double>()},
             {"shares", shares},
             {"entropy", meanEntropy(pass)}},
            {}};
}

/// The selectors alone, on the fine-tuned encoder as it is.
class PolicyTraining : public TrainMethod {
public:
    PolicyTraining(const Run &run, const PolicySettings &settings)
        : m_run(run),
          m_settings(settings),
          m_model(startOf(run, fineTuneStep)),
          m_ranking(readTargets(run.finished.at(saliencyStep).folder, run.sets)),
          m_optimiser(selectors(), epsilon),
          m_taskLoss(run, 0),
          m_frozen(m_model.weights),
          m_options{{0, 0, run.products()}, settings.samples, true},
          m_guidedSteps(static_cast<std::int64_t>(
              settings.guideRate * static_cast<double>(settings.epochs * epochBatches(run.sets, 0, 0, true).size())))
    {
        if (run.device().is_cpu()) { // what is not trained runs as in inference
            pack(m_frozen, usable(run.config->bfloat16 ? Precision::BFloat16 : Precision::Float32));
            m_options.pass.products = at::kFloat;
        }
    }

    [[nodiscard]] bool usesTwinLabels() const override { return true; }
    std::vector<AdamW *> optimisers() override { return {&m_optimiser}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }
    [[nodiscard]] double leastScore(const std::vector<EpochResult> &) const override
    {
        return fineTunedScoreLess(m_run, m_settings.tolerance);
    }

    BatchResult backward(const Batch &batch, std::size_t) override
    {
        const bool guided = m_optimiser.steps() < m_guidedSteps;
        std::vector<std::vector<float>> ranking;
        for (const std::size_t i : batch.samples) {
            ranking.push_back(m_ranking[batch.set][i]);
        }
        const BatchInput input = inputOf(m_run.sets[batch.set].train, batch.samples);
        const SampledPass pass = runSampled(m_frozen, m_model.info, input, m_options, [&](const SelectorView &view) {
            std::vector<std::uint8_t> kept = drawTokens(view);
            if (guided) {
                imitate(view, ranking, kept);
            }
            return kept;
        });
        const at::Tensor losses = m_taskLoss.each(pass.logits, batch);
        const at::Tensor rewards = rewardsOf(pass, losses, m_settings.alpha);
        const at::Tensor policy = policyLoss(pass, rewards, m_settings.samples);
        BatchResult result = resultOf(pass, losses.mean(), policy, rewards);
        result.gradients = {torch::autograd::grad({policy}, m_optimiser.values(), {}, {}, false, true)};
        return result;
    }

private:
    /// The rule's tensors as parameters; all others are moved to the device and stay as they are.
    [[nodiscard]] std::vector<Parameter> selectors()
    {
        std::vector<Parameter> all = trainable(m_run, m_model, 0, m_settings.learningRate);
        std::vector<Parameter> own;
        for (Parameter &parameter : all) {
            if (m_model.weights.rule.contains(parameter.name)) {
                own.push_back(std::move(parameter));
            } else {
                parameter.value.requires_grad_(false);
            }
        }
        return own;
    }

    const Run &m_run;
    PolicySettings m_settings;
    Checkpoint m_model;
    SaliencySet m_ranking;
    AdamW m_optimiser;
    TaskLoss m_taskLoss;
    Weights m_frozen; ///< m_model's, laid out for inference
    SampledOptions m_options;
    std::int64_t m_guidedSteps;
};

/// Selectors, encoder and classifier together: soft labels of the twin for the tokens that are drawn, and the policy loss.
class JointTraining : public TrainMethod {
public:
    JointTraining(const Run &run, const JointSettings &settings)
        : m_run(run),
          m_settings(settings),
          m_model(startOf(run, policyStep)),
          m_optimiser(
              trainable(run, m_model, settings.learningRate,
                        settings.selectorLearningRate > 0 ? settings.selectorLearningRate : settings.learningRate),
              epsilon),
          m_taskLoss(run, 1),
          m_options{{m_model.info.hiddenDropout, 0, run.products()}, settings.samples, false}
    {
    }

    [[nodiscard]] bool usesTwinLabels() const override { return true; }
    std::vector<AdamW *> optimisers() override { return {&m_optimiser}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }
    [[nodiscard]] double leastScore(const std::vector<EpochResult> &) const override
    {
        return fineTunedScoreLess(m_run, m_settings.tolerance);
    }

    BatchResult backward(const Batch &batch, std::size_t) override
    {
        const BatchInput input = inputOf(m_run.sets[batch.set].train, batch.samples);
        const SampledPass pass = runSampled(m_model.weights, m_model.info, input, m_options, drawTokens);
        const at::Tensor losses = m_taskLoss.each(pass.logits, batch);
        const at::Tensor rewards = rewardsOf(pass, losses, m_settings.alpha);
        const at::Tensor policy = policyLoss(pass, rewards, m_settings.samples);
        const at::Tensor task = losses.mean();
        BatchResult result = resultOf(pass, task, policy, rewards);
        result.gradients = {torch::autograd::grad({task + policy}, m_optimiser.values(), {}, {}, false, true)};
        return result;
    }

private:
    const Run &m_run;
    JointSettings m_settings;
    Checkpoint m_model;
    AdamW m_optimiser;
    TaskLoss m_taskLoss;
    SampledOptions m_options;
};

void check(const Run &run)
{
    if (selectorPlaces(run.start.info.layers).empty()) {
        throw Error("TR-BERT drops tokens before the second layer, but the backbone %1 has only one; choose another.",
                    run.config->backbone.string());
    }
}

std::optional<StepReport> runPolicy(Run &run)
{
    const auto settings = settingsOf<PolicySettings>(*run.config, policyStep);
    PolicyTraining method(run, settings);
    return trainEpochs(run, policyStep, settings.epochs, method);
}

std::optional<StepReport> runJoint(Run &run)
{
    const auto settings = settingsOf<JointSettings>(*run.config, jointStep);
    JointTraining method(run, settings);
    return trainEpochs(run, jointStep, settings.epochs, method);
}

std::vector<TrainStepOption> options()
{
    return {{"--epochs", "epochs", "Epochs of every step that is run", true},
            {"--alpha", "alpha", "Price of keeping every token, in units of the cross-entropy", false}};
}

} // namespace

TrainStep makeTrbertPolicy()
{
    return {{policyStep,
             "learns which tokens to keep by trial, the model left as it is",
             {fineTuneStep, saliencyStep},
             false,
             options()},
            bindSettings<PolicySettings>,
            check,
            runPolicy,
            "trbert"};
}

TrainStep makeTrbert()
{
    return {{jointStep, "goes on with model and selection together", {policyStep}, true, options()},
            bindSettings<JointSettings>,
            check,
            runJoint,
            "trbert"};
}

} // namespace adaplens
