// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/kernels/packedlinear.h"
#include "core/machine/threads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <vector>

#include <omp.h>

using namespace adaplens;

namespace {

std::vector<std::size_t> loadsOf(const std::vector<std::vector<std::size_t>> &shares,
                                 const std::vector<std::size_t> &lengths)
{
    std::vector<std::size_t> loads;
    for (const auto &share : shares) {
        loads.push_back(0);
        for (const std::size_t i : share) {
            loads.back() += lengths[i];
        }
    }
    return loads;
}

/// Every sequence once.
void checkWhole(const std::vector<std::vector<std::size_t>> &shares, std::size_t count)
{
    std::vector<std::size_t> all;
    for (const auto &share : shares) {
        all.insert(all.end(), share.begin(), share.end());
    }
    std::ranges::sort(all);
    std::vector<std::size_t> expected(count);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    CHECK(all == expected);
}

} // namespace

TEST_CASE("sequences are dealt out evenly, and none is lost")
{
    std::vector<std::size_t> lengths;
    for (std::size_t i = 0; i < 32; ++i) {
        lengths.push_back(5 + i * 7 % 31);
    }
    for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
        CAPTURE(threads);
        const auto shares = dealOut(lengths, threads);
        checkWhole(shares, lengths.size());
        REQUIRE(shares.size() == threads);
        const auto loads = loadsOf(shares, lengths);
        CHECK(*std::ranges::max_element(loads) - *std::ranges::min_element(loads) <= 35);
    }
}

TEST_CASE("long batches are cut into more shares than threads")
{
    const std::vector<std::size_t> lengths(32, 512);
    const auto shares = dealOut(lengths, 2);
    checkWhole(shares, lengths.size());
    CHECK(shares.size() == 16);
    for (const std::size_t load : loadsOf(shares, lengths)) {
        CHECK(load == 1024);
    }
}

TEST_CASE("what cannot be shared evenly stays whole, in order")
{
    CHECK(dealOut(std::vector<std::size_t>{7}, 4).size() == 1);
    CHECK(dealOut(std::vector<std::size_t>{100, 100, 100}, 2).size() == 1); // the odd one would run alone
    const auto shares = dealOut(std::vector<std::size_t>{3, 500, 4}, 2);
    REQUIRE(shares.size() == 1);
    CHECK(shares[0] == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("every task runs once, and the first failure comes out when all are done")
{
    std::vector<std::atomic<int>> runs(20);
    inThreads(runs.size(), [&](std::size_t i) { ++runs[i]; });
    CHECK(std::ranges::all_of(runs, [](const auto &count) { return count == 1; }));
    const auto failing = [&](std::size_t i) {
        ++runs[i];
        if (i == 3) {
            throw Error("three");
        }
    };
    CHECK_THROWS_WITH_AS(inThreads(runs.size(), failing), "three", Error);
    CHECK(std::ranges::all_of(runs, [](const auto &count) { return count == 2; }));
    inThreads(1, [](std::size_t) { CHECK(omp_in_parallel() == 0); }); // alone it has all threads
}

TEST_CASE("packed products give the same in every thread")
{
    constexpr std::int64_t in = 384, out = 512, rows = 40;
    std::vector<float> weight(in * out), bias(out);
    for (std::size_t i = 0; i < weight.size(); ++i) {
        weight[i] = static_cast<float>(i * 7919 % 1000) / 1000 - 0.5F;
    }
    const auto packed = PackedLinear::make(weight, bias);
    if (!packed) {
        MESSAGE("skipped: this build has no packed products");
        return;
    }
    std::vector<float> x(static_cast<std::size_t>(PackedLinear::roundUp(rows) * in));
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = static_cast<float>(i * 104729 % 1000) / 1000 - 0.5F;
    }
    const auto room = static_cast<std::size_t>(PackedLinear::roundUp(rows) * out);
    std::vector<float> expected(room);
    packed->run(x.data(), rows, expected.data(), Activation::Gelu);
    constexpr std::size_t tasks = 16;
    std::vector<std::vector<float>> results(tasks, std::vector<float>(room));
    inThreads(tasks, [&](std::size_t i) {
        // Other row counts in between: what threads share is made here for the first time.
        packed->run(x.data(), static_cast<std::int64_t>(i) + 1, results[i].data(), Activation::None);
        packed->run(x.data(), rows, results[i].data(), Activation::Gelu);
    });
    for (const auto &result : results) {
        for (std::size_t i = 0; i < rows * out; ++i) {
            REQUIRE(result[i] == doctest::Approx(expected[i]).epsilon(1e-5));
        }
    }
}
