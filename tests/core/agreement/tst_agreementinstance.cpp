// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/instance_p.h"

#include <doctest/doctest.h>

#include <array>

using namespace adaplens;

namespace {

constexpr std::array both{ScoreMethod::Contribution, ScoreMethod::Attention};

Instance::Row rowOf(std::vector<double> scores)
{
    Instance::Row row;
    row.uniform = selectUniform(scores);
    row.scores = std::move(scores);
    return row;
}

/// Five tokens of which the second and third are marked as one span; two layers.
Instance example()
{
    Instance instance;
    instance.labels = {0, 1, 1, 0, 0};
    instance.spans = {{1, 3}};
    instance.kept = {{1, 1, 1, 1, 0}, {0, 1, 0, 0, 0}};
    instance.rows = {{rowOf({0.1, 0.4, 0.3, 0.1, 0.1}), rowOf({0, 1, 0, 0, 0})},
                     {rowOf({0.5, 0.2, 0.05, 0.2, 0.05}), rowOf({0.2, 0.2, 0.2, 0.2, 0.2})}};
    return instance;
}

double part(const std::vector<double> &numbers, std::size_t row, MetricTerm which)
{
    return numbers.at(row * termCount + static_cast<std::size_t>(which));
}

} // namespace

TEST_CASE("ranking and the uniform selection of every method and layer")
{
    const auto numbers = measure(example(), both, {});
    REQUIRE(numbers.size() == 4 * termCount);
    // Contribution, layer 0: the two marked tokens rank first and are those at or above 1/5.
    CHECK(part(numbers, 0, MetricTerm::Ap) == 1);
    CHECK(part(numbers, 0, MetricTerm::RocAuc) == 1);
    CHECK(part(numbers, 0, MetricTerm::Fpr) == 0);
    CHECK(part(numbers, 0, MetricTerm::Tpr) == 1);
    CHECK(part(numbers, 0, MetricTerm::SelectedShare) == doctest::Approx(0.4));
    CHECK(part(numbers, 0, MetricTerm::F1) == 1);
    CHECK(part(numbers, 0, MetricTerm::IouPrecision) == 1);
    CHECK(part(numbers, 0, MetricTerm::IouRecall) == 1);
    // Layer 1: one of them; the others tie at 0. AP = 1/2 * 1 + 1/2 * 2/5; the span of one word of two just matches.
    CHECK(part(numbers, 1, MetricTerm::Ap) == doctest::Approx(0.7));
    CHECK(part(numbers, 1, MetricTerm::Tpr) == doctest::Approx(0.5));
    CHECK(part(numbers, 1, MetricTerm::TruePositives) == 1);
    CHECK(part(numbers, 1, MetricTerm::SelectedTokens) == 1);
    CHECK(part(numbers, 1, MetricTerm::F1) == doctest::Approx(2.0 / 3));
    CHECK(part(numbers, 1, MetricTerm::IouPrecision) == 1);
    // Attention, layer 0: tokens 0, 1 and 3 reach 1/5, of which one is marked; AP = 1/2 * 1/3 + 1/2 * 2/5.
    CHECK(part(numbers, 2, MetricTerm::Ap) == doctest::Approx(0.5 / 3 + 0.2));
    CHECK(part(numbers, 2, MetricTerm::Fpr) == doctest::Approx(2.0 / 3));
    CHECK(part(numbers, 2, MetricTerm::SelectedShare) == doctest::Approx(0.6));
    // Predicted spans {0, 1} and {3}: the first shares one word of three with the marked one.
    CHECK(part(numbers, 2, MetricTerm::IouPrecision) == 0);
    CHECK(part(numbers, 2, MetricTerm::IouPredicted) == 1);
    // Layer 1: all equal, so all are at the uniform level.
    CHECK(part(numbers, 3, MetricTerm::SelectedShare) == 1);
    CHECK(part(numbers, 3, MetricTerm::Fpr) == 1);
    CHECK(part(numbers, 3, MetricTerm::Ap) == doctest::Approx(0.4));
}

TEST_CASE("the size of contribution's selection is the size for all, layer by layer")
{
    const auto numbers = measure(example(), both, {});
    // Layer 0: the best two; attention's are tokens 0 and, of the tie, 1.
    CHECK(part(numbers, 0, MetricTerm::FprAtCpSize) == 0);
    CHECK(part(numbers, 0, MetricTerm::PrecisionAtCpSize) == 1);
    CHECK(part(numbers, 2, MetricTerm::FprAtCpSize) == doctest::Approx(1.0 / 3));
    CHECK(part(numbers, 2, MetricTerm::PrecisionAtCpSize) == doctest::Approx(0.5));
    // Layer 1: the best one; of a tie the first.
    CHECK(part(numbers, 3, MetricTerm::FprAtCpSize) == doctest::Approx(1.0 / 3));
    CHECK(part(numbers, 3, MetricTerm::PrecisionAtCpSize) == 0);
}

TEST_CASE("a method without layers meets the size of each, and is the mean over them")
{
    Instance instance = example();
    instance.rows[1].pop_back();
    constexpr std::array methods{ScoreMethod::Contribution, ScoreMethod::Random};
    const auto numbers = measure(instance, methods, {});
    REQUIRE(numbers.size() == 3 * termCount);
    // The best two hold one marked token, the best one holds none.
    CHECK(part(numbers, 2, MetricTerm::PrecisionAtCpSize) == doctest::Approx(0.25));
    CHECK(part(numbers, 2, MetricTerm::FprAtCpSize) == doctest::Approx(1.0 / 3));
    CHECK(part(numbers, 2, MetricTerm::SelectedTokens) == 3);

    // The model keeps four tokens, then one.
    const auto model = measure(instance, methods, {.kind = Selection::Kind::Model});
    CHECK(part(model, 2, MetricTerm::SelectedTokens) == doctest::Approx((4 + 1) / 2.0));
    CHECK(part(model, 2, MetricTerm::TruePositives) == doctest::Approx((2 + 0) / 2.0));
}

TEST_CASE("other selections: the model's own, the best k, the best share")
{
    const auto model = measure(example(), both, {.kind = Selection::Kind::Model});
    CHECK(part(model, 0, MetricTerm::Fpr) == doctest::Approx(2.0 / 3)); // tokens 0 to 3 stay
    CHECK(part(model, 0, MetricTerm::Tpr) == 1);
    CHECK(part(model, 2, MetricTerm::SelectedTokens) == 4); // attention's best four
    CHECK(part(model, 2, MetricTerm::TruePositives) == 2);
    CHECK(part(model, 3, MetricTerm::SelectedTokens) == 1);
    CHECK(part(model, 2, MetricTerm::PrecisionAtCpSize) == doctest::Approx(0.5));

    const auto three = measure(example(), both, {.kind = Selection::Kind::TopK, .count = 3});
    const auto share = measure(example(), both, {.kind = Selection::Kind::TopShare, .share = 0.5});
    CHECK(three == share); // half of five, rounded up
    CHECK(part(three, 0, MetricTerm::SelectedTokens) == 3);
    CHECK(part(three, 0, MetricTerm::Fpr) == doctest::Approx(1.0 / 3));
}

TEST_CASE("what is selected is what is measured; a method without layers takes the size of the last one")
{
    Instance instance = example();
    instance.rows[1].pop_back();
    constexpr std::array methods{ScoreMethod::Contribution, ScoreMethod::Random};
    using Mask = std::vector<std::uint8_t>;
    const auto uniform = selectionsOf(instance, methods, {});
    CHECK(uniform[0] == std::vector<Mask>{{0, 1, 1, 0, 0}, {0, 1, 0, 0, 0}});
    CHECK(uniform[1] == std::vector<Mask>{{1, 1, 0, 1, 0}});
    const auto model = selectionsOf(instance, methods, {.kind = Selection::Kind::Model});
    CHECK(model[0] == instance.kept);
    CHECK(model[1] == std::vector<Mask>{{1, 0, 0, 0, 0}});
}

TEST_CASE("nothing selected is no prediction")
{
    Instance instance = example();
    instance.rows[1][0] = rowOf({0, 0, 0, 0, 0});
    const auto numbers = measure(instance, both, {});
    CHECK(part(numbers, 2, MetricTerm::SelectedTokens) == 0);
    CHECK(part(numbers, 2, MetricTerm::IouPredicted) == 0);
    CHECK(part(numbers, 2, MetricTerm::F1) == 0);
    CHECK(part(numbers, 2, MetricTerm::Fpr) == 0);
}

TEST_CASE("without contribution there is no size of its selection")
{
    Instance instance = example();
    instance.rows.erase(instance.rows.begin());
    constexpr std::array attention{ScoreMethod::Attention};
    const auto numbers = measure(instance, attention, {});
    REQUIRE(numbers.size() == 2 * termCount);
    CHECK(part(numbers, 0, MetricTerm::PrecisionAtCpSize) == 0);
    CHECK(part(numbers, 0, MetricTerm::Ap) == doctest::Approx(0.5 / 3 + 0.2));
}

TEST_CASE("an instance counts where something, and not everything, is marked")
{
    Instance instance;
    CHECK(!instance.counts());
    instance.labels = {0, 0};
    CHECK(!instance.counts());
    instance.labels = {1, 1};
    CHECK(!instance.counts());
    instance.labels = {1, 0, 0, 0};
    CHECK(instance.counts());
    CHECK(instance.markedShare() == 0.25);
}

TEST_CASE("where nothing or everything is marked, only what ERASER's scorer counts is measured")
{
    Instance instance = example();
    for (const bool everything : {false, true}) {
        instance.labels.assign(5, everything ? 1 : 0);
        instance.spans.clear();
        if (everything)
            instance.spans = {{0, 5}};
        const auto numbers = measure(instance, both, {});
        CHECK(part(numbers, 0, MetricTerm::Ap) == 0);
        CHECK(part(numbers, 0, MetricTerm::Tpr) == 0);
        CHECK(part(numbers, 0, MetricTerm::SelectedShare) == 0);
        CHECK(part(numbers, 0, MetricTerm::PrecisionAtCpSize) == 0);
        CHECK(part(numbers, 0, MetricTerm::SelectedTokens) == 2);
        CHECK(part(numbers, 0, MetricTerm::TruePositives) == (everything ? 2 : 0));
        CHECK(part(numbers, 0, MetricTerm::MarkedTokens) == (everything ? 5 : 0));
        CHECK(part(numbers, 0, MetricTerm::F1) == doctest::Approx(everything ? 4.0 / 7 : 0));
        CHECK(part(numbers, 0, MetricTerm::Predicted) == 1);
        CHECK(part(numbers, 0, MetricTerm::IouPredicted) == 1);
        CHECK(part(numbers, 0, MetricTerm::IouMarked) == (everything ? 1 : 0));
    }
}
