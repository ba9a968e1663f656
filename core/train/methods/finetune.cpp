// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/rule_p.h"
#include "core/train/loop_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/softremoval_p.h"

#include <torch/csrc/autograd/autograd.h>

namespace adaplens {

namespace {

struct Settings {
    std::size_t epochs = 3;
    double learningRate = 3e-5;
    double attentionDropout = 0.1;
    double epsilon = 1e-8;

    friend void bindJson(JsonBinder &json, Settings &settings)
    {
        json.value("epochs", settings.epochs, 1, 1000);
        json.value("learning_rate", settings.learningRate, 0, 1);
        json.value("attention_dropout", settings.attentionDropout, 0, 0.9);
        json.value("epsilon", settings.epsilon, 1e-15, 1e-2);
    }
};

Checkpoint plain(Checkpoint model)
{
    setRule(model.info, noRule());
    model.weights.rule.clear();
    return model;
}

/// The plain classifier with cross-entropy.
class FineTuning : public TrainMethod {
public:
    FineTuning(const Run &run, const Settings &settings)
        : m_run(run),
          m_model(plain(run.start)),
          m_optimiser(trainable(run, m_model, settings.learningRate, settings.learningRate), settings.epsilon),
          m_options{m_model.info.hiddenDropout, settings.attentionDropout, run.products()},
          m_classWeights(run.classWeights())
    {
    }

    std::vector<AdamW *> optimisers() override { return {&m_optimiser}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }

    BatchResult backward(const Batch &batch, std::size_t) override
    {
        const std::vector<Sample> &samples = m_run.sets[batch.set].train;
        const at::Tensor logits = plainLogits(m_model, inputOf(samples, batch.samples), m_options);
        const at::Tensor loss = crossEntropy(logits, labelsOf(samples, batch.samples, m_run.device()), m_classWeights);
        return {.loss = loss.item<double>(),
                .gradients = {torch::autograd::grad({loss}, m_optimiser.values(), {}, {}, false, true)}};
    }

private:
    const Run &m_run;
    Checkpoint m_model;
    AdamW m_optimiser;
    PassOptions m_options;
    at::Tensor m_classWeights;
};

std::optional<StepReport> run(Run &run)
{
    const auto settings = settingsOf<Settings>(*run.config, fineTuneStep);
    FineTuning method(run, settings);
    return trainEpochs(run, fineTuneStep, settings.epochs, method);
}

} // namespace

TrainStep makeFineTune()
{
    return {{fineTuneStep,
             "fine-tunes the plain classifier",
             {},
             false,
             {{"--epochs", "epochs", "Epochs of every step that is run", true}}},
            bindSettings<Settings>,
            nullptr,
            run};
}

} // namespace adaplens
