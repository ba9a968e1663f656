// SPDX-License-Identifier: GPL-3.0-or-later
// Floors: as many tokens as another rule keeps, chosen without training.
#include "core/error.h"
#include "core/measure/flops.h"
#include "core/model/classifier_p.h"
#include "core/reduction/floor_p.h"
#include "tests/core/reduction/masked.h"
#include "tests/support/openedmodel.h"

#include <algorithm>
#include <cmath>

using namespace adaplens;
using namespace adaplens::test;

namespace {

/// Texts, what an AdapLeR model keeps of each, and floors at that budget.
struct Bench {
    explicit Bench(const std::string &rule = "adapler")
        : model({.layers = 4, .reduction = rule, .eta = 0.7F, .seed = 3})
    {
        std::mt19937 random(4);
        for (const std::size_t words : {3U, 40U, 0U, 17U, 8U, 8U, 25U, 33U}) {
            batch.push_back(model.classifier->encode(randomText(random, words), std::nullopt));
        }
        const auto reduced = model.classifier->runBatch(batch, Pass::Reduced);
        REQUIRE(reduced);
        for (const Outcome &outcome : *reduced) {
            alive.push_back(outcome.alive);
        }
    }
    [[nodiscard]] std::vector<Outcome> run(const std::string &floor, std::uint64_t seed = 0) const
    {
        auto outcomes = model.classifier->runFloor(batch, {floor, alive, seed}, {}, true);
        REQUIRE(outcomes);
        return *outcomes;
    }

    Opened model;
    std::vector<Encoding> batch;
    std::vector<std::vector<std::uint32_t>> alive;
};

std::vector<std::uint32_t> keptOf(const LayerTrace &layer)
{
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < layer.alive.size(); ++i) {
        if (layer.kept[i] != 0) {
            kept.push_back(layer.alive[i]);
        }
    }
    return kept;
}

} // namespace

TEST_CASE("every floor keeps exactly what another rule keeps, layer by layer and text by text")
{
    for (const std::string rule : {"adapler", "power", "trbert"}) {
        const Bench bench(rule);
        for (const std::string &floor : floorNames()) {
            CAPTURE(rule);
            CAPTURE(floor);
            const auto outcomes = bench.run(floor);
            for (std::size_t b = 0; b < bench.batch.size(); ++b) {
                CHECK(outcomes[b].alive == bench.alive[b]);
                for (const LayerTrace &layer : outcomes[b].layers) {
                    CHECK(layer.kept.front() == 1);
                    CHECK(layer.drop ==
                          (floor == "attention-topk" ? DropPlace::AfterAttention : DropPlace::BeforeAttention));
                }
                // The plain twin's weights, with tokens removed.
                const auto masked =
                    maskedLogits(ClassifierAccess::plain(*bench.model.classifier), bench.batch[b], outcomes[b].layers);
                CHECK(difference(masked, outcomes[b].logits) < 1e-5);
            }
        }
    }
}

TEST_CASE("the trace of a floor is the floor at what the model keeps of the text, with all that a trace tells")
{
    for (const std::string rule : {"adapler", "power", "trbert"}) {
        const Bench bench(rule);
        const RunOptions own;
        for (const std::string &floor : floorNames()) {
            CAPTURE(rule);
            CAPTURE(floor);
            RunOptions options;
            options.floor = floor;
            options.floorSeed = 5;
            const auto outcomes = bench.run(floor, 5);
            for (std::size_t b = 0; b < bench.batch.size(); ++b) {
                const auto trace = bench.model.classifier->run("", std::nullopt, bench.batch[b], options);
                const auto plain = bench.model.classifier->run("", std::nullopt, bench.batch[b], own);
                REQUIRE(trace);
                REQUIRE(plain);
                CHECK(trace->drops);
                CHECK(trace->rule.name == floor);
                CHECK(trace->score == ScoreKind::Contribution);
                CHECK(difference(trace->reduced.logits, outcomes[b].logits) < 1e-6);
                CHECK(trace->plain.logits == plain->plain.logits);
                CHECK(trace->cost.flopsPlain == plain->cost.flopsPlain);
                CHECK(trace->cost.flopsReduced ==
                      flopsReduced(withFloor(bench.model.classifier->info(), floor), outcomes[b].alive));
                CHECK(trace->cost.runs == 1);
                REQUIRE(trace->layers.size() == outcomes[b].layers.size());
                for (std::size_t l = 0; l < trace->layers.size(); ++l) {
                    const LayerTrace &layer = trace->layers[l], &expected = outcomes[b].layers[l];
                    CHECK(layer.keptCount() == plain->layers[l].keptCount());
                    CHECK(layer.alive == expected.alive);
                    CHECK(layer.kept == expected.kept);
                    CHECK(layer.drop == expected.drop);
                    CHECK(difference(layer.raw, expected.raw) < 1e-6);
                    CHECK(difference(layer.adjusted, expected.adjusted) < 1e-6);
                }
                CHECK(trace->survivors == keptOf(outcomes[b].layers.back()));
            }
        }
    }
}

TEST_CASE("a floor's budget is what the model keeps with a user's interventions")
{
    const Bench bench;
    std::mt19937 random(8);
    const std::string text = randomText(random, 30);
    RunOptions options;
    options.interventions.eta = {0.9, 0.9, 0.9, 0.9};
    const Trace harsher = traceOf(*bench.model.classifier, text, options), own = traceOf(*bench.model.classifier, text);
    REQUIRE(harsher.survivors.size() < own.survivors.size());
    options.floor = "first";
    CHECK(traceOf(*bench.model.classifier, text, options).survivors.size() == harsher.survivors.size());
}

TEST_CASE("a floor beside what drops nothing is an error")
{
    const Opened plain({.adaptive = false});
    const Bench bench;
    const auto refused = [](const Opened &model, const RunOptions &options, const char *expected) {
        CHECK_THROWS_WITH_AS((void)traceOf(*model.classifier, "a film", options), doctest::Contains(expected), Error);
    };
    RunOptions options;
    options.floor = "random";
    refused(plain, options, "no budget for a floor");
    options.plain = true;
    refused(bench.model, options, "no budget for a floor");
    refused(bench.model, {.floor = "power"}, "\"power\" is no floor");
}

TEST_CASE("first and last tokens are those")
{
    const Bench bench;
    const auto first = bench.run("first"), last = bench.run("last");
    for (std::size_t b = 0; b < bench.batch.size(); ++b) {
        const auto n = static_cast<std::uint32_t>(bench.batch[b].pieces.size());
        for (std::size_t l = 0; l < 4; ++l) {
            const std::uint32_t kept = bench.alive[b][l + 1];
            std::vector<std::uint32_t> expected, reversed{0};
            for (std::uint32_t i = 0; i < kept; ++i) {
                expected.push_back(i);
            }
            for (std::uint32_t i = n - kept + 1; i < n; ++i) {
                reversed.push_back(i);
            }
            CHECK(keptOf(first[b].layers[l]) == expected);
            CHECK(keptOf(last[b].layers[l]) == reversed);
        }
    }
}

TEST_CASE("random tokens depend on seed and text alone, and on the seed indeed")
{
    const Bench bench;
    const auto one = bench.run("random", 5), again = bench.run("random", 5), other = bench.run("random", 6);
    std::size_t same = 0, layers = 0;
    for (std::size_t b = 0; b < bench.batch.size(); ++b) {
        const auto alone = bench.model.classifier->runFloor(std::span(&bench.batch[b], 1),
                                                            {"random", std::span(&bench.alive[b], 1), 5}, {}, true);
        REQUIRE(alone);
        for (std::size_t l = 0; l < 4; ++l) {
            CHECK(keptOf(one[b].layers[l]) == keptOf(again[b].layers[l]));
            CHECK(keptOf(one[b].layers[l]) == keptOf(alone->front().layers[l]));
            const std::size_t kept = bench.alive[b][l + 1];
            if (kept > 1 && kept < bench.alive[b][0]) {
                ++layers;
                same += keptOf(one[b].layers[l]) == keptOf(other[b].layers[l]) ? 1 : 0;
            }
        }
    }
    CHECK(layers > 10);
    CHECK(same < layers / 2);
}

TEST_CASE("random tokens are not those of another text of the same length, and come from everywhere")
{
    const Opened model({.layers = 1, .reduction = "random", .keep = {6}});
    std::vector<std::size_t> times(22, 0);
    std::mt19937 random(1);
    constexpr std::size_t texts = 400;
    for (std::size_t i = 0; i < texts; ++i) {
        const Trace trace = traceOf(*model.classifier, randomText(random, 20));
        REQUIRE(trace.encoding.pieces.size() == 22);
        REQUIRE(trace.survivors.size() == 6);
        for (const std::uint32_t piece : trace.survivors) {
            ++times[piece];
        }
    }
    CHECK(times[0] == texts);
    for (std::size_t i = 1; i < 22; ++i) { // 400 * 5 / 21 = 95, deviation 8.5
        CHECK(times[i] > 60);
        CHECK(times[i] < 135);
    }
}

TEST_CASE("attention's floor on a plain model is PoWER-BERT at that budget")
{
    const TinyModel shape{.layers = 3, .reduction = "power", .keep = {10, 6, 3}, .twin = false};
    TinyModel other = shape;
    other.reduction = "attention-topk";
    const Opened power(shape), floor(other);
    std::mt19937 random(2);
    for (const std::size_t words : {2U, 10U, 30U}) {
        const std::string text = randomText(random, words);
        const Trace a = traceOf(*power.classifier, text), b = traceOf(*floor.classifier, text);
        CHECK(a.survivors == b.survivors);
        CHECK(difference(a.reduced.logits, b.reduced.logits) == 0);
        CHECK(a.cost.flopsReduced == b.cost.flopsReduced);
    }
}

TEST_CASE("a share of a text is rounded, and at least [CLS]")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {.layers = 3, .reduction = "first"});
    Checkpoint checkpoint = readCheckpoint(folder.path());
    setRule(checkpoint.info, floorRule(firstFloor(), {.keepShare = {0.9, 0.5, 0.01}}));
    writeCheckpoint(folder.path(), checkpoint, Storage::Float32);
    const auto classifier = Classifier::open(folder.path());
    std::mt19937 random(6);
    for (const std::size_t words : {0U, 3U, 8U, 9U, 21U}) {
        const Trace trace = traceOf(*classifier, randomText(random, words));
        const auto n = static_cast<double>(trace.encoding.pieces.size());
        CHECK(trace.layers[0].keptCount() == static_cast<std::size_t>(std::round(0.9 * n)));
        CHECK(trace.layers[1].keptCount() == static_cast<std::size_t>(std::round(0.5 * n)));
        CHECK(trace.layers[2].keptCount() == 1);
    }
}

TEST_CASE("floors that do not fit are errors")
{
    const Bench bench;
    const auto refused = [&](const FloorRun &floor, const char *expected) {
        CHECK_THROWS_WITH_AS((void)bench.model.classifier->runFloor(bench.batch, floor), doctest::Contains(expected),
                             Error);
    };
    refused({"adapler", bench.alive}, "\"adapler\" is no floor; known are \"random\"");
    refused({"nothing", bench.alive}, "\"nothing\" is no floor");
    refused({"first", std::span(bench.alive).first(2)}, "A floor over 8 texts was given the tokens kept of 2");
    std::vector<std::vector<std::uint32_t>> shorter = bench.alive;
    shorter[3].pop_back();
    refused({"first", shorter}, "4 layers");
}
