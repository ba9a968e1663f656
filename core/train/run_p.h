// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"
#include "core/model/checkpoint_p.h"
#include "core/train/optimiser_p.h"
#include "core/train/runfolder_p.h"
#include "core/train/train.h"
#include "core/train/trainingset.h"

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// What all steps of one training run share.
struct Run {
    const TrainConfig *config = nullptr;
    Checkpoint start; ///< the backbone with the rule of the method, the parts that it lacks drawn by the seed
    std::vector<SampleSet> sets;
    std::function<void(const TrainProgress &)> progress;
    std::stop_token stop;
    std::map<std::string, FinishedStep> finished; ///< by name: what later steps read
    std::vector<std::filesystem::path> discarded; ///< folders that starting the run deletes

    [[nodiscard]] at::ScalarType products() const { return config->bfloat16 ? at::kBFloat16 : at::kFloat; }
    [[nodiscard]] at::Device device() const { return at::Device(config->device); }
    [[nodiscard]] at::Tensor classWeights() const; ///< [K] on the device, or undefined
    [[nodiscard]] std::filesystem::path folderOf(const std::string &step) const { return config->out / step; }
    /// The model of the epoch that a finished step chose.
    [[nodiscard]] Checkpoint chosenModel(const std::string &step) const;
};

/// The fine-tuned model of a run, as a source of labels.
class Twin {
public:
    explicit Twin(const Run &run);
    /// Its probabilities [K] for each sample.
    [[nodiscard]] std::vector<at::Tensor> probabilities(const std::vector<Sample> &samples, std::size_t batch) const;
    /// Gives the samples the class that it predicts.
    void label(std::vector<Sample> &samples, std::size_t batch) const;

private:
    const Run &m_run;
    Checkpoint m_model;
};

/// The model of an epoch below a step's folder.
[[nodiscard]] std::filesystem::path epochFolder(const std::filesystem::path &step, std::size_t epoch);
/// Batch of samples as the encoder takes them.
[[nodiscard]] BatchInput inputOf(const std::vector<Sample> &samples, const std::vector<std::size_t> &chosen);
/// [B] int64 gold classes.
[[nodiscard]] at::Tensor labelsOf(const std::vector<Sample> &samples, const std::vector<std::size_t> &chosen,
                                  at::Device device);
/// [B, K]: logits of a batch, nothing dropped.
[[nodiscard]] at::Tensor plainLogits(const Checkpoint &model, const BatchInput &input, const PassOptions &options);
/// Scores the validation examples of every set, tokens really removed; operations against those of the backbone's shape.
/// Sentences that the twin labels take part once it is there.
[[nodiscard]] EpochResult scoreValidation(const Run &run, const Checkpoint &model, std::size_t epoch);
/// All tensors of a model as trainable parameters, copied to the run's device; those that are exact (thresholds) are left
/// to the method.
[[nodiscard]] std::vector<Parameter> trainable(const Run &run, Checkpoint &model, double learningRate,
                                               double ruleLearningRate);
/// Moves a plain model's tensors to a device.
void moveTo(at::Device device, Checkpoint &model);
/// Epoch (from 1) with the highest speed-up among those with a score of at least `least`; if none, the best score.
[[nodiscard]] std::size_t chooseEpoch(const std::vector<EpochResult> &results, double least, bool *within = nullptr);
/// What a model may score at least that must not lose more than that against the fine-tuned one.
[[nodiscard]] double fineTunedScoreLess(const Run &run, double tolerance);
/// Highest score of the results.
[[nodiscard]] double bestScore(const std::vector<EpochResult> &results);

} // namespace adaplens
