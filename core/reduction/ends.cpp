// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/floor_p.h"

#include <algorithm>

namespace adaplens {

namespace {

/// n, n - 1, .. 1: the earlier, the better.
std::vector<float> fallingScores(const AliveTokens &alive, std::int64_t b, std::uint64_t)
{
    std::vector<float> scores;
    for (std::int64_t i = alive.layout.length(b); i > 0; --i) {
        scores.push_back(static_cast<float>(i));
    }
    return scores;
}

std::vector<float> risingScores(const AliveTokens &alive, std::int64_t b, std::uint64_t seed)
{
    std::vector<float> scores = fallingScores(alive, b, seed);
    std::ranges::reverse(scores);
    return scores;
}

} // namespace

const FloorMethod &firstFloor()
{
    static const FloorMethod method{{"first", message("First tokens"), "position", message("position")}, fallingScores};
    return method;
}

const FloorMethod &lastFloor()
{
    static const FloorMethod method{{"last", message("Last tokens"), "position", message("position")}, risingScores};
    return method;
}

} // namespace adaplens
