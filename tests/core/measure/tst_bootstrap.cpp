// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/bootstrap.h"

#include <doctest/doctest.h>

#include <cmath>
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

TEST_CASE("documents are drawn whole")
{
    // Ten values in each of 40 documents, all values of a document equal: as uncertain as 40 values, not 400.
    std::vector<double> all, each;
    std::vector<std::size_t> documents;
    for (std::size_t d = 0; d < 40; ++d) {
        const double value = d % 2 == 0 ? 1.0 : 0.0;
        each.push_back(value);
        for (int i = 0; i < 10; ++i) {
            all.push_back(value);
            documents.push_back(d);
        }
    }
    const Interval grouped = bootstrapMean(all, documents), single = bootstrapMean(each);
    CHECK(grouped.mean == doctest::Approx(0.5));
    CHECK(grouped.low == doctest::Approx(single.low));
    CHECK(grouped.high == doctest::Approx(single.high));
    CHECK(bootstrapMean(all).high < grouped.high);
}

TEST_CASE("the mean is over values, not over documents")
{
    const std::vector<double> values{1, 1, 1, 0};
    const std::vector<std::size_t> documents{0, 0, 0, 2}; // document 1 has no value
    const Interval interval = bootstrapMean(values, documents, {.resamples = 1000});
    CHECK(interval.mean == 0.75);
    CHECK(interval.low == 0);
    CHECK(interval.high == 1);
    CHECK(interval.resamples < 1000);
}

TEST_CASE("a ratio of sums weighs documents by their size")
{
    const std::vector<double> parts{1, 0, 5}, wholes{1, 4, 5};
    const Interval ratio = bootstrapRatio(parts, wholes, {.seed = 5});
    CHECK(ratio.mean == doctest::Approx(0.6));
    CHECK(ratio.low == 0);  // the second document alone
    CHECK(ratio.high == 1); // only the others
    // With wholes of 1 it is the mean, drawn alike.
    const std::vector<double> values{0.1, -0.7, 0.35, 0.9}, ones(4, 1.0);
    CHECK(bootstrapRatio(values, ones, {.seed = 9}).low == bootstrapMean(values, {.seed = 9}).low);
    CHECK(bootstrapRatio(values, std::vector<double>(4, 0.0)).resamples == 0);
}

TEST_CASE("a statistic of sums is drawn as a whole: the difference of equal ratios has no width")
{
    // Columns: part and whole of one method, part and whole of another that finds half as much everywhere.
    std::vector<double> rows;
    for (int document = 1; document <= 30; ++document)
        rows.insert(rows.end(), {2.0 * (document % 3), 4.0 * document, 1.0 * (document % 3), 2.0 * document});
    const auto difference = [](std::span<const double> sums) -> std::optional<double> {
        return sums[0] / sums[1] - sums[2] / sums[3];
    };
    const Interval interval = bootstrapSums(rows, 4, difference, {.seed = 1});
    CHECK(interval.mean == doctest::Approx(0));
    CHECK(interval.low == doctest::Approx(0));
    CHECK(interval.high == doctest::Approx(0));
    CHECK(interval.resamples == 2000);
    CHECK(bootstrapSums({}, 4, difference).resamples == 0);
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
