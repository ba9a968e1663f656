// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/config.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

enum class TrainStep { FineTune, Saliency, AdapLeR };

/// Where a run stands, for a progress line.
struct TrainProgress {
    std::string step; ///< "fine-tune", "saliency" or "adapler"
    std::size_t epoch = 0, epochs = 0;
    std::int64_t done = 0, total = 0; ///< batches of the step, all epochs
    double loss = 0;                  ///< running mean of the task loss
    double kept = 1;                  ///< soft share of token places kept (step C)
    double secondsLeft = 0;           ///< of this step
};

/// Held-out scores after an epoch.
struct EpochResult {
    std::size_t epoch = 0;          ///< from 1
    std::vector<double> accuracies; ///< one a set, tokens really removed; of sentences: agreement with the twin
    std::vector<double> speedups;   ///< exact FLOPs, one a set
    double score = 0;               ///< accuracy over the held-out examples of all sets together
    double speedup = 1;             ///< geometric mean over the sets
};

struct TrainReport {
    bool finished = false; ///< false = cancelled; run again with resume to go on
    std::vector<EpochResult> fineTune, adapler;
    std::size_t bestFineTune = 0, bestAdapLer = 0; ///< epochs chosen
    bool withinTolerance = true;                   ///< false: no AdapLeR epoch kept the score; the best one was taken
};

/// Runs the wanted steps in order into config.out: per-epoch checkpoints, `log.jsonl` with every batch, and at the end
/// `model/` (AdapLeR) with `model/plain/` (its twin). Steps that need an earlier one's results read them from there.
/// With `resume`, goes on from the last resume point with the same results as an undisturbed run. Throws Error on bad
/// data, on a loss that is not a number, on a folder of another configuration.
[[nodiscard]] TrainReport train(const TrainConfig &config, const std::vector<TrainStep> &steps, bool resume,
                                const std::function<void(const TrainProgress &)> &progress, std::stop_token stop = {});

} // namespace adaplens
