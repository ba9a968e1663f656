// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the parts of the page about training show, in a few sentences each, as rich text.
namespace help {

[[nodiscard]] QString training();
[[nodiscard]] QString trainingRun();
[[nodiscard]] QString trainingLoss();
[[nodiscard]] QString trainingScores();
[[nodiscard]] QString trainingKept();
[[nodiscard]] QString trainingThresholds();

} // namespace help
