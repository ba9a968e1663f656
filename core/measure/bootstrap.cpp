// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/bootstrap.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <random>
#include <vector>

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

std::optional<double> ratioOfSums(std::span<const double> sums)
{
    return sums[1] > 0 ? std::optional(sums[0] / sums[1]) : std::nullopt;
}

} // namespace

Interval bootstrapSums(std::span<const double> documents, std::size_t columns, const SumStatistic &statistic,
                       const BootstrapOptions &options)
{
    assert(columns > 0 && documents.size() % columns == 0);
    const std::size_t count = documents.size() / columns;
    std::vector<double> sums(columns, 0.0);
    const auto add = [&](std::size_t document, double times) {
        for (std::size_t c = 0; c < columns; ++c)
            sums[c] += times * documents[document * columns + c];
    };
    for (std::size_t i = 0; i < count; ++i)
        add(i, 1);
    const auto whole = statistic(sums);
    if (count == 0 || !whole)
        return percentileInterval(0, {}, options.level);
    std::vector<double> drawn;
    drawn.reserve(options.resamples);
    forEachResample(count, options, [&](std::span<const std::uint32_t> times) {
        std::ranges::fill(sums, 0.0);
        for (std::size_t i = 0; i < count; ++i)
            if (times[i] > 0)
                add(i, times[i]);
        if (const auto value = statistic(sums)) // documents without a value may be all that was drawn
            drawn.push_back(*value);
    });
    return percentileInterval(*whole, std::move(drawn), options.level);
}

Interval bootstrapRatio(std::span<const double> parts, std::span<const double> wholes, const BootstrapOptions &options)
{
    assert(parts.size() == wholes.size());
    std::vector<double> rows;
    rows.reserve(2 * parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        rows.insert(rows.end(), {parts[i], wholes[i]});
    return bootstrapSums(rows, 2, ratioOfSums, options);
}

Interval bootstrapMean(std::span<const double> values, const BootstrapOptions &options)
{
    const std::vector<double> ones(values.size(), 1.0);
    return bootstrapRatio(values, ones, options);
}

Interval bootstrapMean(std::span<const double> values, std::span<const std::size_t> documents,
                       const BootstrapOptions &options)
{
    assert(values.size() == documents.size());
    std::vector<double> rows; // sum and count of each document
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (2 * documents[i] >= rows.size())
            rows.resize(2 * documents[i] + 2, 0.0);
        rows[2 * documents[i]] += values[i];
        rows[2 * documents[i] + 1] += 1;
    }
    return bootstrapSums(rows, 2, ratioOfSums, options);
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
