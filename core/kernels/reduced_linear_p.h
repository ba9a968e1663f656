// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/packed_linear.h"

namespace adaplens {

/// As PackedLinear::make(), in bfloat16 or int8 with code of our own. Null where the processor lacks the instructions.
[[nodiscard]] std::shared_ptr<const PackedLinear> makeReduced(std::span<const float> weight,
                                                              std::span<const float> bias, Precision precision);

} // namespace adaplens
