// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bench/bench.h"

#include <string>

namespace adaplens::cli {

/// The figures of a benchmark for reading: milliseconds by length, then each data set with its speed-ups, then the
/// conditions.
[[nodiscard]] std::string benchReport(const BenchReport &report);

} // namespace adaplens::cli
