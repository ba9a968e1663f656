// SPDX-License-Identifier: GPL-3.0-or-later
// A step of Adam and the norm of gradients, against their definition in double precision, in all kinds of code.
#include "core/kernels/adam.h"
#include "core/kernels/roundedproduct.h"
#include "tests/core/kernels/roundednumbers.h"

#include <doctest/doctest.h>

#include <omp.h>

using namespace adaplens;
using namespace adaplens::test;

TEST_CASE("a step of AdamW for runs of any length, with a copy in bfloat16")
{
    constexpr double beta1 = 0.9, beta2 = 0.999, rate = 0.01, decay = 0.1, epsilon = 1e-6, clip = 0.5;
    const AdamRates rates{0.9F, 0.999F, static_cast<float>(1 / std::sqrt(1 - std::pow(beta2, 3))), 1e-6F, 0.5F};
    const double correction = 1 - std::pow(beta1, 3);
    std::vector<std::int64_t> counts{1, 15, 16, 1000, 70'000, 0};
    struct Values {
        std::vector<float> value, first, second, gradient;
        std::vector<std::uint16_t> rounded;
        std::vector<double> wantedValue, wantedFirst, wantedSecond;
    };
    std::vector<Values> all;
    std::vector<AdamRun> runs;
    all.reserve(counts.size());
    for (const std::int64_t count : counts) {
        Values &v = all.emplace_back();
        v.value = normal(count, 1);
        v.first = normal(count, 2, 0.1F);
        v.second = normal(count, 3, 0.1F);
        v.gradient = normal(count, 4);
        v.rounded.resize(v.value.size());
        for (std::size_t i = 0; i < v.value.size(); ++i) {
            v.second[i] = std::abs(v.second[i]);
            const double g = clip * v.gradient[i];
            v.wantedFirst.push_back(beta1 * v.first[i] + (1 - beta1) * g);
            v.wantedSecond.push_back(beta2 * v.second[i] + (1 - beta2) * g * g);
            v.wantedValue.push_back((1 - rate * decay) * v.value[i] -
                                    rate / correction * v.wantedFirst.back() /
                                        (std::sqrt(v.wantedSecond.back()) * static_cast<double>(rates.root) + epsilon));
        }
        runs.push_back({v.value.data(), v.first.data(), v.second.data(), v.gradient.data(),
                        count == 16 ? nullptr : v.rounded.data(), count, static_cast<float>(1 - rate * decay),
                        static_cast<float>(rate / correction)});
    }
    adamStep(runs, rates);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Values &v = all[i];
        CAPTURE(counts[i]);
        CHECK(difference(v.value, v.wantedValue) < 1e-5);
        CHECK(difference(v.first, v.wantedFirst) < 1e-6);
        CHECK(difference(v.second, v.wantedSecond) < 1e-6);
        for (std::size_t k = 0; k < v.value.size(); ++k) {
            REQUIRE(v.rounded[k] == (counts[i] == 16 ? 0 : rounded(v.value[k])));
        }
    }
}

TEST_CASE("the sum of squares, the same whatever the threads")
{
    for (const std::int64_t count : {0, 1, 63, 64, 100'001}) {
        const auto x = normal(count, 5);
        double wanted = 0;
        for (const float each : x) {
            wanted += static_cast<double>(each) * each;
        }
        const int before = omp_get_max_threads();
        omp_set_num_threads(1);
        const double one = squaredNorm(x.data(), count);
        omp_set_num_threads(4);
        const double many = squaredNorm(x.data(), count);
        omp_set_num_threads(before);
        CHECK(one == many);
        CHECK(one == doctest::Approx(wanted).epsilon(1e-6));
    }
}

TEST_CASE("a product in bfloat16, with operands either way round, a bias, and added to what is there")
{
    if (!hasRoundedProduct()) {
        MESSAGE("skipped: this build has no oneDNN, or this processor no products of bfloat16");
        return;
    }
    constexpr std::int64_t rows = 32, columns = 48, inner = 96;
    const auto a = halves(rows * inner, 1), b = halves(inner * columns, 2);
    const auto bias = normal(columns, 3), start = normal(rows * columns, 4);
    for (int kind = 0; kind < 16; ++kind) {
        const bool turnA = (kind & 1) != 0, turnB = (kind & 2) != 0, exact = (kind & 4) != 0, adds = (kind & 12) == 12;
        const bool biased = (kind & 8) != 0 && !adds;
        CAPTURE(kind);
        std::vector<double> wanted;
        for (std::int64_t r = 0; r < rows; ++r) {
            for (std::int64_t c = 0; c < columns; ++c) {
                const auto at = static_cast<std::size_t>(r * columns + c);
                double sum = (biased ? bias[static_cast<std::size_t>(c)] : 0) + (adds ? start[at] : 0);
                for (std::int64_t k = 0; k < inner; ++k) {
                    sum +=
                        static_cast<double>(value(a[static_cast<std::size_t>(turnA ? k * rows + r : r * inner + k)])) *
                        value(b[static_cast<std::size_t>(turnB ? c * inner + k : k * columns + c)]);
                }
                wanted.push_back(sum);
            }
        }
        const RoundedShape shape{rows, columns, inner, turnA, turnB, exact, adds};
        if (exact) {
            std::vector<float> found = start;
            roundedProduct(shape, a.data(), b.data(), biased ? bias.data() : nullptr, found.data());
            CHECK(difference(found, wanted) < 1e-4);
        } else {
            std::vector<std::uint16_t> found(start.size());
            roundedProduct(shape, a.data(), b.data(), biased ? bias.data() : nullptr, found.data());
            CHECK(difference(found, wanted) < halfStep);
        }
    }
}
