// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/best_p.h"

#include "core/error.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace adaplens {

void requireFiniteScores(std::span<const float> scores, const std::string &model)
{
    if (!std::ranges::all_of(scores, [](float score) { return std::isfinite(score); })) {
        throw Error("Model %1 computed token scores that are not finite; its weights are damaged.", model);
    }
}

float addShares(std::span<const float> scores, Decision &decision)
{
    const auto sum = static_cast<float>(std::accumulate(scores.begin(), scores.end(), 0.0));
    const bool divides = sum >= std::numeric_limits<float>::min();
    for (const float score : scores) {
        decision.raw.push_back(divides ? score / sum : 1.0F / static_cast<float>(scores.size()));
        decision.adjusted.push_back(decision.raw.back());
    }
    decision.scales.push_back(divides ? sum : 0.0F);
    return decision.scales.back();
}

void keepBest(std::span<const float> scores, std::size_t most, Decision &decision)
{
    assert(!scores.empty() && most >= 1);
    const std::size_t n = scores.size(), kept = std::min(most, n), first = decision.raw.size();
    addShares(scores, decision);
    const auto share = [&](std::size_t token) { return decision.raw[first + token]; };
    std::vector<std::size_t> order(n - 1); // all but [CLS], the best first
    std::iota(order.begin(), order.end(), std::size_t{1});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });

    decision.kept.resize(first + n, 0);
    decision.kept[first] = 1;
    for (std::size_t i = 0; i + 1 < kept; ++i) {
        decision.kept[first + order[i]] = 1;
    }
    std::size_t ties = 0;
    float threshold = 0;
    if (kept < n) {
        const float best = share(order[kept - 1]); // of those that go
        threshold = kept == 1 ? std::nextafter(best, std::numeric_limits<float>::infinity()) : share(order[kept - 2]);
        // Rounding turns a decision where the last that stays and the first that goes are as good as equal.
        if (kept > 1) {
            const float middle = (threshold + best) / 2;
            ties = static_cast<std::size_t>(std::ranges::count_if(
                order, [&](std::size_t token) { return std::abs(share(token) - middle) < nearTie; }));
        }
    }
    decision.thresholds.push_back(threshold);
    decision.nearTies.push_back(ties);
}

} // namespace adaplens
