// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/agreement/selection.h"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using namespace adaplens;

using Choice = std::vector<std::uint8_t>;

TEST_CASE("ways of selecting have names that read back")
{
    for (const char *name : {"uniform", "model", "top-1", "top-10", "top-20%", "top-7%", "top-2.5%", "top-100%"}) {
        INFO(name);
        CHECK(selectionNamed(name).name() == name);
    }
    CHECK(selectionNamed("top-20%").share == doctest::Approx(0.2));
    CHECK(selectionNamed("top-10").count == 10);
    for (const char *name :
         {"", "Uniform", "top-", "top-0", "top--3", "top-%", "top-0%", "top-101%", "top-1e1%", "top-10 ", "top-nan%"}) {
        INFO(name);
        CHECK_THROWS_AS((void)selectionNamed(name), Error);
    }
    CHECK_THROWS_WITH_AS((void)selectionNamed("best"),
                         "'best' is no way of selecting tokens; use uniform, model, top-<number> as in top-10, or "
                         "top-<percent>% as in top-20%.",
                         Error);
}

TEST_CASE("a uniform selection takes what has at least its share")
{
    CHECK(selectUniform(std::vector<double>{0.5, 0.25, 0.125, 0.125}) == Choice{1, 1, 0, 0});
    CHECK(selectUniform(std::vector<double>{5, 2.5, 1.25, 1.25}) == Choice{1, 1, 0, 0}); // made to sum to 1
    CHECK(selectUniform(std::vector<double>{0.5, 0.25, -9, 0.25}) == Choice{1, 1, 0, 1});
    CHECK(selectUniform(std::vector<double>{0, 0, 0}) == Choice{0, 0, 0});
    CHECK(selectUniform(std::vector<double>{0.01}) == Choice{1});
    CHECK(selectUniform({}).empty());
    // The sum of equal scores is rounded; none of them may fall out for that.
    for (std::size_t n = 1; n <= 600; ++n)
        for (const double score : {0.1, 0.3, 1.0 / static_cast<double>(n)})
            CHECK(selectUniform(std::vector<double>(n, score)) == Choice(n, 1));
}

TEST_CASE("the best tokens are taken, of equal ones the earlier")
{
    const std::vector<double> scores{0.2, 0.9, 0.2, -0.5, 0.9};
    CHECK(selectTop(scores, 0) == Choice{0, 0, 0, 0, 0});
    CHECK(selectTop(scores, 1) == Choice{0, 1, 0, 0, 0});
    CHECK(selectTop(scores, 3) == Choice{1, 1, 0, 0, 1});
    CHECK(selectTop(scores, 9) == Choice{1, 1, 1, 1, 1});
    const double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(selectTop(std::vector<double>{none, -3, none}, 1) == Choice{0, 1, 0});
}

TEST_CASE("a share of tokens is rounded up, but not by a rounding of the product")
{
    CHECK(countOfShare(0.01, 7) == 1);
    CHECK(countOfShare(0.2, 5) == 1);
    CHECK(countOfShare(0.2, 6) == 2);
    CHECK(countOfShare(0.07, 100) == 7);
    CHECK(countOfShare(1, 3) == 3);
    CHECK(countOfShare(0.5, 0) == 0);
    CHECK(countOfShare(0, 5) == 0);
}

TEST_CASE("counts of a selection and their rates")
{
    const SelectionCounts counts = countSelection(Choice{1, 1, 1, 0, 0, 0, 0, 0}, Choice{1, 1, 0, 1, 0, 0, 0, 0});
    CHECK(counts.n() == 8);
    CHECK(counts.truePositive == 2);
    CHECK(counts.falseNegative == 1);
    CHECK(counts.falsePositiveRate() == doctest::Approx(0.2));
    CHECK(counts.truePositiveRate() == doctest::Approx(2.0 / 3));
    CHECK(counts.precision() == doctest::Approx(2.0 / 3));
    CHECK(counts.f1() == doctest::Approx(2.0 / 3));
    CHECK(counts.selectedShare() == doctest::Approx(0.375));
    const SelectionCounts none;
    CHECK(none.falsePositiveRate() == 0);
    CHECK(none.f1() == 0);
    CHECK(none.selectedShare() == 0);
    CHECK(countSelection(Choice{1}, Choice{1}).falsePositiveRate() == 0);
}
