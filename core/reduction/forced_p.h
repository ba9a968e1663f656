// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduction/interventions.h"
#include "core/reduction/reducer_p.h"

#include <memory>

namespace adaplens {

/// `rule`, but about the tokens in `forced` the user decides; `rule` itself where there are none. Throws Error if they
/// name a layer that the model lacks or a [CLS].
[[nodiscard]] std::unique_ptr<Reducer> withForced(std::unique_ptr<Reducer> rule, const ModelInfo &info,
                                                  const std::vector<ForcedToken> &forced);

} // namespace adaplens
