// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every rule that drops tokens.
#include "core/error.h"
#include "core/measure/flops.h"
#include "core/model/classifier_p.h"
#include "core/reduction/best_p.h"
#include "core/reduction/floor_p.h"
#include "core/reduction/names.h"
#include "core/reduction/power_p.h"
#include "core/reduction/trbert_p.h"
#include "tests/core/model/damagedmodel.h"
#include "tests/core/reduction/masked.h"
#include "tests/support/openedmodel.h"

#include <limits>
#include <numeric>

using namespace adaplens;
using namespace adaplens::test;

namespace {

const std::vector<std::string> rules{"adapler", "power", "trbert", "random", "attention-topk", "first", "last"};

} // namespace

TEST_CASE("kept sets shrink, [CLS] stays, shares sum to 1, and removed is masked, under every rule")
{
    std::mt19937 random(5);
    for (const std::string &rule : rules) {
        CAPTURE(rule);
        std::size_t dropped = 0, survived = 0;
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const Opened model({.layers = 4, .reduction = rule, .seed = seed});
            CHECK(model.classifier->info().adaptive);
            for (const std::size_t words : {0U, 2U, 9U, 30U}) {
                const Trace trace = traceOf(*model.classifier, randomText(random, words));
                CHECK(trace.rule.name == rule);
                REQUIRE(trace.layers.size() == 4);
                std::vector<std::uint32_t> expected(trace.encoding.pieces.size());
                std::iota(expected.begin(), expected.end(), 0U);
                std::vector<std::uint32_t> alive{static_cast<std::uint32_t>(expected.size())};
                for (const LayerTrace &layer : trace.layers) {
                    REQUIRE(layer.alive == expected);
                    REQUIRE(layer.raw.size() == expected.size());
                    REQUIRE(layer.adjusted.size() == expected.size());
                    CHECK(layer.kept.front() == 1);
                    CHECK(std::accumulate(layer.raw.begin(), layer.raw.end(), 0.0) == doctest::Approx(1).epsilon(1e-5));
                    expected.clear();
                    for (std::size_t i = 0; i < layer.alive.size(); ++i) {
                        CHECK((layer.kept[i] != 0) == (i == 0 || layer.adjusted[i] >= layer.threshold));
                        if (layer.kept[i] != 0) {
                            expected.push_back(layer.alive[i]);
                        }
                    }
                    alive.push_back(static_cast<std::uint32_t>(expected.size()));
                }
                CHECK(trace.survivors == expected);
                CHECK(trace.cost.flopsReduced == flopsReduced(model.classifier->info(), alive));
                const auto masked =
                    maskedLogits(ClassifierAccess::model(*model.classifier), trace.encoding, trace.layers);
                CHECK(difference(masked, trace.reduced.logits) < 1e-5);
                dropped += alive.front() - alive.back();
                survived += alive.back() > 1 ? 1 : 0;
            }
        }
        CHECK(dropped > 40);
        CHECK(survived > 3);
    }
}

TEST_CASE("removed is masked in every architecture and with every activation")
{
    std::mt19937 random(6);
    for (const char *architecture : {"bert", "distilbert", "electra", "roberta"}) {
        for (const Activation activation : {Activation::Gelu, Activation::GeluTanh, Activation::Relu}) {
            CAPTURE(architecture);
            CAPTURE(static_cast<int>(activation));
            const Opened model({.architecture = architecture, .activation = activation, .layers = 4, .seed = 2});
            CHECK(model.classifier->info().architecture == architecture);
            CHECK(model.classifier->info().activation == activation);
            std::size_t dropped = 0, survived = 0;
            for (const std::size_t words : {2U, 9U, 30U}) {
                const auto trace = model.classifier->run(randomText(random, words), "a dull plot", RunOptions{});
                REQUIRE(trace);
                const auto masked =
                    maskedLogits(ClassifierAccess::model(*model.classifier), trace->encoding, trace->layers);
                CHECK(difference(masked, trace->reduced.logits) < 1e-5);
                dropped += trace->encoding.pieces.size() - trace->survivors.size();
                survived += trace->survivors.size() > 1 ? 1 : 0;
            }
            CHECK(dropped > 5);
            CHECK(survived > 0);
        }
    }
}

TEST_CASE("every rule says what it and its scores are called and how it decides")
{
    for (const std::string &rule : rules) {
        CAPTURE(rule);
        const Opened model({.layers = 4, .reduction = rule});
        const RuleNames names = namesOf(model.classifier->info());
        CHECK(names.name == rule);
        CHECK(names.explanation.english().size() > 80);
        CHECK(names.keptBy != KeptBy::Nothing);
        const std::optional<RuleNames> known = namesOfRule(rule);
        REQUIRE(known);
        CHECK(known->title.english() == names.title.english());
        CHECK(known->scoreTitle.english() == names.scoreTitle.english());
        CHECK(known->thresholdTitle.english() == names.thresholdTitle.english());
        // Readers of a trace, too.
        const Trace trace = traceOf(*model.classifier, "a good film");
        CHECK(trace.rule.explanation.english() == names.explanation.english());
    }
    const Opened plain({.adaptive = false});
    CHECK(namesOf(plain.classifier->info()).keptBy == KeptBy::Nothing);
    CHECK(namesOf(plain.classifier->info()).name == "none");
    CHECK(!namesOfRule("a rule of tomorrow"));
    // With the settings of the model, not the usual ones.
    const Opened selectors({.reduction = "trbert"});
    const auto &formulas = namesOf(selectors.classifier->info()).formulas;
    CHECK(formulas.at(0).find("8→1") != std::string::npos);
}

TEST_CASE("what is compared with the threshold in a rule's own unit is what its names say")
{
    // TR-BERT compares probabilities, whatever the others have: share times scale.
    const Opened model({.layers = 4, .reduction = "trbert", .seed = 3});
    const Trace trace = traceOf(*model.classifier, "a good film , not a bad one");
    CHECK(trace.rule.keptBy == KeptBy::OwnScore);
    std::size_t decided = 0;
    for (const LayerTrace &layer : trace.layers) {
        if (layer.drop == DropPlace::Nowhere) {
            CHECK(layer.keptCount() == layer.alive.size());
            continue;
        }
        ++decided;
        CHECK(layer.threshold * layer.scale == doctest::Approx(0.5));
    }
    CHECK(decided == 2);
}

TEST_CASE("a batch gives the numbers of one text at a time, under every rule")
{
    std::mt19937 random(8);
    for (const std::string &rule : rules) {
        CAPTURE(rule);
        const Opened model({.layers = 4, .hidden = 32, .reduction = rule, .seed = 2});
        std::vector<Encoding> batch;
        for (const std::size_t words : {3U, 40U, 0U, 17U, 8U, 8U, 25U}) {
            batch.push_back(model.classifier->encode(randomText(random, words), std::nullopt));
        }
        const auto together = model.classifier->runBatch(batch, Pass::Reduced, {}, true);
        REQUIRE(together);
        for (std::size_t b = 0; b < batch.size(); ++b) {
            const auto alone = model.classifier->runBatch(std::span(&batch[b], 1), Pass::Reduced, {}, true);
            REQUIRE(alone);
            CHECK((*together)[b].alive == alone->front().alive);
            CHECK(difference((*together)[b].logits, alone->front().logits) <= 1e-5);
            for (std::size_t l = 0; l < 4; ++l) {
                CHECK((*together)[b].layers[l].kept == alone->front().layers[l].kept);
            }
        }
    }
}

TEST_CASE("a model of every rule is read as it was written")
{
    for (const std::string &rule : rules) {
        CAPTURE(rule);
        const TemporaryFolder folder;
        writeTinyModel(folder.path() / "a", {.layers = 4, .reduction = rule});
        const Checkpoint first = readCheckpoint(folder.path() / "a");
        CHECK(ruleOf(first.info).name() == rule);
        for (const Storage storage : {Storage::Float32, Storage::Float16, Storage::Int8PerRow}) {
            writeCheckpoint(folder.path() / "b", first, storage);
            const Checkpoint again = readCheckpoint(folder.path() / "b");
            CHECK(ruleOf(again.info).name() == rule);
            CHECK(ruleOf(again.info).settings() == ruleOf(first.info).settings());
            CHECK(largestDifference(first, again) <= (storage == Storage::Float32 ? 0 : 0.05));
        }
    }
}

TEST_CASE("other thresholds stay with a model that is written")
{
    const TemporaryFolder folder;
    const auto changed = [&](const std::string &rule, const std::vector<double> &values) {
        writeTinyModel(folder.path() / rule, {.reduction = rule});
        Checkpoint model = readCheckpoint(folder.path() / rule);
        setEta(model, values);
        writeCheckpoint(folder.path() / rule, model, Storage::Float32);
        return readCheckpoint(folder.path() / rule).info;
    };
    CHECK(powerSettings(changed("power", {9, 4, 2})).retention == std::vector<std::size_t>{9, 4, 2});
    CHECK(trbertSettings(changed("trbert", {0.25})).threshold == 0.25);
    CHECK(trbertSettings(changed("trbert", {0.25})).selectorHidden == 8);
    const auto refused = [&](const std::string &rule, const std::vector<double> &values, const char *expected) {
        CHECK_THROWS_WITH_AS((void)changed(rule, values), doctest::Contains(expected), Error);
    };
    refused("power", {9, 4}, "2 numbers of tokens were given, but the model has 3 layers");
    refused("power", {9, 4, 0}, "whole number of at least 1");
    refused("power", {9, 4.5, 1}, "whole number of at least 1");
    refused("trbert", {0.5, 0.5}, "one number from 0 to 1");
    refused("trbert", {1.5}, "one number from 0 to 1");
    refused("first", {0.5}, "no tokens by a threshold");
}

TEST_CASE("another threshold changes one run only")
{
    const std::string text = "the plot is dull and the film is bad but the actor is truly great fun";
    const Opened power({.reduction = "power"}), trbert({.layers = 4, .reduction = "trbert"});
    const Trace own = traceOf(*power.classifier, text);
    const Trace other = traceOf(*power.classifier, text, {.interventions = {.eta = {5, 3, 1}}});
    CHECK(other.layers[0].keptCount() == 5);
    CHECK(other.layers[1].keptCount() == 3);
    CHECK(other.survivors == std::vector<std::uint32_t>{0});
    CHECK(traceOf(*power.classifier, text).survivors == own.survivors);
    const Trace all = traceOf(*trbert.classifier, text, {.interventions = {.eta = {0}}});
    CHECK(all.survivors.size() == all.encoding.pieces.size());
    const Trace none = traceOf(*trbert.classifier, text, {.interventions = {.eta = {1}}});
    CHECK(none.survivors == std::vector<std::uint32_t>{0});
}

TEST_CASE("thresholds are scaled, whatever the rule calls them")
{
    const std::string text = "the plot is dull and the film is bad but the actor is truly great fun";
    const Opened adapler({.eta = 0.5F}), gentle({.eta = 0.1F}), power({.reduction = "power", .keep = {12, 7, 3}}),
        trbert({.layers = 4, .reduction = "trbert"});
    const auto scaled = [&](const Opened &model, double scale) {
        return traceOf(*model.classifier, text, {.interventions = {.scale = scale}});
    };
    const auto kept = [](const Trace &trace) {
        std::size_t sum = 0;
        for (const LayerTrace &layer : trace.layers) {
            sum += layer.keptCount();
        }
        return sum;
    };
    for (const Opened *model : {&adapler, &power, &trbert}) {
        CHECK(kept(scaled(*model, 0.2)) > kept(traceOf(*model->classifier, text)));
    }
    for (const Opened *model : {&gentle, &power, &trbert}) {
        CHECK(kept(scaled(*model, 5)) < kept(traceOf(*model->classifier, text)));
    }
    const Trace harsher = scaled(adapler, 1.5);
    CHECK(harsher.layers[0].threshold == (1.0F / static_cast<float>(harsher.encoding.pieces.size())) * 0.75F);
    const Trace gentler = scaled(power, 0.5); // 24, 14 and 6 of 17 pieces
    CHECK(gentler.layers[0].keptCount() == gentler.encoding.pieces.size());
    CHECK(gentler.layers[1].keptCount() == 14);
    CHECK(gentler.layers[2].keptCount() == 6);
    CHECK(scaled(power, 1000).survivors == std::vector<std::uint32_t>{0});
    const Trace probability = scaled(trbert, 1.5);
    CHECK(probability.layers[1].threshold * probability.layers[1].scale == doctest::Approx(0.75));
    const Opened first({.reduction = "first"}), plain({.adaptive = false});
    CHECK_THROWS_WITH_AS((void)scaled(first, 2), doctest::Contains("no tokens by a threshold"), Error);
    CHECK_THROWS_WITH_AS((void)scaled(adapler, 0), doctest::Contains("a number above 0"), Error);
    CHECK_THROWS_WITH_AS((void)scaled(plain, 2), doctest::Contains("drops no tokens here"), Error);
}

TEST_CASE(
    "a classifier with scaled thresholds runs, and says what they are, as the interventions do; the first one stays")
{
    const std::string text = "the plot is dull and the film is bad but the actor is truly great fun";
    for (const std::string rule : {"adapler", "power", "trbert"}) {
        CAPTURE(rule);
        const Opened model({.layers = 4, .reduction = rule, .eta = 0.5F});
        const std::vector<double> own = model.classifier->thresholds();
        CHECK(own.size() == (rule == "trbert" ? 1 : 4));
        const auto keptOf = [&](Classifier &classifier) {
            const Encoding encoding = classifier.encode(text, std::nullopt);
            return classifier.runBatch(std::span(&encoding, 1), Pass::Reduced)->front();
        };
        const Outcome before = keptOf(*model.classifier);
        for (const double scale : {0.4, 1.0, 1.5}) {
            const auto scaled = model.classifier->scaled(scale);
            const Trace wanted = traceOf(*model.classifier, text, {.interventions = {.scale = scale}});
            const Outcome found = keptOf(*scaled);
            for (std::size_t l = 0; l < 4; ++l) {
                CHECK(found.alive[l + 1] == wanted.layers[l].keptCount());
            }
            CHECK(found.logits == wanted.reduced.logits);
            CHECK(flopsReduced(scaled->info(), found.alive) == wanted.cost.flopsReduced);
            const Trace set = traceOf(*model.classifier, text, {.interventions = {.eta = scaled->thresholds()}});
            CHECK(set.reduced.logits == found.logits);
            CHECK(traceOf(*scaled, text).plain.logits == wanted.plain.logits);
            CHECK((scale == 1) == (scaled->thresholds() == own));
            CHECK(scaled->identity() != model.classifier->identity());
        }
        CHECK(keptOf(*model.classifier).alive == before.alive);
        CHECK_THROWS_AS((void)model.classifier->scaled(0), Error);
    }
    const Opened floor({.reduction = "first"}), plain({.adaptive = false});
    CHECK(floor.classifier->thresholds().empty());
    CHECK(plain.classifier->thresholds().empty());
    CHECK_THROWS_WITH_AS((void)plain.classifier->scaled(2), doctest::Contains("no tokens by a threshold"), Error);
}

TEST_CASE("a user's tokens stay or go where PoWER-BERT decides, too")
{
    const Opened model({.reduction = "power", .keep = {3, 3, 3}});
    const std::string text = "the plot is dull and the film is bad";
    const Trace own = traceOf(*model.classifier, text);
    const std::uint32_t gone = 5, kept = own.survivors.back();
    REQUIRE(std::ranges::find(own.survivors, gone) == own.survivors.end());
    const Trace trace = traceOf(*model.classifier, text,
                                {.interventions = {.forced = {{.piece = gone, .stays = true},
                                                              {.piece = kept, .fromLayer = 1, .stays = false}}}});
    CHECK(std::ranges::find(trace.survivors, gone) != trace.survivors.end());
    CHECK(std::ranges::find(trace.survivors, kept) == trace.survivors.end());
    const auto masked = maskedLogits(ClassifierAccess::model(*model.classifier), trace.encoding, trace.layers);
    CHECK(difference(masked, trace.reduced.logits) < 1e-5);
}

TEST_CASE("the best stay, of equal ones the earlier, [CLS] always")
{
    const auto kept = [](const std::vector<float> &scores, std::size_t most) {
        Decision decision;
        keepBest(std::vector<float>{1, 1}, 1, decision); // another sequence before it
        keepBest(scores, most, decision);
        CHECK(decision.thresholds.size() == 2);
        CHECK(decision.raw.size() == scores.size() + 2);
        return std::pair(std::vector<std::uint8_t>(decision.kept.begin() + 2, decision.kept.end()),
                         decision.nearTies.back());
    };
    using Kept = std::vector<std::uint8_t>;
    CHECK(kept({0, 1, 3, 2}, 3) == std::pair(Kept{1, 0, 1, 1}, std::size_t{0}));
    CHECK(kept({9, 1, 3, 2}, 2) == std::pair(Kept{1, 0, 1, 0}, std::size_t{0}));
    CHECK(kept({0, 2, 2, 2, 1}, 3) == std::pair(Kept{1, 1, 1, 0, 0}, std::size_t{3}));
    CHECK(kept({0, 0, 0}, 2) == std::pair(Kept{1, 1, 0}, std::size_t{2}));
    CHECK(kept({0, 5, 6}, 1) == std::pair(Kept{1, 0, 0}, std::size_t{0}));
    CHECK(kept({0, 5, 5}, 3) == std::pair(Kept{1, 1, 1}, std::size_t{0}));
    CHECK(kept({0, 5, 5}, 100) == std::pair(Kept{1, 1, 1}, std::size_t{0}));
    CHECK(kept({4}, 1) == std::pair(Kept{1}, std::size_t{0}));
}

TEST_CASE("scores that are no numbers are an error, not a short text")
{
    for (const std::string rule : {"power", "trbert", "attention-topk"}) {
        CAPTURE(rule);
        const TemporaryFolder folder;
        writeTinyModel(folder.path(), {.layers = 4, .reduction = rule});
        Checkpoint checkpoint = readCheckpoint(folder.path());
        if (rule == "trbert") {
            selectorsOf(checkpoint.weights)[1].score.weight.fill_(3e38);
        } else {
            checkpoint.weights.layers[1].query.weight.fill_(3e38);
            checkpoint.weights.layers[1].key.weight.fill_(3e38);
        }
        writeCheckpoint(folder.path(), checkpoint, Storage::Float32);
        const auto classifier = Classifier::open(folder.path());
        const Encoding encoding = classifier->encode("a good film", std::nullopt);
        CHECK_THROWS_WITH_AS((void)classifier->runBatch(std::span(&encoding, 1), Pass::Reduced),
                             doctest::Contains("token scores that are not finite"), Error);
    }
}

TEST_CASE("selectors stand before layers 1 and L/2")
{
    CHECK(selectorPlaces(12) == std::vector<std::size_t>{1, 6});
    CHECK(selectorPlaces(6) == std::vector<std::size_t>{1, 3});
    CHECK(selectorPlaces(4) == std::vector<std::size_t>{1, 2});
    CHECK(selectorPlaces(3) == std::vector<std::size_t>{1});
    CHECK(selectorPlaces(2) == std::vector<std::size_t>{1});
    CHECK(selectorPlaces(1).empty());
}

TEST_CASE("a student with fewer layers is a plain model")
{
    for (const std::size_t layers : {1U, 2U, 3U, 6U}) {
        const Opened model({.layers = layers, .adaptive = false});
        const Trace trace = traceOf(*model.classifier, "a good film");
        CHECK_FALSE(trace.drops);
        CHECK(trace.layers.size() == layers);
        CHECK(trace.layers.back().drop == DropPlace::Nowhere);
        CHECK(trace.cost.speedup() == 1);
    }
}
