// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// A trained model among those of a sweep.
struct SweepModel {
    std::filesystem::path folder = {}; ///< of the model, or of the training run that made it
    std::string method = {};           ///< empty = its rule; one that drops nothing must say: "bert", "distil"
    std::string title = {};            ///< for readers; empty = the rule's
    std::string knob = {};             ///< what it was trained with that its likes were not: "phi"
    std::optional<double> value = {};
    std::optional<std::uint64_t> seed = {}; ///< of its training
    std::vector<double> scales = {};        ///< of its thresholds; empty = the sweep's, of a model with a knob 1 alone
};

/// Models that the sweep trains itself: one for each value of the knob and each seed.
struct SweepTraining {
    std::string method = {};
    std::string title = {};
    std::filesystem::path config = {}; ///< of a training run
    /// A run whose finished steps serve all; where there is none, or it had another seed, the sweep does one of its own.
    std::filesystem::path from = {};
    std::string place = {}; ///< where the knob stands, as TrainSetting::place
    std::string knob = {};  ///< a key of the configuration; empty = none is turned
    std::vector<double> values = {};
    std::vector<std::uint64_t> seeds = {}; ///< empty = the configuration's
    std::vector<double> scales = {};       ///< empty = 1 alone
};

/// Which models a sweep measures. Read from JSON; each key is the member's name in snake_case.
struct SweepConfig {
    std::vector<SweepModel> models = {};
    std::vector<SweepTraining> train = {};
};

/// Relative paths are taken from the file's folder. Throws Error naming an unknown key or a value that cannot be.
[[nodiscard]] SweepConfig readSweepConfig(const std::filesystem::path &file);

} // namespace adaplens
