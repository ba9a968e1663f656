// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/faithfulness.h"
#include "core/error.h"
#include "core/agreement/alignment.h"
#include "tests/support/agreementruns.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace adaplens;
using namespace adaplens::test;

TEST_CASE("one document, one window: intervals have no width")
{
    Model model;
    const auto examples = randomExamples(1, 20, 2);
    const AgreementReport report = reportOf(*model.classifier, examples);
    CHECK(report.instances == 1);
    for (const MethodAgreement &method : report.methods)
        for (const auto &[metric, value] : method.mean) {
            CHECK(value.interval.low == doctest::Approx(value.interval.mean));
            CHECK(value.interval.high == doctest::Approx(value.interval.mean));
        }
}

TEST_CASE("data without a usable rationale are an error; documents without one are counted")
{
    Model model;
    auto examples = randomExamples(4, 12);
    std::vector<Example> none = examples;
    for (Example &example : none)
        example.rationale.clear();
    ListReader without(none);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, without, quick()),
                         doctest::Contains("None of the 4 examples read has a rationale"), Error);
    const std::vector<Example> nothing;
    ListReader noExample(nothing);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, noExample, quick()), doctest::Contains("holds no example"),
                         Error);
    for (Example &example : none)
        example.rationale = {{0, example.text.size()}}; // everything marked
    ListReader all(none);
    CHECK_THROWS_AS((void)agree(*model.classifier, all, quick()), Error);

    examples[1].rationale.clear();
    const AgreementReport report = reportOf(*model.classifier, examples);
    CHECK(report.documents == 4);
    CHECK(report.predicted == 3);
    CHECK(report.skipped.at("documents without a rationale") == 1);
}

TEST_CASE("labels that the model does not know matter to the gold class only")
{
    Model model;
    auto examples = randomExamples(4, 12, 8);
    examples[2].label = "sports";
    ListReader reader(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, reader, quick()),
                         doctest::Contains("Example text 2: The label 'sports'"), Error);
    AgreementOptions options = quick();
    options.goldClass = false;
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    CHECK(report.documents == 4);
    CHECK(report.predicted == 3);
    CHECK(report.instances + report.withoutRationale + report.fullyMarked == 4);
}

TEST_CASE("a plain model has no contribution, no size of it, and no decision of its own")
{
    Model model({.adaptive = false});
    const auto examples = randomExamples(4, 12);
    AgreementOptions options = quick();
    ListReader reader(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, reader, options), doctest::Contains("drops no tokens"), Error);
    options.methods = {ScoreMethod::Attention, ScoreMethod::IntegratedGradients};
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    CHECK(report.speedup == 1);
    CHECK(report.correct == report.correctPlain);
    CHECK(report.twin == "same weights");
    CHECK(report.methods[1].layers.size() == 1);
    CHECK(!report.methods[0].mean.contains(Metric::FprAtCpSize));
    CHECK(!report.methods[0].mean.at(Metric::AP).cpDifference);
    options.selection.kind = Selection::Kind::Model;
    ListReader again(examples);
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, again, options), doctest::Contains("keeps every token"), Error);
    options.methods.clear();
    CHECK_THROWS_WITH_AS((void)agree(*model.classifier, again, options), doctest::Contains("No method"), Error);
}

TEST_CASE("the model's own decision selects what it keeps")
{
    Model model;
    const auto examples = randomExamples(6, 30);
    AgreementOptions options = quick();
    options.methods = {ScoreMethod::Contribution, ScoreMethod::Attention};
    options.selection.kind = Selection::Kind::Model;
    const AgreementReport report = reportOf(*model.classifier, examples, options);
    double shares[3] = {};
    std::size_t n = 0;
    for (const Example &example : examples) {
        const auto trace = model.classifier->run(example.text, std::nullopt, RunOptions{});
        REQUIRE(trace);
        const auto marked = markedPieces(trace->encoding, example.rationale);
        const auto ones = static_cast<std::size_t>(std::ranges::count(marked, 1));
        const auto content = trace->encoding.pieces.size() - 2;
        if (ones == 0 || ones == content)
            continue;
        ++n;
        for (std::size_t l = 0; l < 3; ++l) {
            double kept = 0;
            for (std::size_t i = 0; i < trace->layers[l].alive.size(); ++i)
                kept += trace->layers[l].kept[i] != 0 && !trace->encoding.pieces[trace->layers[l].alive[i]].special;
            shares[l] += kept / static_cast<double>(content);
        }
    }
    for (std::size_t l = 0; l < 3; ++l) {
        const double expected = shares[l] / static_cast<double>(n);
        CHECK(report.methods[0].layers[l].at(Metric::Selected).interval.mean == doctest::Approx(expected));
        CHECK(report.methods[1].layers[l].at(Metric::Selected).interval.mean == doctest::Approx(expected));
    }
}

TEST_CASE("faithfulness is measured where asked for, in both modes")
{
    Model model;
    auto examples = randomExamples(3, 20);
    for (Example &example : examples) // so that white-space words are the tokeniser's
        for (auto place = example.text.find("long."); place != std::string::npos; place = example.text.find("long."))
            example.text.replace(place, 5, "movie");
    for (const AgreementMode mode : {AgreementMode::WindowsPieces, AgreementMode::DocumentsWords}) {
        AgreementOptions options = quick();
        options.mode = mode;
        options.methods = {ScoreMethod::Attention};
        options.faithfulness = true;
        const AgreementReport report = reportOf(*model.classifier, examples, options);
        double sums[4] = {};
        for (const Example &example : examples) {
            const Encoding encoding = model.classifier->encode(example.text, std::nullopt);
            AttributionOptions how;
            how.methods = options.methods;
            const auto scored = attribute(*model.classifier, encoding, how);
            REQUIRE(scored);
            const std::vector<std::vector<double>> words{wordScores(encoding, scored->scores[0].layers[1])};
            const auto results = faithfulness(*model.classifier, encoding, words,
                                              mapLabel(example.label, model.classifier->info().labels));
            REQUIRE(results);
            sums[0] += results->front().comprehensiveness(3) / 3;
            sums[1] += results->front().sufficiency(3) / 3;
            sums[2] += results->front().aopcComprehensiveness() / 3;
            sums[3] += results->front().aopcSufficiency() / 3;
        }
        REQUIRE(report.instances == 3);
        const MetricValues &layer = report.methods[0].layers[1];
        const Metric metrics[] = {Metric::Comprehensiveness, Metric::Sufficiency, Metric::AopcComprehensiveness,
                                  Metric::AopcSufficiency};
        for (std::size_t i = 0; i < 4; ++i) {
            CAPTURE(i);
            CHECK(layer.at(metrics[i]).interval.mean == doctest::Approx(sums[i]));
        }
    }
}
