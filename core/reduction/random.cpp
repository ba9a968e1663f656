// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"
#include "core/reduction/floor_p.h"

namespace adaplens {

namespace {

/// One number a token, of the seed, the text and the token's place alone, so that neither the batch nor the layer
/// changes it: the tokens go in one random order.
std::vector<float> randomScores(const AliveTokens &alive, std::int64_t b, std::uint64_t seed)
{
    const Layout &whole = alive.texts.layout;
    const auto *ids = alive.texts.ids.data_ptr<std::int64_t>(),
               *segments = alive.texts.segments.data_ptr<std::int64_t>();
    for (std::int64_t i = whole.begin(b); i < whole.begin(b + 1); ++i) {
        seed = mixSeed(seed, static_cast<std::uint64_t>(ids[i] * 2 + segments[i]));
    }
    std::vector<float> scores;
    for (std::int64_t i = alive.layout.begin(b); i < alive.layout.begin(b + 1); ++i) {
        scores.push_back(
            static_cast<float>(mixSeed(seed, alive.pieces[static_cast<std::size_t>(i)]) >> 40U)); // 24 bits
    }
    return scores;
}

} // namespace

const FloorMethod &randomFloor()
{
    static const FloorMethod method{
        {.name = "random",
         .title = message("Random tokens"),
         .score = "random",
         .scoreTitle = message("random number"),
         .thresholdTitle = message("budget"),
         .keptBy = KeptBy::Rank,
         .explanation = message("Before the attention of each layer as many pieces stay as the configuration says, "
                                "drawn at random. Nothing is learned: it is a floor that shows what another rule's "
                                "choice is worth.")},
        randomScores};
    return method;
}

} // namespace adaplens
