// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/decisions_p.h"

#include <algorithm>

namespace adaplens {

void countDecisions(std::span<const LayerTrace> a, std::span<const LayerTrace> b, DecisionCount &count)
{
    for (std::size_t l = 0; l < std::min(a.size(), b.size()); ++l) {
        // Both are sorted by piece: dropping keeps the order. The first is [CLS].
        std::size_t i = 1, j = 1;
        while (i < a[l].alive.size() && j < b[l].alive.size()) {
            if (a[l].alive[i] == b[l].alive[j]) {
                ++count.faced;
                count.differing += a[l].kept[i] != b[l].kept[j] ? 1 : 0;
                ++i;
                ++j;
            } else if (a[l].alive[i] < b[l].alive[j]) {
                ++i;
            } else {
                ++j;
            }
        }
    }
}

} // namespace adaplens
