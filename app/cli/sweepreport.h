// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"

#include <string>

namespace adaplens::cli {

/// The points as a table on a terminal, a line each; those on the Pareto front of their split are starred.
[[nodiscard]] std::string sweepReport(const Sweep &sweep);

} // namespace adaplens::cli
