// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/optimiser_p.h"
#include "core/train/train.h"
#include "core/train/trainingset.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// What a batch reports to log and progress line.
struct BatchReport {
    double loss = 0;
    double kept = 1;
    nlohmann::ordered_json details; ///< more figures for the log
};

/// The epochs of one training step: order of batches, seeds, log, progress, resume points. What a batch does and what
/// is measured after an epoch are handed in.
class Loop {
public:
    struct Setup {
        const TrainConfig *config = nullptr;
        const std::vector<SampleSet> *sets = nullptr;
        std::string step;
        std::size_t epochs = 1;
        std::vector<AdamW *> optimisers; ///< what a resume point holds
        bool twinLabelled = false;       ///< sets labelled by the twin take part
    };
    using OnBatch = std::function<BatchReport(const Batch &, std::size_t epoch, double schedule)>;
    using OnEpoch = std::function<EpochResult(std::size_t epoch)>;

    explicit Loop(Setup setup);

    /// Runs to the end, from the resume point if there is one. Empty = cancelled (a resume point was written).
    [[nodiscard]] std::optional<std::vector<EpochResult>>
    run(const OnBatch &onBatch, const OnEpoch &onEpoch, const std::function<void(const TrainProgress &)> &progress,
        const std::stop_token &stop);

private:
    void save(std::size_t epoch, std::size_t batch) const;
    bool restore();
    void log(const nlohmann::ordered_json &line);

    Setup m;
    std::filesystem::path m_resumeFile, m_logFile;
    std::ofstream m_log;
    std::size_t m_epoch = 0, m_batch = 0; ///< where to start
    std::vector<EpochResult> m_results;
};

[[nodiscard]] nlohmann::ordered_json toJson(const EpochResult &result);
[[nodiscard]] EpochResult epochResultFromJson(const nlohmann::ordered_json &json);

} // namespace adaplens
