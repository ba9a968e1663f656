// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attribute.h"
#include "core/attribution/method.h"
#include "core/measure/flops.h"
#include "core/error.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"
#include "tests/support/worse.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace adaplens;
using namespace adaplens::test;

namespace {

const std::string text = "the film is not very good but the plot was truly unforgettable !";

/// An opened tiny model with the folder it came from.
struct Opened {
    explicit Opened(const TinyModel &shape = {.eta = 0.6F})
    {
        writeTinyModel(folder.path(), shape);
        classifier = Classifier::open(folder.path());
    }
    [[nodiscard]] Attribution score(const AttributionOptions &options, const std::string &what = text) const
    {
        const auto result = attribute(*classifier, classifier->encode(what, std::nullopt), options);
        REQUIRE(result.has_value());
        return *result;
    }
    /// The scores of one method.
    [[nodiscard]] TokenScores one(ScoreMethod method, AttributionOptions options = {}) const
    {
        options.methods = {method};
        return score(options).scores.front();
    }
    TemporaryFolder folder;
    std::unique_ptr<Classifier> classifier;
};

double largestDifference(const std::vector<float> &a, const std::vector<float> &b)
{
    REQUIRE(a.size() == b.size());
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        largest = test::worse(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    }
    return largest;
}

double sumOf(const std::vector<float> &row)
{
    return std::accumulate(row.begin(), row.end(), 0.0);
}

} // namespace

TEST_CASE("methods have the names of the command line and know whether they see layers")
{
    std::vector<std::string> names;
    for (const ScoreMethod method : allScoreMethods()) {
        names.emplace_back(nameOf(method));
        CHECK(scoreMethodNamed(nameOf(method)) == method);
    }
    CHECK(names == std::vector<std::string>{"cp", "attention", "attention-received", "rollout", "saliency", "ig", "loo",
                                            "random"});
    CHECK(hasLayers(ScoreMethod::Contribution));
    CHECK(hasLayers(ScoreMethod::Rollout));
    CHECK_FALSE(hasLayers(ScoreMethod::LeaveOneOut));
    CHECK_FALSE(hasLayers(ScoreMethod::Random));
    for (const ScoreMethod method : allScoreMethods()) {
        CHECK(isOwnScore(method) == (method == ScoreMethod::Contribution));
        CHECK(isSlow(method) == (method == ScoreMethod::IntegratedGradients || method == ScoreMethod::LeaveOneOut));
    }
    CHECK(usualScoreMethods() == std::vector{ScoreMethod::Contribution, ScoreMethod::Attention, ScoreMethod::Rollout,
                                             ScoreMethod::Saliency, ScoreMethod::Random});
    CHECK(std::string(titleOf(ScoreMethod::IntegratedGradients)) == "Integrated gradients");
    CHECK_THROWS_WITH_AS((void)scoreMethodNamed("lime"), doctest::Contains("cp, attention, attention-received"), Error);
}

TEST_CASE("every method gives a row a layer, or one, and unsigned ones sum to 1")
{
    const Opened model;
    const Attribution result = model.score({.methods = allScoreMethods()});
    REQUIRE(result.scores.size() == allScoreMethods().size());
    const std::size_t pieces = model.classifier->encode(text, std::nullopt).pieces.size();
    for (std::size_t m = 0; m < result.scores.size(); ++m) {
        const TokenScores &scores = result.scores[m];
        CAPTURE(nameOf(scores.method));
        CHECK(scores.method == allScoreMethods()[m]);
        CHECK(scores.layers.size() == (hasLayers(scores.method) ? 3 : 1));
        const bool isSigned =
            scores.method == ScoreMethod::IntegratedGradients || scores.method == ScoreMethod::LeaveOneOut;
        for (const auto &row : scores.layers) {
            CHECK(row.size() == pieces);
            if (!isSigned) {
                CHECK(sumOf(row) == doctest::Approx(1).epsilon(1e-5));
                CHECK(*std::min_element(row.begin(), row.end()) >= 0);
            }
        }
        CHECK(scores.target.has_value() == (isSigned || scores.method == ScoreMethod::Saliency));
        CHECK(scores.completeness.has_value() == (scores.method == ScoreMethod::IntegratedGradients));
        CHECK(scores.source == (scores.method == ScoreMethod::Contribution ? "AdapLeR model"
                                : scores.method == ScoreMethod::Random     ? ""
                                                                           : "plain twin"));
    }
}

TEST_CASE("predictions, kept tokens and operations are those of a trace")
{
    for (const TinyModel &shape : {TinyModel{.layers = 4, .eta = 0.6F}, TinyModel{.thetaForward = true, .eta = 0.8F},
                                   TinyModel{.twin = false, .eta = 0.7F}, TinyModel{.adaptive = false}}) {
        const Opened model(shape);
        const auto trace = model.classifier->run(text, std::nullopt, RunOptions{});
        REQUIRE(trace.has_value());
        for (const bool fromAdapler : {false, true}) {
            const Attribution result =
                model.score({.methods = {ScoreMethod::Attention, ScoreMethod::Random}, .fromAdapler = fromAdapler});
            CHECK(largestDifference(result.plain.logits, trace->plain.logits) <= 1e-5);
            CHECK(largestDifference(result.reduced.logits, trace->reduced.logits) <= 1e-5);
            CHECK(result.reduced.label == trace->reduced.label);
            CHECK(result.flopsPlain == trace->cost.flopsPlain);
            CHECK(result.flopsReduced == trace->cost.flopsReduced);
            REQUIRE(result.kept.size() == trace->layers.size());
            for (std::size_t l = 0; l < trace->layers.size(); ++l) {
                std::vector<std::uint8_t> kept(trace->encoding.pieces.size(), 0);
                for (std::size_t i = 0; i < trace->layers[l].alive.size(); ++i) {
                    kept[trace->layers[l].alive[i]] = trace->layers[l].kept[i];
                }
                CHECK(result.kept[l] == kept);
            }
            CHECK(result.scores.front().source == (!shape.adaptive || (!shape.twin && !fromAdapler) ? "same weights"
                                                   : fromAdapler                                    ? "AdapLeR model"
                                                                                                    : "plain twin"));
        }
    }
}

TEST_CASE("contributions are the trace's, and of dropped tokens 0 or what was last seen")
{
    const Opened model({.layers = 4, .thetaForward = true, .eta = 0.7F});
    const auto trace = model.classifier->run(text, std::nullopt, RunOptions{});
    REQUIRE(trace.has_value());
    const TokenScores zero = model.one(ScoreMethod::Contribution);
    const TokenScores last = model.one(ScoreMethod::Contribution, {.dropped = DroppedScore::LastSeen});
    const TokenScores raw = model.one(ScoreMethod::Contribution, {.raw = true});
    std::vector<float> seen(trace->encoding.pieces.size(), -1.0F);
    std::size_t gone = 0;
    for (std::size_t l = 0; l < trace->layers.size(); ++l) {
        const LayerTrace &layer = trace->layers[l];
        std::vector<float> expected(seen.size(), 0.0F), expectedRaw(seen.size(), 0.0F);
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            expected[layer.alive[i]] = seen[layer.alive[i]] = layer.adjusted[i];
            expectedRaw[layer.alive[i]] = layer.raw[i];
        }
        CHECK(zero.layers[l] == expected);
        CHECK(raw.layers[l] == expectedRaw);
        CHECK(last.layers[l] == seen);
        gone += static_cast<std::size_t>(std::count(expected.begin(), expected.end(), 0.0F));
    }
    CHECK(gone > 3);
    CHECK(zero.layers != last.layers);
    CHECK(zero.layers != raw.layers);
}

TEST_CASE("a model that drops nothing has no scores of its own")
{
    const Opened model({.adaptive = false});
    const Encoding encoding = model.classifier->encode(text, std::nullopt);
    CHECK_THROWS_WITH_AS((void)attribute(*model.classifier, encoding, {.methods = {ScoreMethod::Contribution}}),
                         doctest::Contains("drops no tokens, so it has no scores"), Error);
    CHECK_THROWS_WITH_AS((void)attribute(*model.classifier, encoding, {.methods = {}, .target = 2}),
                         doctest::Contains("2 classes"), Error);
    Encoding tooLong = encoding;
    tooLong.pieces.resize(65, encoding.pieces[1]);
    CHECK_THROWS_AS((void)attribute(*model.classifier, tooLong, {}), Error);
}

TEST_CASE("the class explained is the predicted one unless another is asked for")
{
    const Opened model;
    const std::size_t predicted = model.score({}).plain.label;
    const TokenScores own = model.one(ScoreMethod::LeaveOneOut);
    CHECK(own.target == std::optional(predicted));
    const TokenScores other = model.one(ScoreMethod::LeaveOneOut, {.target = 1 - predicted});
    CHECK(other.target == std::optional(1 - predicted));
    // Of two classes, what one gains the other loses.
    for (std::size_t i = 0; i < own.layers.front().size(); ++i) {
        CHECK(own.layers.front()[i] == doctest::Approx(-other.layers.front()[i]).epsilon(1e-3));
    }
}

TEST_CASE("weights asked for are those that are scored")
{
    const Opened model;
    const Opened alone({.twin = false, .eta = 0.6F});
    for (const ScoreMethod method : {ScoreMethod::Attention, ScoreMethod::Rollout, ScoreMethod::Saliency,
                                     ScoreMethod::IntegratedGradients, ScoreMethod::LeaveOneOut}) {
        CAPTURE(nameOf(method));
        const TokenScores twin = model.one(method);
        const TokenScores adapler = model.one(method, {.fromAdapler = true});
        CHECK(adapler.source == "AdapLeR model");
        CHECK(largestDifference(twin.layers.back(), adapler.layers.back()) > 1e-4);
        // Without a twin the same weights stand in for it.
        CHECK(largestDifference(alone.one(method).layers.back(), adapler.layers.back()) <= 1e-5);
    }
}

TEST_CASE("random scores depend on seed and text, not on what was scored before")
{
    const Opened model;
    const TokenScores first = model.one(ScoreMethod::Random, {.seed = 1});
    const TokenScores other = model.one(ScoreMethod::Random, {.seed = 2});
    CHECK(first.layers != other.layers);
    CHECK(model.one(ScoreMethod::Random, {.seed = 1}).layers == first.layers);
    const auto ofOtherText = [&](const std::string &what) {
        return model.score({.methods = {ScoreMethod::Random}, .seed = 1}, what).scores.front().layers.front().front();
    };
    CHECK(ofOtherText("a good film") != ofOtherText("a bad film"));
    CHECK(ofOtherText("bad good film") != ofOtherText("good bad film"));
}

TEST_CASE("integrated gradients and leave-one-out tell how far they are and can be stopped")
{
    const Opened model;
    const Encoding encoding = model.classifier->encode(text, std::nullopt);
    const std::size_t content = encoding.pieces.size() - 2;
    std::vector<std::size_t> done;
    std::size_t total = 0;
    AttributionOptions options{.methods = {ScoreMethod::IntegratedGradients, ScoreMethod::LeaveOneOut}, .steps = 7};
    options.progress = [&](std::size_t d, std::size_t t) {
        done.push_back(d);
        total = t;
    };
    REQUIRE(attribute(*model.classifier, encoding, options).has_value());
    CHECK(total == 7 + content);
    CHECK(done.front() == 0);
    CHECK(done.back() == total);
    CHECK(std::is_sorted(done.begin(), done.end()));

    for (const ScoreMethod method : {ScoreMethod::IntegratedGradients, ScoreMethod::LeaveOneOut}) {
        std::stop_source source;
        AttributionOptions slow{.methods = {method}, .steps = 3};
        slow.progress = [&](std::size_t, std::size_t) { source.request_stop(); };
        CHECK_FALSE(attribute(*model.classifier, encoding, slow, source.get_token()).has_value());
    }
    std::stop_source stopped;
    stopped.request_stop();
    CHECK_FALSE(attribute(*model.classifier, encoding, {.methods = {ScoreMethod::Contribution}}, stopped.get_token()));
    CHECK_FALSE(attribute(*model.classifier, encoding, {.methods = {ScoreMethod::Saliency}}, stopped.get_token()));
}

TEST_CASE("more steps bring integrated gradients closer to completeness")
{
    const Opened model;
    const auto error = [&](std::size_t steps) {
        return *model.one(ScoreMethod::IntegratedGradients, {.steps = steps}).completeness;
    };
    CHECK(error(200) < error(2));
    CHECK(error(200) < 1e-2);
}

TEST_CASE("integrated gradients go on where one chunk of points ends and the next begins")
{
    // Of so long a text some 430 points run at a time: 1,200 make three chunks, 400 one.
    const Opened model({.layers = 3, .eta = 0.6F});
    std::string longText;
    for (int i = 0; i < 15; ++i)
        longText += i % 2 == 0 ? "the film was good " : "a bad plot but ";
    REQUIRE(model.classifier->encode(longText, std::nullopt).pieces.size() > 50);
    std::vector<std::size_t> done;
    const auto scores = [&](std::size_t steps) {
        done.clear();
        return model
            .score({.methods = {ScoreMethod::IntegratedGradients},
                    .steps = steps,
                    .progress = [&](std::size_t d, std::size_t) { done.push_back(d); }},
                   longText)
            .scores.front();
    };
    const TokenScores one = scores(400);
    CHECK(done == std::vector<std::size_t>{0, 400});
    const TokenScores many = scores(1200);
    CHECK(done.size() >= 3);
    CHECK(done.back() == 1200);
    CHECK(largestDifference(one.layers.front(), many.layers.front()) <= 1e-3);
    CHECK(*many.completeness <= 1e-3);
}

TEST_CASE("a text of nothing but special pieces has scores too")
{
    const Opened model;
    const Attribution result = model.score({.methods = allScoreMethods()}, "");
    for (const TokenScores &scores : result.scores) {
        CAPTURE(nameOf(scores.method));
        for (const auto &row : scores.layers) {
            CHECK(row.size() == 2);
            CHECK(std::isfinite(row[0]));
        }
        if (scores.method == ScoreMethod::LeaveOneOut || scores.method == ScoreMethod::IntegratedGradients) {
            CHECK(scores.layers.front() == std::vector<float>{0, 0});
        }
    }
}

TEST_CASE("the estimate grows with the work")
{
    const Opened model;
    const Encoding encoding = model.classifier->encode(text, std::nullopt);
    const auto estimate = [&](ScoreMethod method, std::size_t steps) {
        return estimateSeconds(*model.classifier, encoding, {.methods = {method}, .steps = steps});
    };
    CHECK(estimate(ScoreMethod::Attention, 1) > 0);
    CHECK(estimate(ScoreMethod::IntegratedGradients, 100000) > estimate(ScoreMethod::IntegratedGradients, 10));
}
