// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runrate.h"

#include <doctest/doctest.h>

using namespace adaplens;

TEST_CASE("a rate needs something new, and goes by what is new")
{
    RunRate rate;
    rate.add(0, 500, 0);
    CHECK_FALSE(rate.batchesPerSecond());
    rate.add(1, 500, 0);
    CHECK_FALSE(rate.batchesPerSecond());
    rate.add(2, 504, 400);
    CHECK(rate.batchesPerSecond() == doctest::Approx(2));
    CHECK(rate.tokensPerSecond() == doctest::Approx(200));
    rate.add(6, 516, 1600); // the first look is no longer needed
    CHECK(rate.batchesPerSecond() == doctest::Approx(3));
    CHECK(rate.tokensPerSecond() == doctest::Approx(300));
}

TEST_CASE("only the last minutes count")
{
    RunRate rate;
    double batches = 0;
    for (int second = 0; second <= 100; ++second) {
        rate.add(second, batches += 10, 0);
    }
    for (int second = 101; second <= 400; ++second) {
        rate.add(second, batches += 1, 0);
    }
    CHECK(rate.batchesPerSecond() == doctest::Approx(1));
    CHECK_FALSE(rate.tokensPerSecond()); // logs that do not tell
}
