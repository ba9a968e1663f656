// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"

namespace adaplens {

/// Whether a model drops tokens by thresholds, which can be scaled (Interventions::scale).
[[nodiscard]] bool hasThresholds(const ModelInfo &model);
/// Whether it has one in each layer, which can be scaled apart (Interventions::layerScales).
[[nodiscard]] bool hasLayerThresholds(const ModelInfo &model);

} // namespace adaplens
