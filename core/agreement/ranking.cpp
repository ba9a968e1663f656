// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/ranking.h"

#include "core/attribution/topscores.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace adaplens {

namespace {

/// The sum of `piece` over each point of the curve and the one before; empty where there is no curve.
template <typename Piece>
std::optional<double> areaOf(std::span<const double> scores, std::span<const std::uint8_t> labels, const Piece &piece)
{
    const auto curve = rankingCurve(scores, labels);
    if (curve.empty())
        return std::nullopt;
    RankingPoint before{.precision = 1}; // where nothing is selected, by convention
    double area = 0;
    for (const RankingPoint &point : curve) {
        area += piece(before, point);
        before = point;
    }
    return area;
}

} // namespace

std::vector<RankingPoint> rankingCurve(std::span<const double> scores, std::span<const std::uint8_t> labels)
{
    assert(scores.size() == labels.size());
    const auto marked = static_cast<std::size_t>(std::ranges::count_if(labels, [](std::uint8_t l) { return l != 0; }));
    const std::size_t others = labels.size() - marked;
    if (marked == 0 || others == 0)
        return {};
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return ranked(scores[a]) > ranked(scores[b]); });

    std::vector<RankingPoint> curve;
    std::size_t found = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        found += labels[order[i]] != 0 ? 1 : 0;
        const double threshold = ranked(scores[order[i]]);
        if (i + 1 < order.size() && ranked(scores[order[i + 1]]) == threshold)
            continue; // equal scores are selected together
        const std::size_t selected = i + 1;
        curve.push_back({threshold, selected, static_cast<double>(found) / static_cast<double>(selected),
                         static_cast<double>(found) / static_cast<double>(marked),
                         static_cast<double>(selected - found) / static_cast<double>(others)});
    }
    return curve;
}

std::optional<double> averagePrecision(std::span<const double> scores, std::span<const std::uint8_t> labels)
{
    return areaOf(scores, labels, [](const RankingPoint &before, const RankingPoint &point) {
        return (point.recall - before.recall) * point.precision;
    });
}

std::optional<double> auprc(std::span<const double> scores, std::span<const std::uint8_t> labels)
{
    return areaOf(scores, labels, [](const RankingPoint &before, const RankingPoint &point) {
        return (point.recall - before.recall) * (point.precision + before.precision) / 2;
    });
}

std::optional<double> rocAuc(std::span<const double> scores, std::span<const std::uint8_t> labels)
{
    return areaOf(scores, labels, [](const RankingPoint &before, const RankingPoint &point) {
        return (point.falsePositiveRate - before.falsePositiveRate) * (point.recall + before.recall) / 2;
    });
}

} // namespace adaplens
