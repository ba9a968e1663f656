// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/config.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// An option of the command line that sets a value of a step's section.
struct TrainStepOption {
    std::string flag, key, help;
    bool whole = false; ///< a whole number
};

/// What is known of a step before it runs.
struct TrainStepInfo {
    std::string name;
    std::string summary;            ///< one line
    std::vector<std::string> needs; ///< the steps whose results it reads
    bool makesModel = false;        ///< its chosen epoch becomes `model/`: the last step of a method of that name
    std::vector<TrainStepOption> options = {};
    double batchCost = 1;   ///< time of a batch, that of fine-tuning being 1: for estimates
    std::string title = {}; ///< of the method, for readers, where its models have no rule that has one
};

/// All steps, each after those that it needs.
[[nodiscard]] std::vector<TrainStepInfo> trainSteps();
/// The names of a step and of all that it needs, in order: with the name of a method the whole of it. Throws Error
/// listing the names.
[[nodiscard]] std::vector<std::string> withNeeds(const std::string &step);
/// The steps of a method that a run has to do itself: those that config.from has finished are left out. Throws Error
/// where that run used other data or settings.
[[nodiscard]] std::vector<std::string> stepsToRun(const TrainConfig &config, const std::string &method);

/// Where a run stands, for a progress line.
struct TrainProgress {
    std::string step;
    std::size_t epoch = 0, epochs = 0;
    std::int64_t done = 0, total = 0; ///< batches of the step, all epochs
    std::optional<double> loss;       ///< running mean of the task loss
    std::optional<double> kept;       ///< share of token places kept in the batch
    double secondsLeft = 0;           ///< of this step
    double tokensPerSecond = 0;       ///< since the start or the resume point, validation left out
};

/// Scores on the validation examples after an epoch.
struct EpochResult {
    std::size_t epoch = 0;          ///< from 1
    std::vector<double> accuracies; ///< one a set, tokens really removed; of sentences: agreement with the twin
    std::vector<double> speedups;   ///< exact FLOPs, one a set
    double score = 0;               ///< accuracy over the validation examples of all sets together
    double speedup = 1;             ///< geometric mean over the sets
    /// Share of the tokens that each layer leaves, of the examples that count in the score; none where nothing is
    /// dropped.
    std::vector<double> kept = {};
    std::vector<double> thresholds = {}; ///< of the model's rule: eta of each layer, tokens that each keeps, ...
};

/// What a finished step found.
struct StepReport {
    std::string step;
    std::vector<EpochResult> epochs; ///< none in a step that trains nothing
    std::size_t chosen = 0;          ///< epoch
    bool withinTolerance = true;     ///< false: no epoch kept the score that was asked for; the best one was taken
};

struct TrainReport {
    bool finished = false;         ///< false = cancelled; resume to go on
    std::vector<StepReport> steps; ///< those that were run and those whose results they read, in order
};

/// What becomes of results that the wanted steps have in `out` already.
enum class Existing {
    Refuse,  ///< an Error, and nothing is changed
    Resume,  ///< go on from the last resume point, with the same results as an undisturbed run
    Restart, ///< they are deleted, with those of the steps that need them
};

/// Runs steps into config.out: a folder each with the model of every epoch, `log.jsonl` with every batch and
/// `report.json`; `model/` in the end, with its plain twin in `model/plain/`. What they need of other steps is read from
/// there, or from config.from. All that can be wrong with configuration, data and folders is found, and told by an
/// Error, before anything is deleted or written. Throws Error also on a loss that is not a number.
[[nodiscard]] TrainReport train(const TrainConfig &config, const std::vector<std::string> &steps, Existing existing,
                                const std::function<void(const TrainProgress &)> &progress, std::stop_token stop = {});

} // namespace adaplens
