// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/bootstrap.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <vector>

using namespace adaplens;

TEST_CASE("the interval of many values is the mean plus and minus 1.96 standard errors")
{
    std::vector<double> values;
    values.reserve(1000);
    for (int i = 0; i < 1000; ++i)
        values.push_back(i % 10 < 3 ? 1.0 : 0.0);
    const Interval interval = bootstrapMean(values, {.resamples = 4000});
    const double error = std::sqrt(0.3 * 0.7 / 1000);
    CHECK(interval.mean == doctest::Approx(0.3));
    CHECK(std::abs(interval.low - (0.3 - 1.96 * error)) < 0.1 * error);
    CHECK(std::abs(interval.high - (0.3 + 1.96 * error)) < 0.1 * error);
    CHECK(interval.resamples == 4000);
    const Interval half = bootstrapMean(values, {.resamples = 4000, .level = 0.5});
    CHECK(std::abs(half.high - (0.3 + 0.674 * error)) < 0.1 * error);
}

TEST_CASE("one seed, one interval; another seed, another")
{
    const std::vector<double> values{0.1, -0.7, 0.35, 0.9, 0.2, 0.55, -0.3};
    const Interval first = bootstrapMean(values, {.seed = 7}), again = bootstrapMean(values, {.seed = 7});
    CHECK(first.low == again.low);
    CHECK(first.high == again.high);
    CHECK(bootstrapMean(values, {.seed = 8}).low != first.low);
}

TEST_CASE("equal values have no width, no value gives zeros")
{
    const std::vector<double> values(20, 0.25);
    CHECK(bootstrapMean(values).low == 0.25);
    CHECK(bootstrapMean(values).high == 0.25);
    CHECK(bootstrapMean({}).mean == 0);
    CHECK(bootstrapMean({}).resamples == 0);
}

TEST_CASE("every resample draws as many documents as there are, all of them in the end")
{
    std::vector<std::uint32_t> drawn(5);
    std::size_t resamples = 0;
    forEachResample(5, {.resamples = 40, .seed = 3}, [&](std::span<const std::uint32_t> times) {
        ++resamples;
        CHECK(std::accumulate(times.begin(), times.end(), 0U) == 5);
        for (std::size_t i = 0; i < drawn.size(); ++i)
            drawn[i] += times[i];
    });
    CHECK(resamples == 40);
    for (const std::uint32_t times : drawn)
        CHECK(times > 20);
}

TEST_CASE("ends of an interval are quantiles, interpolated between the values drawn")
{
    const Interval half = percentileInterval(1, {3, 1, 0, 2}, 0.5);
    CHECK(half.low == 0.75);
    CHECK(half.high == 2.25);
    const Interval whole = percentileInterval(1, {3, 1, 0, 2}, 1);
    CHECK(whole.low == 0);
    CHECK(whole.high == 3);
    const Interval single = percentileInterval(1, {4}, 0.95);
    CHECK(single.low == 4);
    CHECK(single.high == 4);
    CHECK(single.mean == 1);
}
