// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/bootstrap.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>

namespace adaplens {

namespace {

/// A number below `size`, each as likely. The distributions of the standard library differ between its makers.
std::size_t draw(std::mt19937_64 &random, std::size_t size)
{
    const std::uint64_t most = std::mt19937_64::max() - std::mt19937_64::max() % size;
    std::uint64_t number = random();
    while (number >= most)
        number = random();
    return number % size;
}

double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const double floor = std::floor(place);
    const auto low = static_cast<std::size_t>(floor);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (place - floor) * (sorted[high] - sorted[low]);
}

} // namespace

Interval bootstrapMean(std::span<const double> values, const BootstrapOptions &options)
{
    if (values.empty())
        return percentileInterval(0, {}, options.level);
    const auto count = static_cast<double>(values.size());
    std::vector<double> drawn;
    drawn.reserve(options.resamples);
    forEachResample(values.size(), options, [&](std::span<const std::uint32_t> times) {
        drawn.push_back(std::inner_product(values.begin(), values.end(), times.begin(), 0.0) / count);
    });
    return percentileInterval(std::accumulate(values.begin(), values.end(), 0.0) / count, std::move(drawn),
                              options.level);
}

void forEachResample(std::size_t count, const BootstrapOptions &options,
                     const std::function<void(std::span<const std::uint32_t> times)> &use)
{
    assert(count > 0);
    std::mt19937_64 random(options.seed);
    std::vector<std::uint32_t> times(count);
    for (std::size_t r = 0; r < options.resamples; ++r) {
        std::ranges::fill(times, 0U);
        for (std::size_t i = 0; i < count; ++i)
            ++times[draw(random, count)];
        use(times);
    }
}

Interval percentileInterval(double mean, std::vector<double> drawn, double level)
{
    Interval result{.mean = mean, .low = mean, .high = mean, .level = level, .resamples = drawn.size()};
    if (drawn.empty())
        return result;
    std::ranges::sort(drawn);
    result.low = quantile(drawn, (1 - level) / 2);
    result.high = quantile(drawn, (1 + level) / 2);
    return result;
}

} // namespace adaplens
