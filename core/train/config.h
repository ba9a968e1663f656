// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace adaplens {

/// Sentences of a set's training documents as short texts, labelled by the fine-tuned model (its twin), for the steps
/// that come after fine-tuning; not in the paper. Each line of a document counts as one (ERASER keeps a sentence a
/// line).
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
    std::size_t maxLength = 128; ///< pieces; longer texts are truncated, and counted
    std::size_t batch = 32;      ///< examples a step
    double holdout = 0.05;       ///< share of the examples (below 1) or their number, kept for validation
    bool phrases = false;        ///< texts contain one another (SST-2): hold out whole sentences and no part of them
    double phi = 5e-4;           ///< weight of the speed loss on this set
    SentenceSource sentences;
};

/// Everything a training run depends on. Read from JSON; each key is the member's name in snake_case.
struct TrainConfig {
    std::filesystem::path out;
    std::filesystem::path from; ///< another run, whose finished steps are used where `out` has not its own
    std::filesystem::path backbone;
    std::filesystem::path tokenizer; ///< folder of the backbone's tokeniser; empty = the backbone's own
    std::vector<std::string> labels;
    std::string name, trainedOn, language;
    std::vector<TrainSource> data;
    std::uint64_t seed = 7;
    int threads = 0;
    bool bfloat16 = false; ///< matrix products in bfloat16
    std::string device = "cpu";
    bool freezeWordEmbeddings = false;
    double weightDecay = 0.01;        ///< share of a weight that a step takes off, times the learning rate
    double warmup = 0.06;             ///< share of a step's batches over which its learning rates rise from 0
    double clip = 1.0;                ///< largest joint L2 norm of the gradients; 0 = no limit
    std::vector<double> classWeights; ///< of each class in the cross-entropy; empty = 1 each
    double saveEverySeconds = 120;    ///< resume point
    /// Settings of the steps, by a step's name: JSON objects, which the step itself reads. A step that is not here has
    /// its defaults.
    std::map<std::string, std::string> steps;
};

/// A value that replaces one of a configuration file.
struct TrainSetting {
    std::string place; ///< empty = the configuration itself, "data" = every data set, else the name of a step
    std::string key;
    std::string value; ///< JSON
};

/// Reads a configuration file, then the replacements; relative paths of the file are taken from its folder. Without a
/// file all values come from `settings`. Throws Error naming an unknown key, a value of the wrong type or out of range.
[[nodiscard]] TrainConfig readTrainConfig(const std::filesystem::path &file,
                                          const std::vector<TrainSetting> &settings = {});
/// The same from JSON text; `folder` is where relative paths start.
[[nodiscard]] TrainConfig parseTrainConfig(const std::string &json, const std::string &name,
                                           const std::filesystem::path &folder,
                                           const std::vector<TrainSetting> &settings = {});
/// The configuration as JSON, every value spelled out (stored with the results and compared on resume).
[[nodiscard]] std::string toJson(const TrainConfig &config);

} // namespace adaplens
