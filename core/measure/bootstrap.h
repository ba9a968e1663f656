// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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

/// Its draws, for many numbers of whole documents at once: calls `use` for each resample with how often each of `count`
/// documents (at least one) was drawn.
void forEachResample(std::size_t count, const BootstrapOptions &options,
                     const std::function<void(std::span<const std::uint32_t> times)> &use);
/// The interval of a number from its values in the resamples; without any its ends are `mean` itself.
[[nodiscard]] Interval percentileInterval(double mean, std::vector<double> drawn, double level);

} // namespace adaplens
