// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/decisions_p.h"

#include <doctest/doctest.h>

#include <vector>

using namespace adaplens;

namespace {

LayerTrace layer(std::vector<std::uint32_t> alive, std::vector<std::uint8_t> kept)
{
    LayerTrace result;
    result.alive = std::move(alive);
    result.kept = std::move(kept);
    return result;
}

} // namespace

TEST_CASE("decisions on tokens that reach a layer in both passes are counted")
{
    const std::vector<LayerTrace> a{layer({0, 1, 2, 3, 4}, {1, 1, 0, 1, 0}), layer({0, 1, 3}, {1, 0, 1})};
    const std::vector<LayerTrace> b{layer({0, 1, 2, 3, 4}, {1, 1, 1, 0, 0}), layer({0, 1, 2}, {1, 1, 0})};
    DecisionCount count;
    countDecisions(a, b, count);
    CHECK(count.faced == 4 + 1); // [CLS] is no decision; at the second layer only piece 1 is there in both
    CHECK(count.differing == 2 + 1);
    countDecisions(a, a, count);
    CHECK(count.faced == 5 + 4 + 2);
    CHECK(count.differing == 3);
    countDecisions({}, {}, count);
    CHECK(count.faced == 11);
}
