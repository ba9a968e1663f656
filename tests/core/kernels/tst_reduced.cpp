// SPDX-License-Identifier: GPL-3.0-or-later
// Products in bfloat16 and int8 against the product in double precision.
#include "core/error.h"
#include "core/kernels/precision_p.h"
#include "core/kernels/packedlinear.h"
#include "tests/core/kernels/activations.h"
#include "tests/support/withoutinstructions.h"
#include "tests/support/worse.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <tuple>
#include <vector>

using namespace adaplens;

namespace {

struct Matrix {
    std::int64_t rows = 0, columns = 0;
    std::vector<float> values;
    [[nodiscard]] double at(std::int64_t r, std::int64_t c) const
    {
        return values[static_cast<std::size_t>(r * columns + c)];
    }
};

Matrix randomMatrix(std::int64_t rows, std::int64_t columns, unsigned seed, float spread)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, spread);
    Matrix matrix{rows, columns, std::vector<float>(static_cast<std::size_t>(rows * columns))};
    for (float &value : matrix.values) {
        value = normal(random);
    }
    return matrix;
}

/// What rounding can do to the product of row `r` of x with output `o`: half a step of each factor, and of sums in
/// float.
double bound(Precision precision, const Matrix &x, const Matrix &weight, std::int64_t r, std::int64_t o)
{
    double low = x.at(r, 0), high = low, most = 0, products = 0, ofX = 0, ofWeight = 0;
    for (std::int64_t i = 0; i < x.columns; ++i) {
        low = std::min(low, x.at(r, i));
        high = std::max(high, x.at(r, i));
        most = std::max(most, std::abs(weight.at(o, i)));
        products += std::abs(x.at(r, i) * weight.at(o, i));
        ofX += std::abs(x.at(r, i));
        ofWeight += std::abs(weight.at(o, i));
    }
    const double n = static_cast<double>(x.columns);
    if (precision == Precision::BFloat16) {
        constexpr double half = 1.0 / 256; // of the last of 8 bits
        constexpr double tiny = 1e-6;
        return products * (2 * half + half * half + n * 0x1p-23) + tiny;
    }
    const double stepX = (high - low) / 255 / 2, stepWeight = most / 127 / 2;
    // The sum is exact; what is left to float32 are a few products of its size.
    const double floats = (n * 2 * stepX * 255 * most + std::max(std::abs(low), high) * ofWeight) * 0x1p-21;
    return ofX * stepWeight + ofWeight * stepX + n * stepX * stepWeight + floats + 1e-6;
}

/// What run() makes of `x`, rows and columns one after another.
std::vector<float> run(const PackedLinear &packed, const std::vector<float> &x,
                       Activation activation = Activation::None)
{
    const auto rows = static_cast<std::int64_t>(x.size()) / packed.in();
    std::vector<float> y(static_cast<std::size_t>(PackedLinear::roundUp(rows) * packed.out()));
    packed.run(x.data(), rows, y.data(), activation); // of x, rows beyond are not looked at in these precisions
    y.resize(static_cast<std::size_t>(rows * packed.out()));
    return y;
}

/// Checks run() with rows of `x`; activations have slope 1.13 at most and an error of their own.
void check(Precision precision, const Matrix &x, const Matrix &weight, const std::vector<float> &bias)
{
    const auto packed = PackedLinear::make(weight.values, bias, precision);
    REQUIRE(packed);
    const auto y = run(*packed, x.values);
    std::vector<std::vector<float>> activated;
    for (const Activation activation : test::realActivations) {
        activated.push_back(run(*packed, x.values, activation));
    }
    double worst = 0, worstActivated[] = {0, 0, 0};
    for (std::int64_t r = 0; r < x.rows; ++r) {
        for (std::int64_t o = 0; o < weight.rows; ++o) {
            double sum = bias[static_cast<std::size_t>(o)];
            for (std::int64_t i = 0; i < x.columns; ++i) {
                sum += x.at(r, i) * weight.at(o, i);
            }
            const auto place = static_cast<std::size_t>(r * weight.rows + o);
            const double allowed = bound(precision, x, weight, r, o);
            worst = test::worse(worst, std::abs(y[place] - sum) / allowed);
            for (std::size_t a = 0; a < activated.size(); ++a) {
                const double wanted = test::activated(test::realActivations[a], sum);
                worstActivated[a] = test::worse(worstActivated[a], std::abs(activated[a][place] - wanted) /
                                                                       (1.13 * allowed + 2e-6 * (1 + std::abs(sum))));
            }
        }
    }
    CHECK(worst <= 1);
    for (std::size_t a = 0; a < activated.size(); ++a) {
        CAPTURE(std::string(test::nameOf(test::realActivations[a])));
        CHECK(worstActivated[a] <= 1);
    }
}

/// Those that the processor can do.
std::vector<Precision> reducedPrecisions()
{
    std::vector<Precision> result;
    for (const Precision precision : {Precision::BFloat16, Precision::Int8}) {
        if (usable(precision) == precision) {
            result.push_back(precision);
        } else {
            MESSAGE("skipped: " << fallbackNote(precision));
        }
    }
    return result;
}

float single(Precision precision, const std::vector<float> &x, const std::vector<float> &weight, float bias)
{
    const auto packed = PackedLinear::make(weight, std::vector<float>{bias}, precision);
    return run(*packed, x).front();
}

} // namespace

TEST_CASE("a product of reduced precision differs from the product by rounding alone")
{
    for (const Precision precision : reducedPrecisions()) {
        CAPTURE(std::string(nameOf(precision)));
        // Shapes around whole groups of inputs, vectors and blocks of outputs; rows around tiles and parts.
        for (const auto &[in, out] : {std::pair(1, 1), std::pair(5, 16), std::pair(33, 65), std::pair(96, 160),
                                      std::pair(384, 192), std::pair(1536, 70)}) {
            CAPTURE(in);
            CAPTURE(out);
            const Matrix weight = randomMatrix(out, in, 1, 0.05F);
            const auto bias = randomMatrix(1, out, 2, 1).values;
            for (const std::int64_t rows : {1, 2, 3, 4, 5, 6, 7, 64}) {
                check(precision, randomMatrix(rows, in, 3, 2), weight, bias);
            }
        }
        check(precision, randomMatrix(1100, 20, 3, 2), randomMatrix(8, 20, 1, 0.5F), std::vector<float>(8, 0.25F));
    }
}

// Instructions for tiles of rows (AMX) add bfloat16 products in another order; this runs without them.
TEST_CASE("a row's result does not depend on the rows beside it")
{
    for (const Precision precision : reducedPrecisions()) {
        for (const auto &[in, out, rows] :
             {std::tuple(100, 130, 29), std::tuple(1536, 48, 21), std::tuple(32, 32, 300)}) {
            const Matrix weight = randomMatrix(out, in, 1, 0.1F), x = randomMatrix(rows, in, 2, 3);
            const auto packed =
                PackedLinear::make(weight.values, std::vector<float>(static_cast<std::size_t>(out), 0.5F), precision);
            const auto together = run(*packed, x.values, Activation::Gelu);
            for (std::ptrdiff_t r = 0; r < rows; ++r) {
                const std::vector<float> row(x.values.begin() + r * in, x.values.begin() + (r + 1) * in);
                const auto alone = run(*packed, row, Activation::Gelu);
                for (std::int64_t i = 0; i < out; ++i) {
                    CHECK(alone[static_cast<std::size_t>(i)] == together[static_cast<std::size_t>(r * out + i)]);
                }
            }
        }
    }
}

TEST_CASE("rows at the edges of quantisation")
{
    for (const Precision precision : reducedPrecisions()) {
        CAPTURE(std::string(nameOf(precision)));
        constexpr float infinity = std::numeric_limits<float>::infinity(),
                        none = std::numeric_limits<float>::quiet_NaN();
        const std::vector<float> weight{0.5F, -1.0F, 0.25F};
        CHECK(single(precision, {0, 0, 0}, weight, 0.75F) == 0.75F); // all zero: the bias and nothing else
        CHECK(single(precision, {2, 2, 2}, weight, 0) == doctest::Approx(-0.5).epsilon(0.01)); // no two values differ
        CHECK(single(precision, {3}, {0.5F}, 1) == doctest::Approx(2.5));                      // one element
        CHECK(single(precision, {1e-42F, 0, 0}, weight, 1) == doctest::Approx(1.0));
        CHECK(single(precision, {1e30F, 1, -1}, weight, 0) == doctest::Approx(0.5e30).epsilon(0.01));
        CHECK(single(precision, {1e38F, -1e38F, 0}, {0.5F, 0.25F, 0}, 0) == doctest::Approx(0.25e38).epsilon(0.02));
        CHECK(single(precision, {1, 1, 1}, {0, 0, 0}, 2) == 2.0F);
        // What is broken stays broken, so that it is noticed.
        CHECK_FALSE(std::isfinite(single(precision, {none, 1, 2}, weight, 0)));
        CHECK_FALSE(std::isfinite(single(precision, {1, 2, none}, weight, 0)));
        CHECK_FALSE(std::isfinite(single(precision, {1, infinity, 2}, weight, 0)));
        CHECK_FALSE(std::isfinite(single(precision, {1, 1, 1}, {1, none, 1}, 0)));
        std::vector<float> wide(64, 1.0F);
        wide[17] = none;
        CHECK_FALSE(std::isfinite(single(precision, wide, std::vector<float>(64, 0.5F), 0)));
    }
}

TEST_CASE("sums that might not fit 32 bits are left to others")
{
    if (usable(Precision::Int8) != Precision::Int8) {
        MESSAGE("skipped: " << fallbackNote(Precision::Int8));
        return;
    }
    constexpr std::size_t most = 66311; // times 255 * 127: just below 2^31
    std::vector<float> x(most, 1.0F);
    x.front() = 0;
    CHECK(single(Precision::Int8, x, std::vector<float>(most, 1.0F), 0) == doctest::Approx(most - 1).epsilon(1e-4));
    CHECK_FALSE(PackedLinear::make(std::vector<float>(most + 1, 1.0F), std::vector<float>{0}, Precision::Int8));
}

TEST_CASE("a processor without the instructions computes in float32")
{
    for (const char *most : {"none", "avx2", "avx512"}) {
        CAPTURE(most);
        const test::WithoutInstructions less(most);
        CHECK(usable(Precision::Float32) == Precision::Float32);
        CHECK(usable(Precision::BFloat16) == Precision::Float32);
        CHECK(usable(Precision::Int8) == Precision::Float32);
        CHECK_FALSE(PackedLinear::make(std::vector<float>{1}, std::vector<float>{1}, Precision::Int8));
    }
    CHECK(fallbackNote(Precision::Int8).find("int8") != std::string::npos);
}

TEST_CASE("each precision needs the instructions that it is summed with, and no others")
{
    const bool built = PackedLinear::make(std::vector<float>{1}, std::vector<float>{1}) != nullptr;
    struct Row {
        Instructions has;
        bool bfloat16, int8;
    };
    for (const Row &row : {Row{{}, false, false}, Row{{.avx2 = true, .avx512 = true}, false, false},
                           Row{{.avx2 = true, .avx512 = true, .vnni = true}, false, true},
                           Row{{.avx2 = true, .vnni256 = true}, false, true},
                           Row{{.avx2 = true, .avx512 = true, .bfloat16 = true}, true, false}}) {
        CHECK(usable(Precision::Float32, row.has) == Precision::Float32);
        CHECK((usable(Precision::BFloat16, row.has) == Precision::BFloat16) == (built && row.bfloat16));
        CHECK((usable(Precision::Int8, row.has) == Precision::Int8) == (built && row.int8));
    }
}

TEST_CASE("precisions have names")
{
    for (const Precision precision : allPrecisions) {
        CHECK(precisionNamed(nameOf(precision)) == precision);
    }
    CHECK_THROWS_AS((void)precisionNamed("float16"), Error);
}
