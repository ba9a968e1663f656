// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluate.h"

#include <string>

namespace adaplens::cli {

/// The figures of an evaluation for reading: every accuracy with its counts, the speed-ups of both kinds with the
/// conditions they were measured under, and everything that limits what the figures mean.
[[nodiscard]] std::string evaluationReport(const Evaluation &evaluation);

} // namespace adaplens::cli
