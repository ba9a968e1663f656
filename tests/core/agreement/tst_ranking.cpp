// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/ranking.h"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using namespace adaplens;

using Labels = std::vector<std::uint8_t>;

TEST_CASE("a ranking by hand")
{
    const std::vector<double> scores{0.1, 0.4, 0.35, 0.8};
    const Labels labels{0, 0, 1, 1};
    CHECK(averagePrecision(scores, labels).value() == doctest::Approx(0.5 * 1 + 0.5 * 2 / 3));
    CHECK(rocAuc(scores, labels).value() == doctest::Approx(0.75));
    CHECK(auprc(scores, labels).value() == doctest::Approx(0.5 * 1 + 0.5 * (0.5 + 2.0 / 3) / 2));
    const auto curve = rankingCurve(scores, labels);
    REQUIRE(curve.size() == 4);
    CHECK(curve[0].threshold == 0.8);
    CHECK(curve[1].selected == 2);
    CHECK(curve[1].precision == 0.5);
    CHECK(curve[1].falsePositiveRate == 0.5);
    CHECK(curve[3].recall == 1);
    CHECK(curve[3].falsePositiveRate == 1);
}

TEST_CASE("equal scores are one threshold, whatever their order")
{
    const std::vector<double> equal(5, 0.2);
    CHECK(averagePrecision(equal, Labels{1, 0, 0, 0, 0}).value() == doctest::Approx(0.2));
    CHECK(averagePrecision(equal, Labels{0, 0, 0, 0, 1}).value() == doctest::Approx(0.2));
    CHECK(rocAuc(equal, Labels{0, 1, 0, 1, 0}).value() == doctest::Approx(0.5));
    CHECK(rankingCurve(equal, Labels{0, 1, 0, 1, 0}).size() == 1);
}

TEST_CASE("without both kinds of labels there is nothing to rank")
{
    const std::vector<double> scores{0.5, 0.2};
    for (const Labels &labels : {Labels{0, 0}, Labels{1, 1}}) {
        CHECK(!averagePrecision(scores, labels));
        CHECK(!auprc(scores, labels));
        CHECK(!rocAuc(scores, labels));
        CHECK(rankingCurve(scores, labels).empty());
    }
    CHECK(!averagePrecision({}, {}));
    CHECK(!rocAuc(std::vector<double>{1}, Labels{1}));
}

TEST_CASE("what is no number ranks last")
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(averagePrecision(std::vector<double>{none, 0.1, none}, Labels{0, 1, 0}).value() == 1);
    CHECK(averagePrecision(std::vector<double>{none, 0.1, none}, Labels{1, 0, 0}).value() == doctest::Approx(1.0 / 3));
}
