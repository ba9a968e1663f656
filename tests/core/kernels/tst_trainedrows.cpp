// SPDX-License-Identifier: GPL-3.0-or-later
// What training does to rows, against its definition in double precision, in all kinds of code.
#include "core/kernels/trainedrows.h"
#include "tests/core/kernels/activations.h"
#include "tests/core/kernels/roundednumbers.h"

#include <doctest/doctest.h>

#include <numbers>

#include <omp.h>

using namespace adaplens;
using namespace adaplens::test;

namespace {

/// A LayerNorm behind a residual, both ways.
struct Norm {
    Norm(std::int64_t ofRows, std::int64_t ofHidden, double p)
        : rows(ofRows),
          hidden(ofHidden),
          dropout{0x1234567890abcdefULL, p},
          residual(normal(rows * hidden, 1, 2)),
          weight(normal(hidden, 2)),
          bias(normal(hidden, 3)),
          gradient(normal(rows * hidden, 4)),
          update(halves(rows * hidden, 5))
    {
    }

    void run()
    {
        const auto count = static_cast<std::size_t>(rows * hidden), width = static_cast<std::size_t>(hidden);
        y.assign(count, 0);
        normalised.assign(count, 0);
        scales.assign(static_cast<std::size_t>(rows), 0);
        normForward({residual.data(), update.data(), weight.data(), bias.data(), epsilon, rows, hidden, dropout,
                     y.data(), normalised.data(), scales.data()});
        ofResidual.assign(count, 0);
        ofUpdate.assign(count, 0);
        ofWeight.assign(width, 9);
        ofBias.assign(width, 9);
        ofUpdates.assign(width, 9);
        normBackward({gradient.data(), normalised.data(), scales.data(), weight.data(), rows, hidden, dropout,
                      ofResidual.data(), ofUpdate.data(), ofWeight.data(), ofBias.data(), ofUpdates.data()});
    }

    /// The same by definition.
    void expect()
    {
        const auto width = static_cast<std::size_t>(hidden);
        wantedWeight.assign(width, 0);
        wantedBias.assign(width, 0);
        wantedUpdates.assign(width, 0);
        for (std::int64_t r = 0; r < rows; ++r) {
            std::vector<double> x, factors;
            double mean = 0, variance = 0;
            for (std::int64_t i = r * hidden; i < (r + 1) * hidden; ++i) {
                const bool stays = dropout.keeps(static_cast<std::uint64_t>(i));
                factors.push_back(stays ? static_cast<double>(dropout.scale()) : 0);
                const auto at = static_cast<std::size_t>(i);
                x.push_back(residual[at] + factors.back() * value(update[at]));
                mean += x.back() / static_cast<double>(hidden);
            }
            for (const double v : x) {
                variance += (v - mean) * (v - mean) / static_cast<double>(hidden);
            }
            const double scale = 1 / std::sqrt(variance + epsilon);
            double total = 0, along = 0;
            for (std::size_t i = 0; i < width; ++i) {
                x[i] = (x[i] - mean) * scale;
                wantedY.push_back(x[i] * weight[i] + bias[i]);
                const double g = gradient[static_cast<std::size_t>(r) * width + i];
                wantedWeight[i] += g * x[i];
                wantedBias[i] += g;
                total += g * weight[i] / static_cast<double>(hidden);
                along += g * weight[i] * x[i] / static_cast<double>(hidden);
            }
            for (std::size_t i = 0; i < width; ++i) {
                const double g = gradient[static_cast<std::size_t>(r) * width + i];
                wantedResidual.push_back(scale * (g * weight[i] - total - x[i] * along));
                wantedUpdate.push_back(wantedResidual.back() * factors[i]);
                wantedUpdates[i] += wantedUpdate.back();
            }
        }
    }

    static constexpr double epsilon = 1e-3;
    std::int64_t rows, hidden;
    Dropout dropout;
    std::vector<float> residual, weight, bias, gradient, y, scales, ofResidual, ofWeight, ofBias, ofUpdates;
    std::vector<std::uint16_t> update, normalised, ofUpdate;
    std::vector<double> wantedY, wantedResidual, wantedUpdate, wantedWeight, wantedBias, wantedUpdates;
};

} // namespace

TEST_CASE("LayerNorm of a residual and a dropped-out update, and its gradients")
{
    for (const double p : {0.0, 0.1, 0.6}) {
        for (const std::int64_t rows : {0, 1, 7, 130}) {
            CAPTURE(p);
            CAPTURE(rows);
            Norm norm(rows, rows == 7 ? 384 : 96, p);
            norm.run();
            norm.expect();
            CHECK(difference(norm.y, norm.wantedY) < 1e-5);
            // What the way back reads was rounded: 1 of 256 of each value.
            CHECK(difference(norm.ofResidual, norm.wantedResidual) < 2 * halfStep);
            CHECK(difference(norm.ofUpdate, norm.wantedUpdate) < 4 * halfStep);
            CHECK(difference(norm.ofBias, norm.wantedBias) < 1e-5);
            const double spread = std::sqrt(static_cast<double>(rows) + 1);
            CHECK(difference(norm.ofWeight, norm.wantedWeight) < 2 * halfStep * spread);
            CHECK(difference(norm.ofUpdates, norm.wantedUpdates) < halfStep * spread);
        }
    }
}

TEST_CASE("of values that lie on bfloat16's steps the gradients are exact to float32")
{
    Norm norm(40, 64, 0.3);
    norm.run();
    const std::vector<std::uint16_t> before = norm.normalised;
    norm.expect();
    // From the normalised values as they were stored.
    double most = 0;
    std::vector<double> ofWeight(64);
    for (std::int64_t r = 0; r < norm.rows; ++r) {
        double total = 0, along = 0;
        const auto each = [&](const auto &f) {
            for (std::size_t i = 0; i < 64; ++i) {
                const std::size_t at = static_cast<std::size_t>(r) * 64 + i;
                f(at, static_cast<double>(norm.gradient[at]) * norm.weight[i], static_cast<double>(value(before[at])));
            }
        };
        each([&](std::size_t, double g, double x) {
            total += g / 64;
            along += g * x / 64;
        });
        each([&](std::size_t at, double g, double x) {
            const double wanted = norm.scales[static_cast<std::size_t>(r)] * (g - total - x * along);
            most = worse(most, std::abs(norm.ofResidual[at] - wanted));
            ofWeight[at % 64] += norm.gradient[at] * x;
        });
    }
    CHECK(most < 1e-5);
    CHECK(difference(norm.ofWeight, ofWeight) < 1e-5);
}

TEST_CASE("activations of bfloat16 and their gradients")
{
    for (const Activation activation : realActivations) {
        CAPTURE(std::string(nameOf(activation)));
        for (const std::int64_t rows : {1, 5, 300}) {
            CAPTURE(rows);
            constexpr std::int64_t columns = 96;
            const auto x = halves(rows * columns, 6, 3), given = halves(rows * columns, 7);
            std::vector<std::uint16_t> y(x.size()), gradient = given;
            std::vector<float> sums(columns, 9);
            activateForward(activation, x.data(), rows * columns, y.data());
            activateBackward(activation, x.data(), rows, columns, gradient.data(), sums.data());
            std::vector<double> wanted, wantedGradient, wantedSums(columns);
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double at = value(x[i]);
                wanted.push_back(activated(activation, at));
                wantedGradient.push_back(value(given[i]) * slopeOf(activation, at));
                wantedSums[i % columns] += wantedGradient.back();
            }
            CHECK(difference(y, wanted) < halfStep);
            CHECK(difference(gradient, wantedGradient) < halfStep);
            CHECK(difference(sums, wantedSums) < 2e-3);
            std::vector<float> again(columns, 9);
            columnSums(gradient.data(), rows, columns, again.data());
            CHECK(difference(again, wantedSums) < halfStep * std::sqrt(static_cast<double>(rows) + 1));
        }
    }
}

TEST_CASE("activations are close to their definition everywhere, in their tails too")
{
    for (const Activation activation : realActivations) {
        CAPTURE(std::string(nameOf(activation)));
        std::vector<std::uint16_t> x;
        for (int i = -320; i < 320; ++i) {
            x.push_back(rounded(static_cast<float>(i) / 16));
        }
        std::vector<std::uint16_t> y(x.size()), gradient(x.size(), rounded(1));
        activateForward(activation, x.data(), static_cast<std::int64_t>(x.size()), y.data());
        activateBackward(activation, x.data(), static_cast<std::int64_t>(x.size()) / 32, 32, gradient.data(), nullptr);
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double at = value(x[i]);
            CAPTURE(at);
            const double wanted = activated(activation, at), slope = slopeOf(activation, at);
            CHECK(std::abs(value(y[i]) - wanted) < 1e-5 * std::abs(at) + halfStep * std::abs(wanted) + 1e-9);
            CHECK(std::abs(value(gradient[i]) - slope) < 1e-4 + halfStep * std::abs(slope));
        }
    }
}

TEST_CASE("results depend on the threads in the last bits of sums only, and not from run to run")
{
    const int before = omp_get_max_threads();
    Norm one(500, 64, 0.1), many(500, 64, 0.1), again(500, 64, 0.1);
    omp_set_num_threads(1);
    one.run();
    omp_set_num_threads(3);
    many.run();
    again.run();
    omp_set_num_threads(before);
    CHECK(one.y == many.y);
    CHECK(one.ofUpdate == many.ofUpdate);
    CHECK(many.ofWeight == again.ofWeight);
    CHECK(difference(one.ofWeight, std::vector<double>(many.ofWeight.begin(), many.ofWeight.end())) < 1e-5);
}

TEST_CASE("dropout drops its share, scales what stays, and another seed drops others")
{
    constexpr std::uint64_t places = 1 << 18;
    for (const double p : {0.0, 0.1, 0.5, 0.9}) {
        const Dropout a{7, p}, b{8, p}, c{7ULL << 32U, p};
        std::uint64_t dropped = 0, both = 0, next = 0, halvesAlike = 0;
        for (std::uint64_t i = 0; i < places; ++i) {
            dropped += a.keeps(i) ? 0 : 1;
            both += !a.keeps(i) && !b.keeps(i) && !c.keeps(i) ? 1 : 0;
            next += !a.keeps(i) && !a.keeps(i + 1) ? 1 : 0;
            halvesAlike += !a.keeps(i) && !a.keeps(i + 16) ? 1 : 0;
        }
        const auto share = [](std::uint64_t count) { return static_cast<double>(count) / places; };
        CAPTURE(p);
        CHECK(std::abs(share(dropped) - p) < 0.004);
        CHECK(std::abs(share(both) - p * p * p) < 0.004);
        CHECK(std::abs(share(next) - p * p) < 0.004);
        CHECK(std::abs(share(halvesAlike) - p * p) < 0.004);
        CHECK(a.scale() == doctest::Approx(1 / (1 - p)).epsilon(1e-4));
    }
}
