// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/methods/distil_p.h"

#include "core/reduction/rule_p.h"
#include "core/train/loop_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/taskloss_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>

namespace adaplens {

namespace {

constexpr const char *stepName = "distil";

struct Settings {
    std::size_t epochs = 3;
    double learningRate = 5e-5;
    double attentionDropout = 0.1;
    double epsilon = 1e-8;
    std::vector<std::size_t> layers; ///< of the teacher, from 0, that the student starts from; empty = spacedLayers()
    double temperature = 2;          ///< of the soft targets
    double labelWeight = 0.5;        ///< of the cross-entropy with the labels
    double softWeight = 0.5;         ///< of the soft targets
    double cosineWeight = 1;         ///< of the cosine loss

    friend void bindJson(JsonBinder &json, Settings &settings)
    {
        json.value("epochs", settings.epochs, 1, 1000);
        json.value("learning_rate", settings.learningRate, 0, 1);
        json.value("attention_dropout", settings.attentionDropout, 0, 0.9);
        json.value("epsilon", settings.epsilon, 1e-15, 1e-2);
        json.value("layers", settings.layers);
        json.value("temperature", settings.temperature, 1e-2, 1e3);
        json.value("label_weight", settings.labelWeight, 0, 1e6);
        json.value("soft_weight", settings.softWeight, 0, 1e6);
        json.value("cosine_weight", settings.cosineWeight, 0, 1e6);
    }
};

/// The teacher's layers that the student starts from. Throws Error where it has no such layers.
std::vector<std::size_t> layersOf(const Run &run, const Settings &settings)
{
    const std::size_t count = run.start.info.layers;
    if (settings.layers.empty()) {
        return spacedLayers(count);
    }
    const auto notRising = std::ranges::adjacent_find(settings.layers, std::greater_equal<>());
    if (notRising != settings.layers.end() || settings.layers.back() >= count) {
        throw Error("“layers” of “%1” must name layers of the backbone in rising order, from 0 to %2.", stepName,
                    count - 1);
    }
    return settings.layers;
}

void check(const Run &run)
{
    (void)layersOf(run, settingsOf<Settings>(*run.config, stepName));
}

/// The fine-tuned model, laid out for passes that train nothing, products in the run's precision.
Checkpoint teacherOf(const Run &run)
{
    Checkpoint model = run.chosenModel(fineTuneStep);
    moveTo(run.device(), model);
    if (run.device().is_cpu()) {
        pack(model.weights, usable(run.config->bfloat16 ? Precision::BFloat16 : Precision::Float32));
    }
    return model;
}

/// Embeddings, head and some layers of the teacher.
Checkpoint studentOf(const Run &run, const Checkpoint &teacher, const std::vector<std::size_t> &layers)
{
    Checkpoint student = run.start;
    setRule(student.info, noRule());
    student.info.layers = layers.size();
    student.weights = unpacked(teacher.weights);
    student.weights.layers.clear();
    for (const std::size_t l : layers) {
        student.weights.layers.push_back(unpacked(teacher.weights).layers[l]);
    }
    return student;
}

/// A pass with the states that some layers give, in order.
struct States {
    std::vector<at::Tensor> states; ///< of [rows, H]
    at::Tensor logits;              ///< [B, K]
};

States runWithStates(const Checkpoint &model, const BatchInput &input, const PassOptions &options,
                     const std::vector<std::size_t> &wanted)
{
    States pass;
    at::Tensor rows = embed(model.weights, model.info, input, options);
    for (std::size_t l = 0; l < model.weights.layers.size(); ++l) {
        rows = runLayer(model.weights.layers[l], model.info, rows, input.layout, options);
        if (std::ranges::find(wanted, l) != wanted.end()) {
            pass.states.push_back(rows);
        }
    }
    pass.logits = classify(model.weights, rows, input.layout, options);
    return pass;
}

std::vector<std::size_t> firstLayers(std::size_t count)
{
    std::vector<std::size_t> layers;
    for (std::size_t l = 0; l < count; ++l) {
        layers.push_back(l);
    }
    return layers;
}

/// A student of fewer layers learns labels, the fine-tuned model's probabilities and its states.
class Distilling : public TrainMethod {
public:
    Distilling(const Run &run, const Settings &settings)
        : m_run(run),
          m_settings(settings),
          m_layers(layersOf(run, settings)),
          m_ownLayers(firstLayers(m_layers.size())),
          m_teacher(teacherOf(run)),
          m_model(studentOf(run, m_teacher, m_layers)),
          m_optimiser(trainable(run, m_model, settings.learningRate, settings.learningRate), settings.epsilon),
          m_options{m_model.info.hiddenDropout, settings.attentionDropout, run.products()},
          m_taskLoss(run, 0)
    {
    }

    [[nodiscard]] bool usesTwinLabels() const override { return true; }
    std::vector<AdamW *> optimisers() override { return {&m_optimiser}; }
    [[nodiscard]] const Checkpoint &model() const override { return m_model; }

    BatchResult backward(const Batch &batch, std::size_t) override
    {
        const BatchInput input = inputOf(m_run.sets[batch.set].train, batch.samples);
        const States taught = teach(input);
        const States student = runWithStates(m_model, input, m_options, m_ownLayers);
        const at::Tensor task = m_taskLoss(student.logits, batch);
        const at::Tensor soft = softTargetLoss(student.logits, taught.logits, m_settings.temperature);
        const at::Tensor cosine = cosineLoss(student.states, taught.states);
        const at::Tensor loss =
            m_settings.labelWeight * task + m_settings.softWeight * soft + m_settings.cosineWeight * cosine;
        return {.loss = task.item<double>(),
                .details = {{"soft", soft.item<double>()}, {"cosine", cosine.item<double>()}},
                .gradients = {torch::autograd::grad({loss}, m_optimiser.values(), {}, {}, false, true)}};
    }

private:
    [[nodiscard]] States teach(const BatchInput &input) const
    {
        const at::NoGradGuard guard;
        const bool packed = m_teacher.weights.layers.front().projections != nullptr; // then it knows its precision
        return runWithStates(m_teacher, input, {0, 0, packed ? at::kFloat : m_run.products()}, m_layers);
    }

    const Run &m_run;
    Settings m_settings;
    std::vector<std::size_t> m_layers, m_ownLayers; ///< of teacher and student
    Checkpoint m_teacher, m_model;
    AdamW m_optimiser;
    PassOptions m_options;
    TaskLoss m_taskLoss;
};

std::optional<StepReport> run(Run &run)
{
    const auto settings = settingsOf<Settings>(*run.config, stepName);
    Distilling method(run, settings);
    return trainEpochs(run, stepName, settings.epochs, method);
}

} // namespace

std::vector<std::size_t> spacedLayers(std::size_t teacherLayers)
{
    const std::size_t count = std::max<std::size_t>(1, teacherLayers / 2);
    std::vector<std::size_t> layers;
    for (std::size_t s = 0; s < count; ++s) {
        layers.push_back(count == 1
                             ? 0
                             : static_cast<std::size_t>(std::lround(static_cast<double>(s * (teacherLayers - 1)) /
                                                                    static_cast<double>(count - 1))));
    }
    return layers;
}

at::Tensor softTargetLoss(const at::Tensor &student, const at::Tensor &teacher, double temperature)
{
    const at::Tensor target = at::log_softmax(teacher / temperature, 1);
    const at::Tensor found = at::log_softmax(student / temperature, 1);
    return temperature * temperature * (target.exp() * (target - found)).sum(1).mean();
}

at::Tensor cosineLoss(const std::vector<at::Tensor> &student, const std::vector<at::Tensor> &teacher)
{
    at::Tensor sum = at::zeros({}, student.front().options().requires_grad(false));
    for (std::size_t l = 0; l < student.size(); ++l) {
        sum = sum + (1 - at::cosine_similarity(student[l], teacher[l], 1)).mean();
    }
    return sum / static_cast<double>(student.size());
}

TrainStep makeDistil()
{
    return {{stepName,
             "trains a student with half the layers of the fine-tuned model, as DistilBERT",
             {fineTuneStep},
             true,
             {{"--epochs", "epochs", "Epochs of every step that is run", true},
              {"--temperature", "temperature", "Temperature of the soft targets", false}},
             1,
             "DistilBERT"},
            bindSettings<Settings>,
            check,
            run};
}

} // namespace adaplens
