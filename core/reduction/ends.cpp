// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/floor_p.h"

#include <algorithm>
#include <utility>

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

RuleNames namesOfEnd(const char *name, Message title, Message explanation)
{
    return {.name = name,
            .title = std::move(title),
            .score = "position",
            .scoreTitle = message("position"),
            .thresholdTitle = message("budget"),
            .keptBy = KeptBy::Rank,
            .explanation = std::move(explanation)};
}

} // namespace

const FloorMethod &firstFloor()
{
    static const FloorMethod method{
        namesOfEnd("first", message("First tokens"),
                   message("Before the attention of each layer the first pieces stay, as many as the configuration "
                           "says. Nothing is learned: it is a floor that shows what another rule's choice is worth.")),
        fallingScores};
    return method;
}

const FloorMethod &lastFloor()
{
    static const FloorMethod method{
        namesOfEnd("last", message("Last tokens"),
                   message("Before the attention of each layer [CLS] and the last pieces stay, as many as the "
                           "configuration says. Nothing is learned: it is a floor that shows what another rule's "
                           "choice is worth.")),
        risingScores};
    return method;
}

} // namespace adaplens
