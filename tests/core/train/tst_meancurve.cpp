// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/meancurve.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace adaplens;

TEST_CASE("a short series is kept value by value")
{
    MeanCurve curve(8);
    CHECK(curve.points().empty());
    for (int i = 1; i <= 7; ++i) {
        curve.add(i * i);
    }
    const auto points = curve.points();
    REQUIRE(points.size() == 7);
    CHECK(points[0].at == 1);
    CHECK(points[0].value == 1);
    CHECK(points[6].at == 7);
    CHECK(points[6].value == 49);
    CHECK(curve.width() == 1);
}

TEST_CASE("a long series has few points, each the mean of its values and in their middle")
{
    MeanCurve curve(8);
    for (int i = 1; i <= 21; ++i) {
        curve.add(i);
    }
    // At 8 values pairs are made, at 16 fours: 1..4, 5..8, .., 17..20 and what is left, 21.
    CHECK(curve.width() == 4);
    const auto points = curve.points();
    REQUIRE(points.size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(points[i].value == 4 * static_cast<double>(i) + 2.5);
        CHECK(points[i].at == points[i].value); // of these values
    }
    CHECK(points[5].value == 21);
    CHECK(points[5].at == 21);
}

TEST_CASE("a million values stay within the limit, and nothing is lost of their mean")
{
    MeanCurve curve;
    constexpr int count = 1'000'000;
    for (int i = 0; i < count; ++i) {
        curve.add(i % 2);
    }
    CHECK(curve.points().size() <= 1024);
    CHECK(curve.points().size() >= 512);
    for (const CurvePoint &point : curve.points()) {
        CHECK(std::abs(point.value - 0.5) < 0.01);
    }
}
