// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace adaplens {

/// What the authors of a ModelInfo::architecture call it: "RoBERTa".
[[nodiscard]] std::string architectureTitle(const std::string &modelType);

} // namespace adaplens
