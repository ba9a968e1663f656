// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tally_p.h"
#include "core/measure/flops.h"
#include "core/reduction/adapler_p.h"
#include "core/reduction/floors.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace adaplens;

namespace {

ModelInfo info()
{
    ModelInfo result;
    result.name = "Tiny \xFF";
    result.labels = {"no", "yes"};
    setRule(result, adaplerRule({}));
    result.hasTwin = true;
    result.layers = 2;
    result.hidden = 8;
    result.heads = 2;
    result.intermediate = 16;
    return result;
}

Outcome outcome(float no, float yes, std::vector<std::uint32_t> alive, std::size_t nearTies = 0)
{
    return {{no, yes}, std::move(alive), nearTies, {}};
}

} // namespace

TEST_CASE("documents, costs and kept tokens add up")
{
    const ModelInfo model = info();
    Evaluation result;
    Tally tally(model, model, result);

    // A document of one sequence: plain right, reduced wrong.
    const Outcome plain = outcome(0, 2, {10, 10, 10}), reduced = outcome(1, 0, {10, 6, 2}, 3);
    Tally::Document first;
    first.gold = 1;
    CHECK(tally.add(first, {&plain, &reduced, &plain, 10}));

    // A document of two windows: each window alone is wrong or unsure, the mean of probabilities decides.
    Tally::Document second;
    second.gold = 0;
    second.windows = 2;
    const Outcome sure = outcome(3, 0, {20, 20, 20}), unsure = outcome(0, 0.5F, {8, 8, 8});
    CHECK(!tally.add(second, {&sure, &sure, &sure, 20}));
    CHECK(result.n == 1);
    CHECK(tally.add(second, {&unsure, &unsure, &unsure, 8}));
    tally.finish({.resamples = 1000, .seed = 5});

    CHECK(result.n == 2);
    CHECK(result.sequences == 3);
    CHECK(result.accuracy() == 0.5);
    CHECK(result.accuracyPlain() == 1.0);
    CHECK(result.accuracyUnreduced() == 1.0);
    CHECK(result.changed == 1);
    CHECK(result.nearTies == 3);
    CHECK(result.confusion == std::vector<std::vector<std::size_t>>{{1, 0}, {1, 0}});
    CHECK(result.confusionPlain == std::vector<std::vector<std::size_t>>{{1, 0}, {0, 1}});
    CHECK(result.pieces == doctest::Approx(38.0 / 3));
    CHECK(result.keptPerLayer[0] == doctest::Approx((6 + 20 + 8) / 3.0));
    CHECK(result.keptPerLayer[1] == doctest::Approx((2 + 20 + 8) / 3.0));
    CHECK(result.flopsPlain == flopsPlain(model, 10) + flopsPlain(model, 20) + flopsPlain(model, 8));
    CHECK(result.flopsReduced ==
          flopsReduced(model, reduced.alive) + flopsReduced(model, sure.alive) + flopsReduced(model, unsure.alive));
    CHECK(result.padded.longest == 20);
    CHECK(result.padded.plain == 3 * flopsPlain(model, 20));
    CHECK(result.padded.reduced == flopsPadded(model, reduced.alive, 20) + flopsReduced(model, sure.alive) +
                                       flopsPadded(model, unsure.alive, 20));
    CHECK(result.speedupPadded() == result.padded.plain / result.padded.reduced);
    CHECK(result.difference.mean == -0.5);
    CHECK(result.difference.low == -1);
    CHECK(result.difference.high == 0);
}

TEST_CASE("floors are counted beside the model")
{
    const ModelInfo model = info();
    Evaluation result;
    Tally tally(model, model, result);
    tally.addFloors({"random", "attention-topk"});
    const Outcome yes = outcome(0, 2, {10, 6, 2}), no = outcome(1, 0, {10, 6, 2});
    for (const auto &[gold, reduced, random] : {std::tuple{1, &yes, &no}, {1, &yes, &yes}, {0, &yes, &no}}) {
        Tally::Document document;
        document.gold = static_cast<std::size_t>(gold);
        tally.add(document, {reduced, reduced, reduced, 10, {random, &no}});
    }
    tally.finish({.resamples = 1000});
    REQUIRE(result.floors.size() == 2);
    CHECK(result.floors[0].rule == "random");
    CHECK(result.floors[0].correct == 2); // the second and the third
    CHECK(result.floors[1].correct == 1); // the third
    CHECK(result.floors[0].difference.mean == 0);
    CHECK(result.floors[1].difference.mean == doctest::Approx(1.0 / 3));
    CHECK(result.floors[0].flops == 3 * flopsReduced(withFloor(model, "random"), yes.alive));
    CHECK(result.floors[1].flops == 3 * flopsReduced(withFloor(model, "attention-topk"), yes.alive));
    CHECK(result.floors[1].flopsPadded == 3 * flopsPadded(withFloor(model, "attention-topk"), no.alive, 10));
    CHECK(result.floors[0].keptPerLayer == std::vector<double>{6, 2});
    using Answers = std::vector<Answer>;
    CHECK((result.answers == Answers{{0, 1, 1}, {1, 1, 1}, {1, 1, 1}})); // gold, plain, model; sorted
    CHECK((result.floors[0].answers == Answers{{0, 1, 0}, {1, 1, 0}, {1, 1, 1}}));
    CHECK((result.floors[1].answers == Answers{{0, 1, 0}, {1, 1, 0}, {1, 1, 0}}));
    CHECK_THROWS_AS(tally.addFloors({"adapler"}), Error);
    const auto json = nlohmann::json::parse(toJson(result));
    CHECK(json["floors"][1]["rule"] == "attention-topk");
    CHECK(json["floors"][1]["correct"] == 1);
    CHECK(json["floors"][0]["speedup"] == result.flopsPlain / result.floors[0].flops);
}

TEST_CASE("a plain model costs what its plain pass costs")
{
    ModelInfo model = info();
    setRule(model, noRule());
    Evaluation result;
    Tally tally(model, model, result);
    Tally::Document document;
    const Outcome plain = outcome(0, 2, {10, 10, 10});
    CHECK(tally.add(document, {&plain, &plain, &plain, 10}));
    tally.finish({.resamples = 10});
    CHECK(result.speedup() == 1.0);
    CHECK(result.speedupPadded() == 1.0);
}

TEST_CASE("the interval does not depend on the order in which documents end")
{
    const ModelInfo model = info();
    const Outcome right = outcome(1, 0, {4, 4, 4}), wrong = outcome(0, 1, {4, 4, 4});
    const auto interval = [&](bool reversed) {
        Evaluation result;
        Tally tally(model, model, result);
        for (int i = 0; i < 301; ++i) {
            Tally::Document document;
            const int which = reversed ? 300 - i : i;
            tally.add(document, {which < 70 ? &wrong : &right, which > 200 ? &wrong : &right, &right, 4});
        }
        tally.finish({.resamples = 10}); // so few that other draws would give other ends
        return std::pair(result.difference.low, result.difference.high);
    };
    CHECK(interval(false) == interval(true));
}

TEST_CASE("the JSON holds every figure and is valid UTF-8")
{
    const ModelInfo model = info();
    Evaluation result;
    result.model = model.name;
    result.skipped = {{"rows without a label", 2}};
    Tally tally(model, model, result);
    const Outcome yes = outcome(0, 2, {10, 10, 10}), no = outcome(1, 0, {10, 6, 2});
    for (const auto &[gold, plain, reduced] :
         {std::tuple{1, &yes, &yes}, {1, &yes, &no}, {0, &yes, &no}, {1, &no, &yes}}) {
        Tally::Document document;
        document.gold = static_cast<std::size_t>(gold);
        tally.add(document, {plain, reduced, plain, 10});
    }
    tally.finish({});
    result.msPlain = 8;
    result.msReduced = 2;
    const auto json = nlohmann::json::parse(toJson(result));
    for (const char *member :
         {"accuracy", "accuracy_plain", "accuracy_unreduced", "speedup", "speedup_wall", "speedup_padded",
          "kept_per_layer", "ms_plain", "ms_reduced", "n", "protocol", "truncated", "difference"})
        CHECK(json.contains(member));
    CHECK(json["model"] == "Tiny \uFFFD");
    CHECK(json["accuracy"] == 0.75);
    CHECK(json["padded_length"] == 10);
    CHECK_FALSE(json.contains("floors"));
    CHECK(json["ms_plain"] == 2.0);
    CHECK(json["speedup_wall"] == 4.0);
    CHECK(json["skipped"] == "rows without a label: 2");
    CHECK(json["classes"][1]["n"] == 3);
    CHECK(json["classes"][1]["recall"].get<double>() == doctest::Approx(2.0 / 3));
    CHECK(json["classes"][1]["precision"] == 1.0);
    CHECK(json["classes"][1]["f1"].get<double>() == doctest::Approx(0.8));
    CHECK(json["classes"][0]["plain"]["precision"] == 0.0);
    CHECK(json["protocol"] == "head512");
    CHECK(json["conditions"].contains("threads"));
}
