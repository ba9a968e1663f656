// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/classifier.h"

#include "core/encoder/encoder_p.h"
#include "core/error.h"
#include "core/model/checkpoint_p.h"
#include "tests/support/openedmodel.h"

#include <ATen/core/grad_mode.h>
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <numeric>

using namespace adaplens;
using namespace adaplens::test;

TEST_CASE("a plain model drops nothing and shows attention or saliency")
{
    const Opened model({.adaptive = false});
    std::vector<std::vector<float>> seen;
    for (const ScoreKind kind : {ScoreKind::Attention, ScoreKind::Saliency}) {
        const Trace trace = traceOf(*model.classifier, "this film is not bad", {.plainScore = kind});
        CHECK_FALSE(trace.drops);
        CHECK(trace.score == kind);
        CHECK(trace.survivors.size() == trace.encoding.pieces.size());
        CHECK(trace.cost.speedup() == 1.0);
        CHECK(trace.cost.speedupWall() == 1.0);
        CHECK(difference(trace.reduced.logits, trace.plain.logits) < 1e-6);
        for (const LayerTrace &layer : trace.layers) {
            CHECK(layer.threshold == 0.0F);
            CHECK(layer.keptCount() == layer.alive.size());
            CHECK(std::accumulate(layer.raw.begin(), layer.raw.end(), 0.0) == doctest::Approx(1).epsilon(1e-5));
            CHECK(layer.raw == layer.adjusted);
            seen.push_back(layer.raw);
        }
    }
    REQUIRE(seen.size() == 6);
    CHECK(difference(seen[0], seen[3]) > 1e-3);
    CHECK(seen[0] != seen[1]);
}

TEST_CASE("saliency is the derivative that finite differences give")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {.layers = 2, .adaptive = false});
    const auto classifier = Classifier::open(folder.path());
    const Trace trace = traceOf(*classifier, "a good film", {.plainScore = ScoreKind::Saliency});
    const Checkpoint checkpoint = readCheckpoint(folder.path());
    const Encoding *const one[] = {&trace.encoding};
    const BatchInput input = BatchInput::of(one);
    const at::NoGradGuard guard;
    const at::Tensor rows = embed(checkpoint.weights, checkpoint.info, input, {});
    const auto logit = [&](const at::Tensor &states) {
        at::Tensor h = states;
        for (const LayerWeights &layer : checkpoint.weights.layers) {
            h = runLayer(layer, checkpoint.info, h, input.layout, {});
        }
        return classify(checkpoint.weights, h, input.layout, {})[0][static_cast<std::int64_t>(trace.plain.label)]
            .item<double>();
    };
    std::vector<double> expected;
    double sum = 0;
    for (std::int64_t i = 0; i < rows.size(0); ++i) {
        double square = 0;
        for (std::int64_t k = 0; k < rows.size(1); ++k) {
            constexpr double step = 1e-2;
            at::Tensor up = rows.clone(), down = rows.clone();
            up[i][k] += step;
            down[i][k] -= step;
            const double term = (logit(up) - logit(down)) / (2 * step) * rows[i][k].item<double>();
            square += term * term;
        }
        expected.push_back(std::sqrt(square));
        sum += expected.back();
    }
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(trace.layers[0].raw[i] == doctest::Approx(expected[i] / sum).epsilon(0.01));
    }
}

TEST_CASE("asked to drop nothing, an AdapLeR model shows its twin")
{
    const Opened model;
    const Trace trace = traceOf(*model.classifier, "the film is fine", {.plain = true});
    CHECK_FALSE(trace.drops);
    CHECK(trace.score == ScoreKind::Attention);
    CHECK(trace.plainModel == "twin");
    CHECK(trace.cost.speedup() == 1.0);
    CHECK(difference(trace.reduced.logits, traceOf(*model.classifier, "the film is fine").plain.logits) < 1e-6);
}

TEST_CASE("passes are timed as often as asked")
{
    const Opened model;
    const Trace timed = traceOf(*model.classifier, "the film is fine", {.timingRuns = 3});
    CHECK(timed.cost.runs == 3);
    CHECK(timed.cost.msPlain > 0);
    CHECK(timed.cost.msReduced > 0);
    CHECK(timed.cost.threads >= 1);
    CHECK(timed.cost.device == "cpu");
    const Trace untimed = traceOf(*model.classifier, "the film is fine", {.timingRuns = 0});
    CHECK(untimed.cost.runs == 0);
    CHECK(untimed.cost.msPlain == 0);
    CHECK(untimed.plain.logits == timed.plain.logits);
}

TEST_CASE("a stopped run gives nothing")
{
    const Opened model;
    std::stop_source source;
    source.request_stop();
    CHECK_FALSE(model.classifier->run("a film", std::nullopt, {}, source.get_token()).has_value());
    CHECK_FALSE(
        model.classifier
            ->run("a film", std::nullopt, {.plain = true, .plainScore = ScoreKind::Saliency}, source.get_token())
            .has_value());
    const Encoding encoding = model.classifier->encode("a film", std::nullopt);
    CHECK_FALSE(model.classifier->runBatch(std::span(&encoding, 1), Pass::Reduced, source.get_token()).has_value());
    CHECK(model.classifier->runBatch({}, Pass::Reduced)->empty());
}

TEST_CASE("opening a model that nobody waits for ends early")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path() / "model", {});
    std::ofstream(folder.path() / "model" / "plain" / "model.safetensors") << "damaged"; // the last that is read
    CHECK_THROWS_AS((void)Classifier::open(folder.path() / "model"), Error);
    std::stop_source source;
    source.request_stop();
    CHECK(Classifier::open(folder.path() / "model", Precision::Float32, {}, source.get_token()) == nullptr);
}

TEST_CASE("encodings that do not fit the model are refused, long texts are cut")
{
    const Opened model({.maxLength = 8});
    std::mt19937 random(1);
    const Encoding cut = model.classifier->encode(randomText(random, 50), std::nullopt);
    CHECK(cut.pieces.size() == 8);
    CHECK(cut.cutPieces == 44);
    CHECK(model.classifier->encode("a good film", std::nullopt, 4).pieces.size() == 4);
    CHECK(model.classifier->encode("a good film", std::nullopt, 400).pieces.size() == 5);

    Encoding wrong = cut;
    wrong.pieces.push_back(wrong.pieces.back());
    CHECK_THROWS_WITH_AS((void)model.classifier->run("x", std::nullopt, wrong, {}), doctest::Contains("reads 1 to 8"),
                         Error);
    CHECK_THROWS_AS((void)model.classifier->runBatch(std::span(&wrong, 1), Pass::Plain), Error);
    wrong = cut;
    wrong.pieces[3].id = 100000;
    CHECK_THROWS_WITH_AS((void)model.classifier->run("x", std::nullopt, wrong, {}), doctest::Contains("does not know"),
                         Error);
    wrong.pieces[3].id = -1;
    CHECK_THROWS_AS((void)model.classifier->run("x", std::nullopt, wrong, {}), Error);
    wrong.pieces.clear();
    CHECK_THROWS_AS((void)model.classifier->run("x", std::nullopt, wrong, {}), Error);
}

TEST_CASE("a twin that does not fit is refused")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path());
    writeTinyModel(folder.path() / "plain", {.labels = {"no", "yes"}, .adaptive = false});
    CHECK_THROWS_WITH_AS((void)Classifier::open(folder.path()), doctest::Contains("its labels differ"), Error);
    writeTinyModel(folder.path() / "plain", {.twin = false});
    CHECK_THROWS_WITH_AS((void)Classifier::open(folder.path()), doctest::Contains("drops tokens itself"), Error);
    writeTinyModel(folder.path() / "plain", {.maxLength = 32, .adaptive = false});
    CHECK_THROWS_WITH_AS((void)Classifier::open(folder.path()), doctest::Contains("shorter texts"), Error);
    // Methods would have another number of rows than the model has layers.
    for (const TinyModel &other : {TinyModel{.layers = 2, .adaptive = false}, TinyModel{.layers = 4, .adaptive = false},
                                   TinyModel{.hidden = 32, .adaptive = false}}) {
        writeTinyModel(folder.path() / "plain", other);
        CHECK_THROWS_WITH_AS((void)Classifier::open(folder.path()), doctest::Contains("its layers differ"), Error);
    }
}
