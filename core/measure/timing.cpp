// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/timing.h"

#include <algorithm>

namespace adaplens {

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace adaplens
