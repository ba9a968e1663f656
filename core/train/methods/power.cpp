// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/power_p.h"
#include "core/reduction/removingpass_p.h"
#include "core/train/loop_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/softextract_p.h"
#include "core/train/taskloss_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>

namespace adaplens {

namespace {

constexpr const char *searchStep = "power-search";
constexpr const char *retrainStep = "power";

struct SearchSettings {
    std::size_t epochs = 3;
    double learningRate = 3e-5;
    double retentionLearningRate = 0; ///< of r; 0 = such that all of it can just go within the search
    double lambda = 1e-3;             ///< weight of the penalty on r
    double epsilon = 1e-8;
    double softLabels = 0; ///< share of the twin's soft labels in the task loss; not in the paper

    friend void bindJson(JsonBinder &json, SearchSettings &settings)
    {
        json.value("epochs", settings.epochs, 1, 1000);
        json.value("learning_rate", settings.learningRate, 0, 1);
        json.value("retention_learning_rate", settings.retentionLearningRate, 0, 1);
        json.value("lambda", settings.lambda, 0, 1e6);
        json.value("epsilon", settings.epsilon, 1e-15, 1e-2);
        json.value("soft_labels", settings.softLabels, 0, 1);
    }
};

struct RetrainSettings {
    std::size_t epochs = 3;
    double learningRate = 3e-5;
    double epsilon = 1e-8;
    double softLabels = 0;         ///< share of the twin's soft labels in the task loss; not in the paper
    std::vector<double> retention; ///< tokens that each layer keeps; empty = as many as the search found

    friend void bindJson(JsonBinder &json, RetrainSettings &settings)
    {
        json.value("epochs", settings.epochs, 1, 1000);
        json.value("learning_rate", settings.learningRate, 0, 1);
        json.value("epsilon", settings.epsilon, 1e-15, 1e-2);
        json.value("soft_labels", settings.softLabels, 0, 1);
        json.value("retention", settings.retention);
    }
};

/// The pieces of the longest text. Places that no text has would never be asked for, but still count as kept.
std::int64_t longestOf(const std::vector<SampleSet> &sets)
{
    std::size_t longest = 1;
    for (const SampleSet &set : sets) {
        for (const Sample &sample : set.train) {
            longest = std::max(longest, sample.ids.size());
        }
    }
    return static_cast<std::int64_t>(longest);
}

/// Adam moves r by at most its learning rate a batch, whatever lambda is, and the schedule halves that: with a fixed
/// rate a small set could drop nothing.
double retentionLearningRate(const Run &run, const SearchSettings &settings)
{
    if (settings.retentionLearningRate > 0) {
        return settings.retentionLearningRate;
    }
    const auto batches = static_cast<double>(settings.epochs * epochBatches(run.sets, 0, 0, true).size());
    return std::min(1.0, 2 / batches);
}

/// Searches how many tokens each layer needs: the fine-tuned model goes on learning with soft extraction.
class Searching : public TrainMethod {
public:
    Searching(const Run &run, const SearchSettings &settings)
        : m_run(run),
          m_settings(settings),
          m_retention(at::ones({static_cast<std::int64_t>(run.start.info.layers), longestOf(run.sets)},
                               at::TensorOptions(run.device()))
                          .requires_grad_(true)),
          m_model(run.start)
    {
        m_model.weights = run.chosenModel(fineTuneStep).weights;
        adoptConfiguration();
        m_optimiser.emplace(trainable(run, m_model, settings.learningRate, settings.learningRate), settings.epsilon);
        m_ofRetention.emplace(
            std::vector<Parameter>{{"retention", m_retention, retentionLearningRate(run, settings), 0, {}, {}}},
            settings.epsilon);
        m_options = {m_model.info.hiddenDropout, 0, run.products()};
    }

    [[nodiscard]] bool usesTwinLabels() const override { return true; }
    std::vector<AdamW *> optimisers() override { return {&*m_optimiser, &*m_ofRetention}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }

    BatchResult backward(const Batch &batch, std::size_t) override
    {
        const BatchInput input = inputOf(m_run.sets[batch.set].train, batch.samples);
        const ExtractPass pass = runSoftExtract(m_model.weights, m_model.info, input, m_retention, m_options);
        const at::Tensor task = m_taskLoss(pass.logits, batch);
        const at::Tensor mass = retentionMass(m_retention);
        std::vector<at::Tensor> values = m_optimiser->values();
        values.push_back(m_retention);
        std::vector<at::Tensor> gradients =
            torch::autograd::grad({task + m_settings.lambda * mass}, values, {}, {}, false, true);
        const at::Tensor ofRetention = gradients.back();
        gradients.pop_back();
        return {task.item<double>(),
                pass.kept,
                {{"mass", mass.item<double>()}, {"retention", configurationOf(m_retention)}},
                {std::move(gradients), {ofRetention}}};
    }

    void afterStep() override
    {
        const at::NoGradGuard guard;
        m_retention.clamp_(0, 1);
        adoptConfiguration();
    }

private:
    void adoptConfiguration() { setRule(m_model.info, powerRule({configurationOf(m_retention)})); }

    const Run &m_run;
    SearchSettings m_settings;
    at::Tensor m_retention; ///< r, [L, N]
    Checkpoint m_model;
    std::optional<AdamW> m_optimiser, m_ofRetention;
    PassOptions m_options;
    TaskLoss m_taskLoss{m_run, m_settings.softLabels};
};

std::optional<StepReport> runSearch(Run &run)
{
    const auto settings = settingsOf<SearchSettings>(*run.config, searchStep);
    Searching method(run, settings);
    std::optional<StepReport> report = trainEpochs(run, searchStep, settings.epochs, method);
    if (report) {
        // The search is over when its learning rate is 0: before, r may have fallen too far and not yet come back, and
        // no score tells how much re-training will win back.
        report->chosen = settings.epochs;
    }
    return report;
}

/// The model with other numbers of tokens where they are given. Throws Error if they do not fit it.
Checkpoint withRetention(Checkpoint model, const RetrainSettings &settings)
{
    if (!settings.retention.empty()) {
        setEta(model, settings.retention);
    }
    return model;
}

void check(const Run &run)
{
    Checkpoint model = run.start;
    setRule(model.info, powerRule({}));
    (void)withRetention(std::move(model), settingsOf<RetrainSettings>(*run.config, retrainStep));
}

/// The searched model.
Checkpoint startOf(const Run &run, const RetrainSettings &settings)
{
    Checkpoint searched = run.chosenModel(searchStep), model = run.start;
    model.weights = std::move(searched.weights);
    setRule(model.info, searched.info.rule);
    return withRetention(std::move(model), settings);
}

/// Learns to answer with as many tokens as the search has left, the others really removed.
class Retraining : public TrainMethod {
public:
    Retraining(const Run &run, const RetrainSettings &settings)
        : m_run(run),
          m_model(startOf(run, settings)),
          m_optimiser(trainable(run, m_model, settings.learningRate, settings.learningRate), settings.epsilon),
          m_reducer(makeReducer(m_model.weights, m_model.info)),
          m_options{m_model.info.hiddenDropout, 0, run.products()},
          m_taskLoss(run, settings.softLabels)
    {
    }

    [[nodiscard]] bool usesTwinLabels() const override { return true; }
    std::vector<AdamW *> optimisers() override { return {&m_optimiser}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }

    BatchResult backward(const Batch &batch, std::size_t) override
    {
        const BatchInput input = inputOf(m_run.sets[batch.set].train, batch.samples);
        const ReducedPass pass = runRemoving(m_model.weights, m_model.info, input, *m_reducer, m_options);
        const at::Tensor loss = m_taskLoss(pass.logits, batch);
        double kept = 0;
        for (const std::vector<std::uint32_t> &alive : pass.alive) {
            for (std::size_t l = 1; l < alive.size(); ++l) {
                kept += alive[l];
            }
        }
        const auto places = static_cast<double>(input.layout.rows()) * static_cast<double>(m_model.info.layers);
        return {.loss = loss.item<double>(),
                .kept = kept / places,
                .gradients = {torch::autograd::grad({loss}, m_optimiser.values(), {}, {}, false, true)}};
    }

private:
    const Run &m_run;
    Checkpoint m_model;
    AdamW m_optimiser;
    std::unique_ptr<Reducer> m_reducer; ///< decides by attention alone, whatever the weights
    PassOptions m_options;
    TaskLoss m_taskLoss;
};

std::optional<StepReport> runRetraining(Run &run)
{
    const auto settings = settingsOf<RetrainSettings>(*run.config, retrainStep);
    Retraining method(run, settings);
    return trainEpochs(run, retrainStep, settings.epochs, method);
}

} // namespace

TrainStep makePowerSearch()
{
    return {{searchStep,
             "searches how many tokens each layer of a PoWER-BERT needs",
             {fineTuneStep},
             false,
             {{"--epochs", "epochs", "Epochs of every step that is run", true},
              {"--lambda", "lambda", "Weight of PoWER-BERT's penalty on tokens kept: larger drops more", false},
              {"--retention-learning-rate", "retention_learning_rate",
               "Learning rate of what tokens are multiplied by; 0 = by the number of batches", false}}},
            bindSettings<SearchSettings>,
            nullptr,
            runSearch,
            "power"};
}

TrainStep makePower()
{
    return {{retrainStep,
             "trains a PoWER-BERT with as many tokens as its search has left",
             {fineTuneStep, searchStep},
             true,
             {{"--epochs", "epochs", "Epochs of every step that is run", true}}},
            bindSettings<RetrainSettings>,
            check,
            runRetraining,
            "power"};
}

} // namespace adaplens
