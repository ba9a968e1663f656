// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduction/reducedpass_p.h"

namespace adaplens {

/// runReduced() for training with tokens really removed: differentiable in the weights, not in what the rule decides.
[[nodiscard]] ReducedPass runRemoving(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                                      const Reducer &reducer, const PassOptions &options);

} // namespace adaplens
