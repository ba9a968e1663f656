// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/topscores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace adaplens {

double ranked(double score)
{
    return std::isnan(score) ? -std::numeric_limits<double>::infinity() : score;
}

std::vector<std::uint8_t> selectTop(std::span<const double> scores, std::size_t count)
{
    count = std::min(count, scores.size());
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(count),
                              [&](std::size_t a, std::size_t b) {
                                  return std::pair(-ranked(scores[a]), a) < std::pair(-ranked(scores[b]), b);
                              });
    std::vector<std::uint8_t> selected(scores.size(), 0);
    for (std::size_t i = 0; i < count; ++i)
        selected[order[i]] = 1;
    return selected;
}

std::size_t countOfShare(double share, std::size_t n)
{
    // 0.07 * 100 is a rounding above 7, which is not an eighth token.
    const double count = std::ceil(share * static_cast<double>(n) - 1e-9);
    return count > 0 ? std::min(n, static_cast<std::size_t>(count)) : 0;
}

} // namespace adaplens
