// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/runsweep.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// The model that all others are compared with, as a method.
inline constexpr const char *plainMethod = "bert";

/// A model that a sweep is to measure, or why it cannot.
struct PlannedModel {
    std::string method = {}, title = {};
    std::string knob = {}; ///< what it was trained with
    std::optional<double> value = {};
    std::optional<std::uint64_t> seed = {};
    std::string name = {};                     ///< method, knob and seed, as ids of points begin
    std::filesystem::path folder = {};         ///< of the model, which may be still to be trained
    std::vector<double> scales = {};           ///< of its thresholds; empty = as it is
    const SweepTraining *training = nullptr;   ///< where the sweep trains it
    bool drops = false;                        ///< tokens
    bool wanted = true;                        ///< false: it runs for the sake of the floors alone
    bool withFloors = false;                   ///< floors run at its budgets
    std::string problem = {};                  ///< why it cannot be measured; empty if it can
    PointStatus without = PointStatus::NotRun; ///< what its points are then
};

/// What the options ask for: plain model first, then the methods in their order, those without a model too. Throws Error
/// if a method is not known or two models cannot be told apart.
[[nodiscard]] std::vector<PlannedModel> planOf(const SweepOptions &options);
/// The floors among the methods that the options ask for.
[[nodiscard]] std::vector<std::string> floorsOf(const SweepOptions &options);

/// A number in a name: four digits.
[[nodiscard]] std::string shortNumber(double value);
/// A text in the name of a file.
[[nodiscard]] std::string inFileName(std::string text);

} // namespace adaplens
