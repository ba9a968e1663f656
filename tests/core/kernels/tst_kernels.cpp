// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/attention.h"
#include "core/kernels/packedlinear.h"
#include "core/kernels/rows.h"
#include "tests/core/kernels/activations.h"
#include "tests/support/worse.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>
#include <vector>

using namespace adaplens;

namespace {

std::vector<float> randomValues(std::size_t count, unsigned seed, float spread = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, spread);
    std::vector<float> values(count);
    for (float &value : values) {
        value = normal(random);
    }
    return values;
}

/// To the nearest number of 8 bits of mantissa, ties to even.
float rounded(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return std::bit_cast<float>((bits + 0x7fffU + ((bits >> 16U) & 1U)) & 0xffff0000U);
}

/// Attention of one head of one sequence in double precision, straight from its definition.
void attendSlowly(const float *projected, std::int64_t n, std::int64_t hidden, std::int64_t first, std::int64_t size,
                  float *context)
{
    for (std::int64_t q = 0; q < n; ++q) {
        std::vector<double> shares(static_cast<std::size_t>(n));
        double sum = 0, most = -1e300;
        for (std::int64_t j = 0; j < n; ++j) {
            double score = 0;
            for (std::int64_t d = first; d < first + size; ++d) {
                score += static_cast<double>(projected[q * 3 * hidden + d]) * projected[j * 3 * hidden + hidden + d];
            }
            shares[static_cast<std::size_t>(j)] = score / std::sqrt(static_cast<double>(size));
            most = std::max(most, shares[static_cast<std::size_t>(j)]);
        }
        for (double &share : shares) {
            share = std::exp(share - most);
            sum += share;
        }
        for (std::int64_t d = first; d < first + size; ++d) {
            double value = 0;
            for (std::int64_t j = 0; j < n; ++j) {
                value += shares[static_cast<std::size_t>(j)] / sum * projected[j * 3 * hidden + 2 * hidden + d];
            }
            context[q * hidden + d] = static_cast<float>(value);
        }
    }
}

} // namespace

TEST_CASE("a packed product equals the product")
{
    constexpr std::int64_t in = 96, out = 160;
    const auto weight = randomValues(in * out, 1, 0.1F), bias = randomValues(out, 2);
    const auto packed = PackedLinear::make(weight, bias);
    if (!packed) {
        MESSAGE("skipped: this build has no packed products");
        return;
    }
    // Row counts around those at which batches are cut and rounded.
    for (const std::int64_t rows : {1, 2, 15, 16, 17, 129, 255, 256, 257, 300, 530}) {
        CAPTURE(rows);
        const std::int64_t room = PackedLinear::roundUp(rows);
        const auto x = randomValues(static_cast<std::size_t>(room * in), 3);
        std::vector<float> y(static_cast<std::size_t>(room * out));
        std::vector<std::vector<float>> activated;
        packed->run(x.data(), rows, y.data(), Activation::None);
        for (const Activation activation : test::realActivations) {
            packed->run(x.data(), rows, activated.emplace_back(y.size()).data(), activation);
        }
        double worst = 0, worstActivated[] = {0, 0, 0};
        for (std::int64_t r = 0; r < rows; ++r) {
            for (std::int64_t o = 0; o < out; ++o) {
                double sum = bias[static_cast<std::size_t>(o)];
                for (std::int64_t i = 0; i < in; ++i) {
                    sum += static_cast<double>(x[static_cast<std::size_t>(r * in + i)]) *
                           weight[static_cast<std::size_t>(o * in + i)];
                }
                const auto place = static_cast<std::size_t>(r * out + o);
                worst = test::worse(worst, std::abs(y[place] - sum));
                for (std::size_t a = 0; a < activated.size(); ++a) {
                    worstActivated[a] =
                        test::worse(worstActivated[a],
                                    std::abs(activated[a][place] - test::activated(test::realActivations[a], sum)));
                }
            }
        }
        CHECK(worst < 2e-6);
        for (std::size_t a = 0; a < activated.size(); ++a) {
            CAPTURE(std::string(test::nameOf(test::realActivations[a])));
            CHECK(worstActivated[a] < 3e-6);
        }
    }
}

TEST_CASE("ragged attention equals its definition")
{
    constexpr std::int64_t heads = 3;
    for (const std::int64_t size : {8, 16, 20, 32, 64}) {
        const std::int64_t hidden = heads * size;
        const std::vector<std::int64_t> offsets{0, 1, 3, 19, 52, 52 + 130, 52 + 130 + 16};
        const std::int64_t rows = offsets.back();
        const auto projected = randomValues(static_cast<std::size_t>(rows * 3 * hidden), 4, 1.5F);
        std::vector<float> context(static_cast<std::size_t>(rows * hidden)), expected(context.size());
        raggedAttention(projected.data(), offsets, heads, hidden, context.data());
        double worst = 0;
        for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
            for (std::int64_t h = 0; h < heads; ++h) {
                attendSlowly(projected.data() + offsets[b] * 3 * hidden, offsets[b + 1] - offsets[b], hidden, h * size,
                             size, expected.data() + offsets[b] * hidden);
            }
        }
        for (std::size_t i = 0; i < context.size(); ++i) {
            worst = test::worse(worst, std::abs(static_cast<double>(context[i]) - expected[i]));
        }
        CAPTURE(size);
        CHECK(worst < 5e-6);
    }
}

TEST_CASE("attention in bfloat16 is that of rounded numbers, but for the rounding of shares")
{
    if (usable(Precision::BFloat16) != Precision::BFloat16) {
        MESSAGE("skipped: " << fallbackNote(Precision::BFloat16));
        return;
    }
    constexpr std::int64_t heads = 2;
    for (const std::int64_t size : {1, 5, 16, 20, 32, 64}) {
        const std::int64_t hidden = heads * size;
        const std::vector<std::int64_t> offsets{0, 1, 3, 19, 50, 50 + 131, 50 + 131 + 16, 50 + 131 + 16 + 33};
        const std::int64_t rows = offsets.back();
        auto projected = randomValues(static_cast<std::size_t>(rows * 3 * hidden), 4, 1.5F);
        std::vector<float> context(static_cast<std::size_t>(rows * hidden)), exact(context.size()), expected(exact);
        raggedAttention(projected.data(), offsets, heads, hidden, context.data(), Precision::BFloat16);
        raggedAttention(projected.data(), offsets, heads, hidden, exact.data());
        const float root = std::sqrt(static_cast<float>(size)), scale = 1.0F / root;
        double most = 0;
        for (std::size_t i = 0; i < projected.size(); ++i) {
            const auto column = static_cast<std::int64_t>(i) % (3 * hidden);
            projected[i] = column < hidden ? rounded(projected[i] * scale) * root : rounded(projected[i]);
            most = column < 2 * hidden ? most : std::max(most, std::abs(static_cast<double>(projected[i])));
        }
        for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
            for (std::int64_t h = 0; h < heads; ++h) {
                attendSlowly(projected.data() + offsets[b] * 3 * hidden, offsets[b + 1] - offsets[b], hidden, h * size,
                             size, expected.data() + offsets[b] * hidden);
            }
        }
        double worst = 0, apart = 0;
        for (std::size_t i = 0; i < context.size(); ++i) {
            worst = test::worse(worst, std::abs(static_cast<double>(context[i]) - expected[i]));
            apart = std::max(apart, std::abs(static_cast<double>(context[i]) - exact[i]));
        }
        CAPTURE(size);
        CHECK(worst < most / 512 + 5e-6);
        CHECK(apart > 0); // it is really another precision
    }
}

TEST_CASE("attention with scores far apart stays finite and picks the largest")
{
    constexpr std::int64_t hidden = 16;
    std::vector<float> projected(9 * hidden, 0.0F);
    for (std::int64_t j = 0; j < 3; ++j) {
        projected[static_cast<std::size_t>(j * 3 * hidden)] = 4000.0F;                                     // query
        projected[static_cast<std::size_t>(j * 3 * hidden + hidden)] = static_cast<float>(j) - 1.0F;       // key
        projected[static_cast<std::size_t>(j * 3 * hidden + 2 * hidden)] = static_cast<float>(10 * j + 1); // value
    }
    for (const Precision precision : allPrecisions) {
        std::vector<float> context(3 * hidden);
        raggedAttention(projected.data(), std::vector<std::int64_t>{0, 3}, 1, hidden, context.data(), precision);
        CHECK(context[0] == doctest::Approx(21.0));
        CHECK(context[hidden] == doctest::Approx(21.0));
    }
}

TEST_CASE("the sum of two rows is normalised")
{
    for (const std::int64_t hidden : {8, 16, 100, 384}) {
        const std::int64_t rows = hidden == 384 ? 700 : 5; // the last shares its rows out to threads
        const auto x = randomValues(static_cast<std::size_t>(rows * hidden), 5);
        const auto residual = randomValues(static_cast<std::size_t>(rows * hidden), 6, 3);
        const auto weight = randomValues(static_cast<std::size_t>(hidden), 7);
        const auto bias = randomValues(static_cast<std::size_t>(hidden), 8);
        std::vector<float> y(x.size());
        addNormalise(x.data(), residual.data(), weight, bias, 1e-12, rows, y.data());
        double worst = 0;
        for (std::int64_t r = 0; r < rows; ++r) {
            const auto at = [&](std::int64_t i) {
                const auto place = static_cast<std::size_t>(r * hidden + i);
                return static_cast<double>(x[place]) + residual[place];
            };
            double mean = 0, variance = 0;
            for (std::int64_t i = 0; i < hidden; ++i) {
                mean += at(i) / static_cast<double>(hidden);
            }
            for (std::int64_t i = 0; i < hidden; ++i) {
                variance += (at(i) - mean) * (at(i) - mean) / static_cast<double>(hidden);
            }
            for (std::int64_t i = 0; i < hidden; ++i) {
                const double expected =
                    (at(i) - mean) / std::sqrt(variance + 1e-12) * weight[static_cast<std::size_t>(i)] +
                    bias[static_cast<std::size_t>(i)];
                worst = test::worse(worst, std::abs(y[static_cast<std::size_t>(r * hidden + i)] - expected));
            }
        }
        CAPTURE(hidden);
        CHECK(worst < 1e-5);
    }
}

TEST_CASE("embeddings are the sum of three rows, normalised")
{
    for (const std::int64_t hidden : {5, 384}) {
        const std::int64_t rows = hidden == 384 ? 700 : 5, words = 50;
        const auto size = static_cast<std::size_t>(hidden);
        const auto table = randomValues(50 * size, 9), places = randomValues(700 * size, 10),
                   types = randomValues(2 * size, 11), weight = randomValues(size, 12), bias = randomValues(size, 13);
        std::vector<std::int64_t> ids, positions, segments;
        std::vector<float> x, residual;
        for (std::int64_t r = 0; r < rows; ++r) {
            ids.push_back(r * 31 % words);
            positions.push_back(rows - 1 - r);
            segments.push_back(r % 2);
            for (std::int64_t i = 0; i < hidden; ++i) {
                x.push_back(table[static_cast<std::size_t>(ids.back() * hidden + i)] +
                            places[static_cast<std::size_t>(positions.back() * hidden + i)]);
                residual.push_back(types[static_cast<std::size_t>(segments.back() * hidden + i)]);
            }
        }
        std::vector<float> expected(x.size()), y(x.size());
        addNormalise(x.data(), residual.data(), weight, bias, 1e-12, rows, expected.data());
        embedNormalise({table.data(), places.data(), types.data()}, ids.data(), positions.data(), segments.data(),
                       weight, bias, 1e-12, rows, y.data());
        double worst = 0;
        for (std::size_t i = 0; i < y.size(); ++i) {
            worst = test::worse(worst, static_cast<double>(std::abs(y[i] - expected[i])));
        }
        CAPTURE(hidden);
        CHECK(worst < 1e-6);
    }
}
