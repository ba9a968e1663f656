// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/loop_p.h"
#include "core/reduction/adapler_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/methods/saliency_p.h"
#include "core/train/softremoval_p.h"
#include "core/train/taskloss_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <optional>
#include <tuple>

namespace adaplens {

namespace {

constexpr const char *stepName = "adapler";

struct Settings {
    std::size_t epochs = 5;
    bool fromFineTuned = false; ///< start from the fine-tuned model instead of the pre-trained encoder
    double learningRate = 3e-5;
    double predictorLearningRate = 0; ///< 0 = learningRate
    double etaLearningRate = 5e-4;
    double gamma = 5e-3;                ///< weight of the CP loss
    double tolerance = 0.01;            ///< score that may be lost against the fine-tuned model
    std::filesystem::path continueFrom; ///< an AdapLeR model to go on from, with its predictors, eta and theta; with an
                                        ///< eta rate of 0 a stage that recovers accuracy at the drops reached
    double lambda = 0;                  ///< sharpness of soft removal in every epoch; 0 = the paper's rising schedule
    std::vector<double> initialEta;     ///< a layer each; empty = 0.25, or those of continueFrom
    double softLabels = 0;              ///< share of the twin's soft labels in the task loss; not in the paper

    friend void bindJson(JsonBinder &json, Settings &settings)
    {
        json.value("epochs", settings.epochs, 1, 1000);
        json.value("from_fine_tuned", settings.fromFineTuned);
        json.value("learning_rate", settings.learningRate, 0, 1);
        json.value("predictor_learning_rate", settings.predictorLearningRate, 0, 1);
        json.value("eta_learning_rate", settings.etaLearningRate, 0, 1);
        json.value("gamma", settings.gamma, 0, 1e6);
        json.value("tolerance", settings.tolerance, 0, 1);
        bindPath(json, "continue_from", settings.continueFrom);
        json.value("lambda", settings.lambda, 0, 1e9);
        json.value("initial_eta", settings.initialEta);
        json.value("soft_labels", settings.softLabels, 0, 1);
        for (const double eta : settings.initialEta) {
            if (!(eta >= 0.01 && eta <= 1)) {
                json.fail("initial_eta", message("each value must lie between 0.01 and 1"));
            }
        }
    }
};

/// Weights of an AdapLeR model to go on from. Throws Error if it drops nothing or has another shape or vocabulary.
Weights readReduced(const std::filesystem::path &folder, const ModelInfo &wanted)
{
    Checkpoint found = readCheckpoint(folder);
    if (!found.info.adaptive) {
        throw Error("%1 (“continue_from”) drops no tokens; name an AdapLeR model, or omit it.", folder.string());
    }
    const auto shape = [](const ModelInfo &info) {
        return std::tuple(info.architecture, info.activation, info.layers, info.hidden, info.heads, info.intermediate,
                          adaplerSettings(info).cpHidden, info.maxLength, info.typeVocabularySize, info.vocabularySize);
    };
    if (shape(found.info) != shape(wanted) || found.info.labels != wanted.labels) {
        throw Error(
            "%1 (“continue_from”) differs from the backbone in shape, vocabulary or labels; name the backbone that "
            "it was trained from.",
            folder.string());
    }
    return std::move(found.weights);
}

/// The model that training starts with.
Checkpoint startOf(const Run &run, const Settings &settings)
{
    Checkpoint model = run.start;
    if (!settings.continueFrom.empty()) {
        model.weights = readReduced(settings.continueFrom, model.info);
    } else if (settings.fromFineTuned && run.finished.contains(fineTuneStep)) { // not yet, where it is only checked
        model.weights = run.chosenModel(fineTuneStep).weights;
        model.weights.rule = run.start.weights.rule;
    }
    if (!settings.initialEta.empty()) {
        setEta(model, settings.initialEta);
    }
    return model;
}

void check(const Run &run)
{
    const auto settings = settingsOf<Settings>(*run.config, stepName);
    for (const std::filesystem::path &folder : run.discarded) {
        const auto [end, ignored] =
            std::mismatch(folder.begin(), folder.end(), settings.continueFrom.begin(), settings.continueFrom.end());
        if (end == folder.end()) {
            throw Error(
                "%1 (“continue_from”) lies among the results that --restart deletes; copy it elsewhere, or choose "
                "another “out” folder.",
                settings.continueFrom.string());
        }
    }
    (void)startOf(run, settings);
}

/// [B, longest]: saliency targets of a batch.
at::Tensor paddedTargets(const std::vector<std::vector<float>> &targets, const Batch &batch, const Layout &layout,
                         at::Device device)
{
    std::vector<float> flat;
    for (const std::size_t i : batch.samples) {
        flat.insert(flat.end(), targets[i].begin(), targets[i].end());
    }
    return layout.pad(at::tensor(flat).to(device), 0.0);
}

/// Soft removal. Encoder, classifier and predictors follow the task and CP losses; eta and theta, with an optimiser of
/// their own, the speed loss.
class AdapLer : public TrainMethod {
public:
    AdapLer(const Run &run, const Settings &settings)
        : m_run(run),
          m_settings(settings),
          m_model(startOf(run, settings)),
          m_targets(readTargets(run.finished.at(saliencyStep).folder, run.sets)),
          m_optimiser(
              trainable(run, m_model, settings.learningRate,
                        settings.predictorLearningRate > 0 ? settings.predictorLearningRate : settings.learningRate),
              epsilon),
          m_own(adaplerTensors(m_model.weights)),
          m_speed({{"eta", m_own.eta.requires_grad_(true), settings.etaLearningRate, 0, {}, {}},
                   {"theta", m_own.theta, settings.etaLearningRate, 0, {}, {}}},
                  epsilon),
          m_taskLoss(run, settings.softLabels)
    {
        m_options.pass = {m_model.info.hiddenDropout, 0, run.products()};
        m_options.thetaForward = adaplerSettings(m_model.info).thetaForward;
        m_options.clsMultiplier = at::ones_like(m_own.theta).requires_grad_(true);
    }

    [[nodiscard]] bool usesTwinLabels() const override { return true; }
    std::vector<AdamW *> optimisers() override { return {&m_optimiser, &m_speed}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }
    [[nodiscard]] double leastScore(const std::vector<EpochResult> &) const override
    {
        return fineTunedScoreLess(m_run, m_settings.tolerance);
    }

    BatchResult backward(const Batch &batch, std::size_t epoch) override
    {
        const SampleSet &set = m_run.sets[batch.set];
        const BatchInput input = inputOf(set.train, batch.samples);
        m_options.lambda = m_settings.lambda > 0 ? m_settings.lambda : lambdaAt(epoch, m_settings.epochs);
        const SoftPass pass = runSoft(m_model.weights, m_model.info, input, m_options);
        const at::Tensor task = m_taskLoss(pass.logits, batch);
        const at::Tensor targets = paddedTargets(m_targets[batch.set], batch, input.layout, m_run.device());
        const at::Tensor cp = contributionLoss(pass, targets, m_own.theta);
        const at::Tensor length = lengthLoss(pass);

        std::vector<at::Tensor> speedGradients = torch::autograd::grad(
            {task + set.phi * length}, {m_own.eta, m_options.clsMultiplier}, {}, true, false, true);
        if (speedGradients[1].defined()) { // theta is stepped along (dL/d mu) / theta, mu the multiplier
            speedGradients[1] = speedGradients[1] / (m_own.theta + 1e-7);
        }
        std::vector<at::Tensor> gradients =
            torch::autograd::grad({task + m_settings.gamma * cp}, m_optimiser.values(), {}, {}, false, true);

        const double places = static_cast<double>(input.layout.rows()) / static_cast<double>(input.layout.sequences()) *
                              static_cast<double>(m_model.info.layers);
        return {task.item<double>(),
                length.item<double>() / places,
                {{"cp", cp.item<double>()}, {"length", length.item<double>()}, {"lambda", m_options.lambda}},
                {std::move(gradients), std::move(speedGradients)}};
    }

    void afterStep() override
    {
        const at::NoGradGuard guard;
        m_own.eta.clamp_(0.01, 1.0);
    }

private:
    static constexpr double epsilon = 1e-12; // late in training eta's gradient is about 1e-8

    const Run &m_run;
    Settings m_settings;
    Checkpoint m_model;
    SaliencySet m_targets;
    AdamW m_optimiser;
    AdaplerTensors m_own;
    AdamW m_speed;
    TaskLoss m_taskLoss;
    SoftOptions m_options;
};

std::optional<StepReport> run(Run &run)
{
    const auto settings = settingsOf<Settings>(*run.config, stepName);
    AdapLer method(run, settings);
    return trainEpochs(run, stepName, settings.epochs, method);
}

} // namespace

TrainStep makeAdapler()
{
    return {{stepName,
             "learns to drop tokens with soft removal",
             {fineTuneStep, saliencyStep},
             true,
             {{"--epochs", "epochs", "Epochs of every step that is run", true},
              {"--gamma", "gamma", "Weight of the contribution loss", false}},
             1.5},
            bindSettings<Settings>,
            check,
            run,
            stepName};
}

} // namespace adaplens
