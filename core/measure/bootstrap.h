// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace adaplens {

/// A mean with its bootstrap interval.
struct Interval {
    double mean = 0;
    double low = 0, high = 0;
    double level = 0.95;
    std::size_t resamples = 0;
};

struct BootstrapOptions {
    std::size_t resamples = 2000;
    std::uint64_t seed = 0;
    double level = 0.95;
};

/// Percentile bootstrap interval of the mean of `values` (Efron & Tibshirani 1993, chapter 13): values are drawn with
/// replacement, and the ends are quantiles of the drawn means, interpolated linearly. For a paired comparison the
/// values are the differences. The same seed gives the same interval on every machine. No value gives zeros.
[[nodiscard]] Interval bootstrapMean(std::span<const double> values, const BootstrapOptions &options = {});

/// The same where several values belong to one document: whole documents are drawn, and the mean is over the values of
/// those drawn. `documents[i]` is the number, from 0, of the document that values[i] belongs to.
[[nodiscard]] Interval bootstrapMean(std::span<const double> values, std::span<const std::size_t> documents,
                                     const BootstrapOptions &options = {});

/// A number made from sums over documents (true positives, marked tokens, ...); empty where they define none.
using SumStatistic = std::function<std::optional<double>(std::span<const double> sums)>;

/// The same for a number that is no mean of values but is made from sums over whole documents: a ratio of sums, a
/// difference of two, an F1 of averages. `documents` is [documents x columns], row by row; documents are drawn with
/// replacement, their columns added, and `statistic` made from these sums. `mean` is the statistic of all documents;
/// draws without one do not count. The same seed draws the same documents as bootstrapMean() does.
[[nodiscard]] Interval bootstrapSums(std::span<const double> documents, std::size_t columns,
                                     const SumStatistic &statistic, const BootstrapOptions &options = {});

/// The same for sum(parts) / sum(wholes), one of each a document.
[[nodiscard]] Interval bootstrapRatio(std::span<const double> parts, std::span<const double> wholes,
                                      const BootstrapOptions &options = {});

/// The draws of all these, for many numbers at once: calls `use` for each resample with how often each of `count`
/// documents (at least one) was drawn.
void forEachResample(std::size_t count, const BootstrapOptions &options,
                     const std::function<void(std::span<const std::uint32_t> times)> &use);
/// The interval of a number from its values in the resamples; without any its ends are `mean` itself.
[[nodiscard]] Interval percentileInterval(double mean, std::vector<double> drawn, double level);

} // namespace adaplens
