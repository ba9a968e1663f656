// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_p.h"

#include "core/measure/flops.h"
#include "core/reduction/reducedpass_p.h"
#include "core/reduction/rule_p.h"
#include "core/encoder/architecture_p.h"
#include "core/encoder/trainedlayer_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/softremoval_p.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace adaplens {

at::Tensor Run::classWeights() const
{
    return config->classWeights.empty() ? at::Tensor() : at::tensor(config->classWeights).to(at::kFloat).to(device());
}

Checkpoint Run::chosenModel(const std::string &step) const
{
    const FinishedStep &found = finished.at(step);
    return readCheckpoint(epochFolder(found.folder, found.report.chosen));
}

std::filesystem::path epochFolder(const std::filesystem::path &step, std::size_t epoch)
{
    return step / ("epoch-" + std::to_string(epoch));
}

BatchInput inputOf(const std::vector<Sample> &samples, const std::vector<std::size_t> &chosen)
{
    std::vector<Encoding> texts(chosen.size());
    std::vector<const Encoding *> batch;
    for (std::size_t b = 0; b < chosen.size(); ++b) {
        const Sample &sample = samples[chosen[b]];
        for (std::size_t k = 0; k < sample.ids.size(); ++k) {
            Piece &piece = texts[b].pieces.emplace_back();
            piece.id = sample.ids[k];
            piece.segment = sample.segments[k];
        }
        batch.push_back(&texts[b]);
    }
    return BatchInput::of(batch);
}

at::Tensor labelsOf(const std::vector<Sample> &samples, const std::vector<std::size_t> &chosen, at::Device device)
{
    std::vector<std::int64_t> labels;
    for (const std::size_t i : chosen) {
        labels.push_back(static_cast<std::int64_t>(samples[i].label));
    }
    return at::tensor(labels).to(device);
}

at::Tensor plainLogits(const Checkpoint &model, const BatchInput &input, const PassOptions &options)
{
    return runPlain(model.weights, model.info, embed(model.weights, model.info, input, options), input.layout, options);
}

std::vector<Parameter> trainable(const Run &run, Checkpoint &model, double learningRate, double ruleLearningRate)
{
    std::vector<Parameter> parameters;
    const std::string words = architectureOf(model.info.architecture).wordEmbeddingsName();
    forEachTensor(model.weights, model.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        tensor = tensor.detach().to(run.device()).clone();
        const std::string &name = spec.name;
        if (spec.exact || (run.config->freezeWordEmbeddings && name == words)) {
            return;
        }
        tensor.requires_grad_(true);
        const bool ofRule = spec.part == TensorSpec::Part::Rule;
        const bool decays = !name.ends_with(".bias") && !spec.norm;
        parameters.push_back(
            {name, tensor, ofRule ? ruleLearningRate : learningRate, decays ? run.config->weightDecay : 0.0, {}, {}});
    });
    if (run.products() == at::kBFloat16) {
        layForTraining(model.weights, model.info);
        for (Parameter &p : parameters) {
            p.rounded = roundedCopyOf(model.weights, p.value);
        }
    }
    return parameters;
}

void moveTo(at::Device device, Checkpoint &model)
{
    forEachEncoderTensor(model.weights, model.info,
                         [&](const TensorSpec &, at::Tensor &tensor) { tensor = tensor.to(device); });
}

EpochResult scoreValidation(const Run &run, const Checkpoint &model, std::size_t epoch)
{
    const Weights &weights = model.weights;
    const ModelInfo &info = model.info;
    const at::NoGradGuard guard;
    const PassOptions options{0, 0, run.products()};
    const std::unique_ptr<Reducer> reducer = makeReducer(weights, info);
    EpochResult result;
    result.epoch = epoch;
    std::size_t rightOfAll = 0;
    std::size_t countOfAll = 0;
    std::vector<double> aliveOfAll(info.layers + 1); // n_0 .. n_L, summed
    for (const SampleSet &set : run.sets) {
        if (set.twinLabelled && !run.finished.contains(fineTuneStep)) {
            continue; // not labelled yet
        }
        std::size_t right = 0;
        double plain = 0;
        double reduced = 0;
        for (const auto &chosen : sortedBatches(set.validation, set.batch)) {
            const BatchInput batch = inputOf(set.validation, chosen);
            const auto pass = runReduced(weights, info, batch, *reducer, false, options);
            const at::Tensor predicted = pass->logits.argmax(1).cpu();
            for (std::size_t b = 0; b < chosen.size(); ++b) {
                const auto label =
                    static_cast<std::size_t>(predicted[static_cast<std::int64_t>(b)].item<std::int64_t>());
                right += label == set.validation[chosen[b]].label ? 1 : 0;
                plain += flopsPlain(run.start.info, pass->alive[b].front());
                reduced += flopsReduced(info, pass->alive[b]);
                for (std::size_t l = 0; l <= info.layers && !set.twinLabelled; ++l) {
                    aliveOfAll[l] += pass->alive[b][l];
                }
            }
        }
        result.accuracies.push_back(static_cast<double>(right) / static_cast<double>(set.validation.size()));
        result.speedups.push_back(plain / reduced);
        if (!set.twinLabelled) {
            rightOfAll += right;
            countOfAll += set.validation.size();
        }
    }
    // Every validation example counts alike: a mean over the sets would rest on the smallest, noisiest one.
    result.score = static_cast<double>(rightOfAll) / static_cast<double>(countOfAll);
    double logSpeedup = 0;
    for (const double speedup : result.speedups) {
        logSpeedup += std::log(speedup) / static_cast<double>(result.speedups.size());
    }
    result.speedup = std::exp(logSpeedup);
    for (std::size_t l = 1; l <= info.layers && info.adaptive; ++l) {
        result.kept.push_back(aliveOfAll[l] / aliveOfAll[0]);
    }
    result.thresholds = ruleOf(info).thresholds(weights);
    return result;
}

double fineTunedScoreLess(const Run &run, double tolerance)
{
    return bestScore(run.finished.at(fineTuneStep).report.epochs) - tolerance;
}

double bestScore(const std::vector<EpochResult> &results)
{
    double best = 0;
    for (const EpochResult &result : results) {
        best = std::max(best, result.score);
    }
    return best;
}

std::size_t chooseEpoch(const std::vector<EpochResult> &results, double least, bool *within)
{
    const EpochResult *chosen = nullptr;
    for (const EpochResult &result : results) {
        if (result.score >= least - 1e-12 && (chosen == nullptr || result.speedup > chosen->speedup)) {
            chosen = &result;
        }
    }
    if (within != nullptr) {
        *within = chosen != nullptr;
    }
    if (chosen == nullptr) {
        for (const EpochResult &result : results) {
            if (chosen == nullptr || result.score > chosen->score) {
                chosen = &result;
            }
        }
    }
    return chosen == nullptr ? 0 : chosen->epoch;
}

} // namespace adaplens
