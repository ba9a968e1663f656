// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/train/train.h"

#include <filesystem>
#include <string>
#include <vector>

namespace adaplens {

/// The folder of a run: `config.json`, a folder for each step, and `model/`.

/// Results of a step that has run to its end.
struct FinishedStep {
    std::filesystem::path folder;
    StepReport report;
};

/// Results of a step, from config.out or else from the runs that it goes on from; empty where none has finished it.
/// Throws Error where it was with other data, another backbone or other settings of that step.
[[nodiscard]] std::optional<FinishedStep> findFinished(const TrainConfig &config, const std::string &step);
/// The same; throws Error where none has finished it.
[[nodiscard]] FinishedStep requireFinished(const TrainConfig &config, const std::string &step);

/// The folders that starting anew deletes: of the steps and of all that need them.
[[nodiscard]] std::vector<std::filesystem::path> discardedBy(const TrainConfig &config,
                                                             const std::vector<std::string> &steps);
/// Throws Error unless the steps may be run into config.out. Changes nothing.
void checkFolder(const TrainConfig &config, const std::vector<std::string> &steps, Existing existing);
/// What checkFolder() allowed: deletes what is to be deleted and stores the configuration.
void prepareFolder(const TrainConfig &config, const std::vector<std::string> &steps, Existing existing);

void bindJson(JsonBinder &json, EpochResult &result);
void bindJson(JsonBinder &json, StepReport &report);
/// Says that a step has run to its end.
void writeReport(const std::filesystem::path &folder, const StepReport &report);

} // namespace adaplens
