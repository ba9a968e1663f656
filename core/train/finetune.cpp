// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_p.h"
#include "core/train/softremoval_p.h"

#include <torch/csrc/autograd/autograd.h>

namespace adaplens {

std::optional<std::vector<EpochResult>> fineTune(Run &run, Checkpoint model)
{
    const TrainConfig &config = *run.config;
    model.weights.predictors.clear();
    model.info.adaptive = false;
    const double rate = config.fineTune.learningRate;
    AdamW optimiser(trainable(run, model, rate, rate), config.fineTune.epsilon);
    const PassOptions options{model.info.hiddenDropout, config.fineTune.attentionDropout, run.products()};
    const at::Tensor classWeights =
        config.classWeights.empty() ? at::Tensor() : at::tensor(config.classWeights).to(at::kFloat).to(run.device());

    Loop loop({&config, &run.sets, "fine-tune", config.fineTune.epochs, {&optimiser}});
    const auto onBatch = [&](const Batch &batch, std::size_t, double schedule) {
        const std::vector<Sample> &samples = run.sets[batch.set].train;
        const BatchInput input = inputOf(samples, batch.samples);
        at::Tensor rows = embed(model.weights, model.info, input, options);
        for (const LayerWeights &layer : model.weights.layers) {
            rows = runLayer(layer, model.info, rows, input.layout, options);
        }
        const at::Tensor loss = crossEntropy(classify(model.weights, rows, input.layout, options),
                                             labelsOf(samples, batch.samples, run.device()), classWeights);
        std::vector<at::Tensor> gradients = torch::autograd::grad({loss}, optimiser.values(), {}, {}, false, true);
        const double norm = clipNorm(gradients, config.clip);
        optimiser.step(gradients, schedule);
        return BatchReport{loss.item<double>(), 1.0, {{"norm", norm}}};
    };
    const auto onEpoch = [&](std::size_t epoch) {
        writeCheckpoint(run.epochFolder("fine-tune", epoch + 1), model, Storage::Float32);
        return evaluateHeld(run, model.weights, model.info, epoch + 1);
    };
    return loop.run(onBatch, onEpoch, run.progress, run.stop);
}

} // namespace adaplens
