// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"
#include "core/machine/instructions_p.h"

namespace adaplens {

/// usable() on a processor with these instructions.
[[nodiscard]] Precision usable(Precision wanted, const Instructions &has);

} // namespace adaplens
