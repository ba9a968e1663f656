// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainingset.h"

#include <filesystem>
#include <vector>

namespace adaplens {

/// Saliency of every training example: [set][sample][token], sums to 1 over the tokens.
using SaliencySet = std::vector<std::vector<std::vector<float>>>;

/// `folder`: that of the step.
void writeTargets(const std::filesystem::path &folder, const SaliencySet &targets);
/// Targets of the sets' training examples. Throws Error if they belong to other data.
[[nodiscard]] SaliencySet readTargets(const std::filesystem::path &folder, const std::vector<SampleSet> &sets);

} // namespace adaplens
