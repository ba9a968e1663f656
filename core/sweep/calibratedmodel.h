// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/export.h"
#include "core/sweep/calibrate.h"

#include <filesystem>
#include <optional>
#include <stop_token>

namespace adaplens {

/// Beside a model whose thresholds were chosen so.
inline constexpr const char *calibrationFileName = "calibration.json";

/// Copies the model that was calibrated to `out` as exportModel() does, with the thresholds chosen, and writes the
/// calibration beside it. Empty = cancelled. Throws Error where no scale qualifies, and as exportModel() does.
[[nodiscard]] std::optional<ExportedModel> exportCalibrated(const Calibration &calibration,
                                                            const std::filesystem::path &model,
                                                            const std::filesystem::path &out, ExportOptions how,
                                                            std::stop_token stop = {});

} // namespace adaplens
