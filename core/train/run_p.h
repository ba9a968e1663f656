// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"
#include "core/model/checkpoint_p.h"
#include "core/train/loop_p.h"
#include "core/train/train.h"
#include "core/train/trainingset.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace adaplens {

/// What all steps of one training run share.
struct Run {
    const TrainConfig *config = nullptr;
    std::vector<SampleSet> sets;
    std::function<void(const TrainProgress &)> progress;
    std::stop_token stop;

    [[nodiscard]] at::ScalarType products() const { return config->bfloat16 ? at::kBFloat16 : at::kFloat; }
    [[nodiscard]] at::Device device() const { return at::Device(config->device); }
    [[nodiscard]] std::filesystem::path epochFolder(const std::string &step, std::size_t epoch) const;
};

/// Saliency of every training example: [set][sample][token], sums to 1 over the tokens.
using SaliencySet = std::vector<std::vector<std::vector<float>>>;

/// The steps; empty = cancelled. Each writes its results below config.out and is not run again when they are there.
[[nodiscard]] std::optional<std::vector<EpochResult>> fineTune(Run &run, Checkpoint model);
[[nodiscard]] std::optional<SaliencySet> saliency(Run &run, const std::vector<EpochResult> &fineTuned);
[[nodiscard]] std::optional<std::vector<EpochResult>> adapler(Run &run, Checkpoint model, const SaliencySet &targets,
                                                              const std::vector<EpochResult> &fineTuned);

/// The best model of step A, as a source of labels.
class Twin {
public:
    Twin(const Run &run, const std::vector<EpochResult> &fineTuned);
    /// Its probabilities [K] for each sample.
    [[nodiscard]] std::vector<at::Tensor> probabilities(const std::vector<Sample> &samples, std::size_t batch) const;
    /// Gives the samples the class that it predicts.
    void label(std::vector<Sample> &samples, std::size_t batch) const;

private:
    const Run &m_run;
    Checkpoint m_model;
};

/// Batch of samples as the encoder takes them.
[[nodiscard]] BatchInput inputOf(const std::vector<Sample> &samples, const std::vector<std::size_t> &chosen);
/// [B] int64 gold classes.
[[nodiscard]] at::Tensor labelsOf(const std::vector<Sample> &samples, const std::vector<std::size_t> &chosen,
                                  at::Device device);
/// Scores the held-out examples of every set, tokens really removed if the weights have predictors.
[[nodiscard]] EpochResult evaluateHeld(const Run &run, const Weights &weights, const ModelInfo &info,
                                       std::size_t epoch);
/// All tensors of a model as trainable parameters (eta and theta aside), moved to the run's device.
[[nodiscard]] std::vector<Parameter> trainable(const Run &run, Checkpoint &model, double learningRate,
                                               double predictorLearningRate);
/// Moves a plain model's tensors to a device.
void moveTo(at::Device device, Checkpoint &model);
/// Epoch (from 1) with the highest speed-up among those with a score of at least `least`; if none, the best score.
[[nodiscard]] std::size_t chooseEpoch(const std::vector<EpochResult> &results, double least, bool *within = nullptr);
/// Highest score of the results.
[[nodiscard]] double bestScore(const std::vector<EpochResult> &results);

} // namespace adaplens
