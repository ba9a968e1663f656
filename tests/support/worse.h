// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace adaplens::test {

/// The larger of two errors; what is no number counts as larger than any, which std::max() would pass over.
inline double worse(double a, double b)
{
    return b <= a || std::isnan(a) ? a : b;
}

} // namespace adaplens::test
