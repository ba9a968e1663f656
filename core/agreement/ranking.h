// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace adaplens {

/// How well scores rank marked tokens (1) before others (0). All are empty where the labels are all 0 or all 1. Equal
/// scores are one threshold, as in scikit-learn.

/// Average precision: sum over thresholds of (R_k - R_{k-1}) P_k.
[[nodiscard]] std::optional<double> averagePrecision(std::span<const double> scores,
                                                     std::span<const std::uint8_t> labels);
/// Area under the precision-recall curve by the trapezoid rule; not the same number as average precision.
[[nodiscard]] std::optional<double> auprc(std::span<const double> scores, std::span<const std::uint8_t> labels);
/// Area under the ROC curve.
[[nodiscard]] std::optional<double> rocAuc(std::span<const double> scores, std::span<const std::uint8_t> labels);

/// One threshold of a ranking: tokens with score >= threshold are selected.
struct RankingPoint {
    double threshold = 0;
    std::size_t selected = 0;
    double precision = 0, recall = 0, falsePositiveRate = 0;
};
/// Every threshold of a ranking, from the fewest selected to all; empty where the labels are all 0 or all 1.
[[nodiscard]] std::vector<RankingPoint> rankingCurve(std::span<const double> scores,
                                                     std::span<const std::uint8_t> labels);

} // namespace adaplens
