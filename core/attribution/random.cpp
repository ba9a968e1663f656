// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"
#include "core/random.h"

#include <numeric>

namespace adaplens {

namespace {

/// Scores that know nothing: the floor of every comparison. They depend on the seed and the pieces of the text alone,
/// so a run that is cut short and goes on, or reads texts in another order, gives the same.
class RandomScores : public Attributor {
public:
    void score(Passes &passes, TokenScores &scores) const override
    {
        std::uint64_t seed = passes.options().seed;
        for (const Piece &piece : passes.encoding().pieces) {
            seed = mixSeed(seed, static_cast<std::uint64_t>(piece.id) * 2 + static_cast<std::uint64_t>(piece.segment));
        }
        std::mt19937_64 engine(seed);
        std::vector<float> row(passes.encoding().pieces.size());
        for (float &score : row) {
            score = static_cast<float>(engine() >> 40U); // 24 bits: exact in a float
        }
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        for (float &score : row) {
            score = static_cast<float>(sum > 0 ? score / sum : 1.0 / static_cast<double>(row.size()));
        }
        scores.layers.push_back(std::move(row));
    }
};

} // namespace

std::unique_ptr<Attributor> makeRandom()
{
    return std::make_unique<RandomScores>();
}

} // namespace adaplens
