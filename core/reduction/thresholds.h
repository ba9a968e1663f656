// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

namespace adaplens {

/// Whether a model drops tokens by thresholds, which can be scaled (Interventions::scale).
[[nodiscard]] bool hasThresholds(const ModelInfo &model);

} // namespace adaplens
