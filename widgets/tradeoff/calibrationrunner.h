// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/calibrate.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

/// What a calibration needs to know. Loss and confidence are no part of it: what follows from them is decided anew
/// whenever they change, from what was counted.
struct CalibrationRequest {
    std::filesystem::path model; ///< folder
    adaplens::Precision precision = adaplens::Precision::Float32;
    adaplens::DataSource data;
};

/// Does the work, on the thread of the run. Empty = cancelled. Throws adaplens::Error. Tests put fast, endless or
/// failing ones here.
using CalibrationRunner = std::function<std::optional<adaplens::Calibration>(
    const CalibrationRequest &, const std::function<void(const adaplens::EvaluationProgress &)> &progress,
    std::stop_token)>;

/// The runner of the program: that of `adaplens-cli calibrate`, with its usual scales.
[[nodiscard]] CalibrationRunner classifierCalibration();
