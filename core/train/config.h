// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace adaplens {

/// Sentences of a set's training documents as short texts for step C, labelled by step A's model; not in the paper.
/// Each line of a document counts as one (ERASER keeps a sentence a line).
struct SentenceSource {
    std::size_t limit = 0; ///< how many, drawn by the run's seed; 0 = none
    std::size_t maxLength = 64;
    std::size_t batch = 64;
    double phi = 5e-4;
};

/// One data set of a training run, with what differs from set to set.
struct TrainSource {
    DataSource data;
    std::string name;            ///< in logs and results; the file's name if empty
    std::size_t maxLength = 128; ///< pieces; longer texts are cut, and counted
    std::size_t batch = 32;      ///< examples a step
    double holdout = 0.05;       ///< share of the examples (below 1) or their number, carved off for all choices
    bool phrases = false;        ///< texts contain one another (SST-2): hold out whole sentences and no part of them
    double phi = 5e-4;           ///< weight of the speed loss on this set
    SentenceSource sentences;
};

/// Step A: fine-tune the plain classifier.
struct FineTuneConfig {
    std::size_t epochs = 3;
    double learningRate = 3e-5;
    double attentionDropout = 0.1;
    double epsilon = 1e-8;
};

/// Step B: saliency targets, averaged over the best epochs of step A.
struct SaliencyConfig {
    std::size_t epochs = 3;
};

/// Step C: AdapLeR.
struct AdapLerConfig {
    std::size_t epochs = 5;
    bool fromFineTuned = false; ///< start from step A's model instead of the pre-trained encoder
    double learningRate = 3e-5;
    double predictorLearningRate = 0; ///< 0 = learningRate
    double etaLearningRate = 5e-4;
    double gamma = 5e-3;                ///< weight of the CP loss
    double tolerance = 0.01;            ///< score that may be lost against step A when choosing the epoch
    std::filesystem::path continueFrom; ///< an AdapLeR model to go on from, with its predictors, eta and theta; with an
                                        ///< eta rate of 0 a stage that recovers accuracy at the drops reached
    double lambda = 0;                  ///< sharpness of soft removal in every epoch; 0 = the paper's rising schedule
    std::vector<double> initialEta;     ///< a layer each; empty = 0.25, or those of continueFrom
    double softLabels = 0;              ///< share of the twin's soft labels in the task loss; not in the paper
};

/// Everything a training run depends on. Read from JSON; each key is the member's name in snake_case.
struct TrainConfig {
    std::filesystem::path out;
    std::filesystem::path backbone;
    std::vector<std::string> labels;
    std::string name, trainedOn, language;
    std::vector<TrainSource> data;
    std::uint64_t seed = 7;
    int threads = 0;
    bool bfloat16 = false; ///< matrix products in bfloat16
    std::string device = "cpu";
    bool freezeWordEmbeddings = false;
    double weightDecay = 0.01, warmup = 0.06, clip = 1.0;
    std::vector<double> classWeights; ///< empty = 1 each
    double saveEverySeconds = 120;    ///< resume point
    FineTuneConfig fineTune;
    SaliencyConfig saliency;
    AdapLerConfig adapler;
};

/// Reads a configuration file; relative paths are taken from the file's folder. Throws Error naming an unknown key, a
/// value of the wrong type or out of range.
[[nodiscard]] TrainConfig readTrainConfig(const std::filesystem::path &file);
/// The same from JSON text; `folder` is where relative paths start.
[[nodiscard]] TrainConfig parseTrainConfig(const std::string &json, const std::string &name,
                                           const std::filesystem::path &folder);
/// The configuration as JSON, every value spelled out (stored with the model and compared on resume).
[[nodiscard]] std::string toJson(const TrainConfig &config);

} // namespace adaplens
