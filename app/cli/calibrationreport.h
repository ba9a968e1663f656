// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/calibrate.h"

#include <string>

namespace adaplens::cli {

/// The scales as a table on a terminal, with what was chosen or what it would take.
[[nodiscard]] std::string calibrationReport(const Calibration &calibration);

} // namespace adaplens::cli
