// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibrate.h"
#include "core/sweep/riskcontrol.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <random>

using namespace adaplens;
using nlohmann::json;

namespace {

json golden()
{
    std::ifstream file(ADAPLENS_TEST_DATA "/riskcontrol_golden.json");
    return json::parse(file);
}

/// Relative, down to the smallest numbers.
bool near(double found, double wanted)
{
    return std::abs(found - wanted) <= 1e-9 * wanted;
}

/// What the losses really are in a world of synthetic examples: shares of right answers that scales turn wrong, and of
/// wrong ones that they turn right. An example that a gentle scale turns, a harsher one turns too.
struct World {
    std::vector<double> lost, won;
    [[nodiscard]] double loss(std::size_t scale) const { return lost[scale] - won[scale]; }
};

/// A calibration on `n` examples of such a world.
Calibration drawn(const World &world, std::size_t n, double loss, double confidence, std::mt19937_64 &random)
{
    Calibration calibration;
    calibration.n = n;
    calibration.loss = loss;
    calibration.confidence = confidence;
    calibration.scales.resize(world.lost.size());
    for (std::size_t i = 0; i < n; ++i) {
        const double place = static_cast<double>(random() >> 11U) * 0x1p-53;
        for (std::size_t s = 0; s < world.lost.size(); ++s) {
            calibration.scales[s].lost += place < world.lost[s] ? 1 : 0;
            calibration.scales[s].won += place > 1 - world.won[s] ? 1 : 0;
        }
    }
    decide(calibration);
    return calibration;
}

/// The p-value of the difference itself, moved into [0, 1].
double movedPValue(const Calibration &calibration, std::size_t scale)
{
    const CalibratedScale &at = calibration.scales[scale];
    const double sum =
        (static_cast<double>(calibration.n) + static_cast<double>(at.lost) - static_cast<double>(at.won)) / 2;
    return hoeffdingBentkus(sum, calibration.n, (1 + calibration.loss) / 2);
}

constexpr int draws = 1000;
/// What 1,000 draws may give of something with this probability: three standard deviations more.
double atMost(double probability)
{
    return probability + 3 * std::sqrt(probability * (1 - probability) / draws);
}

} // namespace

TEST_CASE("p-values are those of exact fractions")
{
    const json values = golden();
    for (const json &row : values["p_values"]) {
        CAPTURE(row.dump());
        CHECK(near(hoeffdingBentkus(row["sum"], row["n"], row["alpha"]), row["p"]));
    }
    for (const json &row : values["tails"]) {
        CAPTURE(row.dump());
        CHECK(near(binomialTail(row["k"], row["n"], row["p"]), row["tail"]));
    }
    CHECK(hoeffdingBentkus(0, 0, 0.1) == 1);
    double last = 0;
    for (std::size_t sum = 0; sum < 40; ++sum) { // more losses, less evidence
        const double p = hoeffdingBentkus(static_cast<double>(sum), 1000, 0.02);
        CHECK(p >= last);
        last = p;
    }
    CHECK(last == 1);
}

TEST_CASE("hypotheses are tested in order, to the first that stands")
{
    CHECK(fixedSequence(std::vector<double>{0.01, 0.1, 0.09, 0.2, 0.01}, 0.1) == 3);
    CHECK(fixedSequence(std::vector<double>{0.2, 0.01}, 0.1) == 0);
    CHECK(fixedSequence(std::vector<double>{0.1, 0.05}, 0.1) == 2);
    CHECK(fixedSequence(std::vector<double>{std::nan(""), 0.05}, 0.1) == 0);
    CHECK(fixedSequence({}, 0.1) == 0);
}

TEST_CASE("the examples needed are the fewest that pass")
{
    const json all = golden();
    for (const json &row : all["needed"]) {
        CAPTURE(row.dump());
        CHECK(examplesNeeded(row["rate"], row["alpha"], row["delta"]) == row["n"].get<std::size_t>());
    }
    CHECK(examplesNeeded(0.01, 0.01, 0.1) == std::nullopt);
    CHECK(examplesNeeded(0.5, 0.01, 0.1) == std::nullopt);
    CHECK(examplesNeeded(0.01 - 1e-9, 0.01, 0.1) == std::nullopt); // more than there are
    const auto close = examplesNeeded(0.0099, 0.01, 0.1);
    REQUIRE(close);
    CHECK(*close > 100'000);
    const double lost = std::ceil(0.0099 * static_cast<double>(*close));
    CHECK(hoeffdingBentkus(lost, *close, 0.01) <= 0.1);
    CHECK(hoeffdingBentkus(lost, *close - 1, 0.01) > 0.1);
}

TEST_CASE("over a thousand draws the promise is broken no more often than it says")
{
    struct Row {
        World world;
        std::size_t n;
        double loss, confidence;
    };
    const std::vector<Row> rows = {
        // the safest scale loses a little more than is allowed: whatever qualifies is wrong
        {{{0.0201, 0.03, 0.05}, {0, 0, 0}}, 400, 0.02, 0.9},
        {{{0.0501, 0.06}, {0, 0}}, 300, 0.05, 0.8},
        // it is fine, the next one is not, though many answers turn right
        {{{0.001, 0.0301, 0.0302, 0.2}, {0, 0.01, 0.01, 0.18}}, 700, 0.02, 0.9},
        // not even in order: a harsh one that loses less does not help
        {{{0.002, 0.0205, 0.0102}, {0, 0, 0}}, 900, 0.02, 0.75},
    };
    for (const Row &row : rows) {
        CAPTURE(row.n);
        std::mt19937_64 random(1);
        int broken = 0, brokenMoved = 0;
        for (int draw = 0; draw < draws; ++draw) {
            const Calibration found = drawn(row.world, row.n, row.loss, row.confidence, random);
            broken += found.chosen && row.world.loss(*found.chosen) > row.loss ? 1 : 0;
            brokenMoved += row.world.loss(0) > row.loss && movedPValue(found, 0) <= 1 - row.confidence ? 1 : 0;
        }
        CHECK(broken <= draws * atMost(1 - row.confidence));
        CHECK(brokenMoved <= draws * atMost(1 - row.confidence));
    }
}

TEST_CASE("losses alone, in [0, 1], prove far more than the difference moved there")
{
    std::mt19937_64 random(2);
    const World world{{0.002, 0.004}, {0.001, 0.002}};
    int qualified = 0, moved = 0;
    for (int draw = 0; draw < draws; ++draw) {
        const Calibration found = drawn(world, 1000, 0.01, 0.9, random);
        qualified += found.chosen.has_value() ? 1 : 0;
        moved += movedPValue(found, 0) <= 0.1 ? 1 : 0;
    }
    CHECK(qualified > 800);
    CHECK(moved == 0);
}

TEST_CASE("what was counted decides: the last scale before the first failure, or what it would take")
{
    Calibration calibration;
    calibration.n = 872;
    calibration.loss = 0.01;
    calibration.confidence = 0.9;
    for (const std::size_t lost : {0, 3, 4, 2}) {
        calibration.scales.push_back({.lost = lost});
    }
    decide(calibration);
    CHECK(calibration.chosen == 1U);
    CHECK(calibration.scales[1].qualifies);
    CHECK_FALSE(calibration.scales[2].qualifies);
    CHECK_FALSE(calibration.scales[3].qualifies); // it stands behind one that failed
    CHECK(calibration.scales[3].pValue < 0.1);
    CHECK_FALSE(calibration.needed);

    calibration.n = 200;
    calibration.scales = {{.lost = 1}};
    decide(calibration);
    CHECK_FALSE(calibration.chosen);
    CHECK(calibration.neededWithoutLoss == 230U);
    CHECK(calibration.needed == examplesNeeded(0.005, 0.01, 1 - 0.9));
    calibration.scales = {{.lost = 2}};
    decide(calibration);
    CHECK_FALSE(calibration.needed); // one in a hundred is not less than is allowed
    CHECK(calibration.neededWithoutLoss == 230U);
}

TEST_CASE("scales stand in equal ratios")
{
    const std::vector<double> usual = usualScales();
    REQUIRE(usual.size() == 9);
    CHECK(usual.front() == 0.25);
    CHECK(usual[4] == 1);
    CHECK(usual.back() == 4);
    CHECK(usual[1] / usual[0] == doctest::Approx(std::sqrt(2)));
    CHECK(scalesBetween(0.5, 2, 1) == std::vector<double>{1});
    CHECK(scalesBetween(0.5, 2, 3) == std::vector<double>{0.5, 1, 2});
}
