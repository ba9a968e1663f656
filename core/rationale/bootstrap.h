// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

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

} // namespace adaplens
