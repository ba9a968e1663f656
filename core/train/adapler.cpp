// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_p.h"
#include "core/train/softremoval_p.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <optional>

namespace adaplens {

namespace {

at::Tensor paddedTargets(const std::vector<std::vector<float>> &targets, const std::vector<std::size_t> &chosen,
                         const Layout &layout, at::Device device)
{
    std::vector<float> flat;
    for (const std::size_t i : chosen) {
        flat.insert(flat.end(), targets[i].begin(), targets[i].end());
    }
    return layout.pad(at::tensor(flat).to(device), 0.0);
}

/// eta and theta with an optimiser of their own; theta is stepped along (dL/d mu) / theta with mu the multiplier of
/// [CLS]'s score.
class SpeedOptimiser {
public:
    SpeedOptimiser(Weights &weights, double learningRate, double epsilon)
        : m_weights(weights),
          m_multiplier(at::ones_like(weights.theta).requires_grad_(true)),
          m_optimiser({{"eta", weights.eta.requires_grad_(true), learningRate, 0, {}, {}},
                       {"theta", weights.theta, learningRate, 0, {}, {}}},
                      epsilon)
    {
    }

    [[nodiscard]] const at::Tensor &multiplier() const { return m_multiplier; }
    [[nodiscard]] AdamW &optimiser() { return m_optimiser; }

    [[nodiscard]] std::vector<at::Tensor> gradients(const at::Tensor &loss) const
    {
        std::vector<at::Tensor> result =
            torch::autograd::grad({loss}, {m_weights.eta, m_multiplier}, {}, true, false, true);
        if (result[1].defined()) {
            result[1] = result[1] / (m_weights.theta + 1e-7);
        }
        return result;
    }

    void step(std::vector<at::Tensor> gradients, double clip, double schedule)
    {
        clipNorm(gradients, clip);
        m_optimiser.step(gradients, schedule);
        const at::NoGradGuard guard;
        m_weights.eta.clamp_(0.01, 1.0);
    }

private:
    Weights &m_weights;
    at::Tensor m_multiplier;
    AdamW m_optimiser;
};

} // namespace

std::optional<std::vector<EpochResult>> adapler(Run &run, Checkpoint model, const SaliencySet &targets,
                                                const std::vector<EpochResult> &fineTuned)
{
    constexpr double epsilon = 1e-12; // late in training eta's gradient is about 1e-8
    const TrainConfig &config = *run.config;
    const AdapLerConfig &c = config.adapler;
    const double predictorRate = c.predictorLearningRate > 0 ? c.predictorLearningRate : c.learningRate;
    AdamW optimiser(trainable(run, model, c.learningRate, predictorRate), epsilon);
    SpeedOptimiser speed(model.weights, c.etaLearningRate, epsilon);
    // A twin's label says no more than its probabilities do.
    const auto softLabels = [&c](const SampleSet &set) { return set.twinLabelled ? 1.0 : c.softLabels; };
    const at::Tensor classWeights =
        config.classWeights.empty() ? at::Tensor() : at::tensor(config.classWeights).to(at::kFloat).to(run.device());
    std::vector<std::vector<at::Tensor>> soft(run.sets.size()); // [set][sample] -> [K]
    std::optional<Twin> twin;                                   // read where it is needed, and once
    for (std::size_t s = 0; s < run.sets.size(); ++s) {
        if (softLabels(run.sets[s]) > 0) {
            if (!twin) {
                twin.emplace(run, fineTuned);
            }
            soft[s] = twin->probabilities(run.sets[s].train, run.sets[s].batch);
        }
    }

    SoftOptions options;
    options.pass = {model.info.hiddenDropout, 0, run.products()};
    options.thetaForward = model.info.thetaForward;
    options.clsMultiplier = speed.multiplier();

    Loop loop({&config, &run.sets, "adapler", c.epochs, {&optimiser, &speed.optimiser()}, true});
    const auto onBatch = [&](const Batch &batch, std::size_t epoch, double schedule) {
        const std::vector<Sample> &samples = run.sets[batch.set].train;
        const BatchInput input = inputOf(samples, batch.samples);
        options.lambda = c.lambda > 0 ? c.lambda : lambdaAt(epoch, c.epochs);
        const SoftPass pass = runSoft(model.weights, model.info, input, options);

        at::Tensor task = crossEntropy(pass.logits, labelsOf(samples, batch.samples, run.device()), classWeights);
        if (const double share = softLabels(run.sets[batch.set]); share > 0) {
            std::vector<at::Tensor> rows;
            for (const std::size_t i : batch.samples) {
                rows.push_back(soft[batch.set][i]);
            }
            const at::Tensor distance =
                -(at::stack(rows).to(run.device()) * at::log_softmax(pass.logits, 1)).sum(1).mean();
            task = (1 - share) * task + share * distance;
        }
        const at::Tensor cp = contributionLoss(
            pass, paddedTargets(targets[batch.set], batch.samples, input.layout, run.device()), model.weights.theta);
        const at::Tensor length = lengthLoss(pass);

        std::vector<at::Tensor> speedGradients = speed.gradients(task + run.sets[batch.set].phi * length);
        std::vector<at::Tensor> gradients =
            torch::autograd::grad({task + c.gamma * cp}, optimiser.values(), {}, {}, false, true);
        const double norm = clipNorm(gradients, config.clip);
        optimiser.step(gradients, schedule);
        speed.step(std::move(speedGradients), config.clip, schedule);

        const double places = static_cast<double>(input.layout.rows()) / static_cast<double>(input.layout.sequences()) *
                              static_cast<double>(model.info.layers);
        return BatchReport{
            task.item<double>(),
            length.item<double>() / places,
            {{"cp", cp.item<double>()}, {"length", length.item<double>()}, {"norm", norm}, {"lambda", options.lambda}}};
    };
    const auto onEpoch = [&](std::size_t epoch) {
        writeCheckpoint(run.epochFolder("adapler", epoch + 1), model, Storage::Float32);
        return evaluateHeld(run, model.weights, model.info, epoch + 1);
    };
    return loop.run(onBatch, onEpoch, run.progress, run.stop);
}

} // namespace adaplens
