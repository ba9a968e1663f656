// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"

namespace adaplens {

/// What stands in the cells of tables of operating points, whatever they are written in; empty where there is nothing.
[[nodiscard]] std::string times(const std::optional<double> &speedup); ///< "1.75x"
[[nodiscard]] std::string knobOf(const SweepPoint &point);             ///< "eta scale 0.5"

} // namespace adaplens
