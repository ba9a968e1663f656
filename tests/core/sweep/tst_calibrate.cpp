// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/evaluation/evaluate.h"
#include "core/model/export.h"
#include "core/reduction/thresholds.h"
#include "core/sweep/calibratedmodel.h"
#include "tests/support/examplelists.h"
#include "tests/support/openedmodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <optional>

using namespace adaplens;
using namespace adaplens::test;

namespace {

Calibration calibrated(Classifier &classifier, const std::vector<Example> &examples, CalibrateOptions options = {})
{
    ListReader reader(examples);
    auto result = calibrate(classifier, reader, options);
    REQUIRE(result);
    return *result;
}

} // namespace

TEST_CASE("each scale's counts are those of an evaluation of the model exported with its thresholds")
{
    const auto examples = randomExamples(120, 30);
    for (const std::string rule : {"adapler", "power", "trbert"}) {
        CAPTURE(rule);
        const Opened model({.layers = 4, .reduction = rule, .eta = 0.4F});
        for (const Protocol protocol : {Protocol::Head512, Protocol::WindowsMean}) {
            const Calibration found =
                calibrated(*model.classifier, examples,
                           {.loss = 0.3, .scales = {2, 0.5, 1}, .protocol = protocol, .maxLength = 20, .batch = 7});
            CHECK(found.n == 120);
            CHECK(found.skipped == SkipCounts{{"rows without a label", 1}});
            CHECK(found.plainModel == "twin");
            CHECK(found.maxLength == 20);
            CHECK(found.conditions.batch == 7);
            REQUIRE(found.scales.size() == 3);
            std::size_t moved = 0;
            for (const CalibratedScale &scale : found.scales) {
                CAPTURE(scale.scale);
                const TemporaryFolder out;
                const auto folder = out.path() / "model";
                REQUIRE(exportModel(model.folder.path(), folder, {.eta = scale.thresholds}));
                ListReader reader(examples);
                const auto wanted = evaluate(*Classifier::open(folder), reader,
                                             {.protocol = protocol, .maxLength = 20, .bootstrap = {.resamples = 1}});
                std::size_t lost = 0, won = 0;
                for (const Answer &answer : wanted->answers) {
                    lost += answer.plain == answer.gold && answer.model != answer.gold ? 1 : 0;
                    won += answer.plain != answer.gold && answer.model == answer.gold ? 1 : 0;
                }
                CHECK(scale.lost == lost);
                CHECK(scale.won == won);
                CHECK(found.speedup(scale) == doctest::Approx(wanted->speedup()));
                CHECK(found.lossOf(scale) == doctest::Approx(wanted->accuracyPlain() - wanted->accuracy()));
                CHECK(found.correctPlain == wanted->correctPlain);
                CHECK(found.truncated == wanted->truncated);
                moved += lost + won;
            }
            CHECK(moved > 0);
            CHECK(found.scales[0].scale == 0.5); // from safe to fast
            CHECK(found.speedup(found.scales[0]) < found.speedup(found.scales[2]));
        }
    }
}

TEST_CASE("scales that change nothing are left out, and the batch changes no figure")
{
    const Opened model({.eta = 0.8F});
    const auto examples = randomExamples(60, 20);
    const Calibration found = calibrated(*model.classifier, examples, {.scales = {0.5, 1, 2, 4, 1}, .batch = 1});
    REQUIRE(found.scales.size() == 3); // eta is 1 at most
    CHECK(found.scales[2].scale == 2);
    CHECK(found.scales[2].thresholds == std::vector<double>{1, 1, 1});
    const Calibration other = calibrated(*model.classifier, examples, {.scales = {0.5, 1, 2}, .batch = 64});
    for (std::size_t s = 0; s < 3; ++s) {
        CHECK(other.scales[s].lost == found.scales[s].lost);
        CHECK(other.scales[s].won == found.scales[s].won);
        CHECK(other.speedup(other.scales[s]) == doctest::Approx(found.speedup(found.scales[s])));
    }
}

TEST_CASE("the scale that is chosen keeps to the promise, and the JSON says all of it")
{
    auto examples = randomExamples(300, 12);
    std::optional<Opened> model;
    Calibration found;
    // The first random model whose answers hang on what it drops.
    for (std::uint64_t seed = 1; seed <= 100 && !(found.chosen && *found.chosen < 2); ++seed) {
        model.emplace(TinyModel{.twin = false, .eta = 0.4F, .seed = seed});
        for (Example &example : examples) { // labelled as the plain pass answers: nothing can be won
            example.label = traceOf(*model->classifier, example.text).plain.label == 0 ? "negative" : "positive";
        }
        found = calibrated(*model->classifier, examples, {.loss = 0.1, .scales = {0.025, 1, 2.5}});
    }
    CHECK(found.correctPlain == 300);
    REQUIRE(found.chosen);
    CHECK(*found.chosen < 2);
    CHECK(found.scales.back().lost > 20);
    const auto json = nlohmann::json::parse(toJson(found));
    CHECK(json["schema"] == "adaplens.calibration/1");
    CHECK(json["chosen"] == found.scales[*found.chosen].scale);
    CHECK(json["n"] == 300);
    CHECK(json["confidence"] == 0.9);
    CHECK(json["accuracy_plain"] == 1.0);
    CHECK(json["plain_model"] == "same weights");
    CHECK(json["scales"][2]["lost"] == found.scales[2].lost);
    CHECK(json["scales"][2]["loss"] == doctest::Approx(found.lossOf(found.scales[2])));
    CHECK(json["scales"][2]["qualifies"] == false);
    CHECK(json["scales"][0]["qualifies"] == true);
    CHECK(json["scales"][0]["p_value"] == found.scales[0].pValue);
    CHECK(json["scales"][1]["speedup"] == found.speedup(found.scales[1]));
    CHECK(json["scales"][1]["thresholds"].size() == 3);
    CHECK(json["examples_needed"].is_null());
    CHECK(json["conditions"]["batch"] == 32);

    const Calibration few = calibrated(*model->classifier, {examples.begin(), examples.begin() + 5});
    CHECK_FALSE(few.chosen);
    CHECK(nlohmann::json::parse(toJson(few))["chosen"].is_null());
    CHECK(nlohmann::json::parse(toJson(few))["examples_needed_without_loss"] == 230);
}

namespace {

/// What was counted at the safest scale, decided for a loss.
Calibration counted(std::size_t n, std::size_t lost, double loss)
{
    Calibration calibration;
    calibration.loss = loss;
    calibration.confidence = 0.9;
    calibration.n = n;
    calibration.flopsPlain = 100;
    calibration.scales = {{.scale = 0.5, .thresholds = {0.25, 0.5}, .lost = lost, .won = 1, .flops = 80},
                          {.scale = 1, .thresholds = {0.5, 1}, .lost = 4 * lost, .won = 2, .flops = 50}};
    decide(calibration);
    return calibration;
}

} // namespace

TEST_CASE("why none qualifies is one sentence, whatever was lost")
{
    CHECK(whyNone(counted(100, 0, 0.01)).english() ==
          "With 100 examples, none of them lost at the safest scale, the promise cannot be made; at that rate it would "
          "take 230.");
    const Calibration some = counted(100, 1, 0.02);
    REQUIRE(some.needed);
    CHECK(whyNone(some).english() ==
          "With 100 examples, 1 of them lost at the safest scale, the promise cannot be made; at that rate it would "
          "take " +
              std::to_string(*some.needed) + ", with none lost " + std::to_string(*some.neededWithoutLoss) + ".");
    CHECK(whyNone(counted(1, 1, 0.01)).english() ==
          "With 1 example, 1 of them lost at the safest scale, the promise cannot be made; at that rate no number of "
          "examples would do, with none lost 230.");
    CHECK(whyNone(counted(100, 0, 1e-12)).english() ==
          "With 100 examples, 0 of them lost at the safest scale, the promise cannot be made; no number of examples "
          "would do.");
}

TEST_CASE("the scales as CSV")
{
    const Calibration found = counted(400, 0, 0.01);
    CHECK(toCsv(found).starts_with("scale,thresholds,loss,lost,won,n,p_value,speedup,qualifies,chosen,loss_allowed,"
                                   "confidence\r\n0.5,0.25 0.5,-0.0025,0,1,400,"));
    CHECK(toCsv(found).ends_with(",2,yes,yes,0.01,0.9\r\n"));
    CHECK(toCsv(counted(400, 9, 0.01)).ends_with(",2,no,no,0.01,0.9\r\n"));
}

TEST_CASE("the model is written with the thresholds that were chosen, or not at all")
{
    const test::TemporaryFolder folder;
    const auto model = folder.path() / "model", out = folder.path() / "out";
    test::writeTinyModel(model, {.layers = 2});
    CHECK_THROWS_WITH_AS((void)exportCalibrated(counted(100, 9, 0.01), model, out, {}),
                         doctest::Contains("out. With 100 examples, 9 of them"), Error);
    CHECK_FALSE(std::filesystem::exists(out));
    Calibration found = counted(400, 0, 0.01);
    REQUIRE(found.chosen == 1);
    REQUIRE(exportCalibrated(found, model, out, {}));
    CHECK(Classifier::open(out)->thresholds() == std::vector<double>{0.5, 1});
    std::ifstream record(out / "calibration.json");
    CHECK(nlohmann::json::parse(record) == nlohmann::json::parse(toJson(found)));
    CHECK_THROWS_AS((void)exportCalibrated(found, model, out, {}), Error); // it is not empty
    found.chosen = 0;
    REQUIRE(exportCalibrated(found, model, out, {.force = true}));
    CHECK(Classifier::open(out)->thresholds() == std::vector<double>{0.25, 0.5});
}

TEST_CASE("what cannot be calibrated is refused, and a run can be cancelled between batches")
{
    const Opened model, plain({.adaptive = false}), floor({.reduction = "last"});
    const auto examples = randomExamples(20, 10);
    const auto refused = [&](Classifier &classifier, const CalibrateOptions &options, const char *part) {
        ListReader reader(examples);
        CHECK_THROWS_WITH_AS((void)calibrate(classifier, reader, options), doctest::Contains(part), Error);
    };
    CHECK(hasThresholds(model.classifier->info()));
    CHECK_FALSE(hasThresholds(plain.classifier->info()));
    CHECK_FALSE(hasThresholds(floor.classifier->info()));
    refused(*plain.classifier, {}, "no tokens by thresholds");
    refused(*floor.classifier, {}, "no tokens by thresholds");
    refused(*model.classifier, {.loss = 0}, "between 0 and 1");
    refused(*model.classifier, {.confidence = 1}, "between 0 and 1");
    refused(*model.classifier, {.scales = {}}, "nothing to calibrate");
    refused(*model.classifier, {.scales = {-1}}, "a number above 0");
    const std::vector<Example> none;
    ListReader empty(none);
    CHECK_THROWS_WITH_AS((void)calibrate(*model.classifier, empty, {}), doctest::Contains("no example"), Error);

    std::stop_source source;
    CalibrateOptions options{.scales = {1}, .batch = 2, .total = 20};
    std::vector<EvaluationProgress> seen;
    options.progress = [&](const EvaluationProgress &at) {
        seen.push_back(at);
        if (at.done >= 6) {
            source.request_stop();
        }
    };
    ListReader reader(examples);
    CHECK_FALSE(calibrate(*model.classifier, reader, options, source.get_token()));
    REQUIRE(seen.size() == 3);
    CHECK(seen.back().total == 20);
    CHECK(seen.back().secondsLeft.value_or(0) > 0);
}
