// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/measure/flops.h"
#include "core/model/checkpoint_p.h"
#include "core/model/classifier.h"
#include "core/reduction/adapler_p.h"
#include "core/reduction/reducedpass_p.h"
#include "tests/support/openedmodel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace adaplens;
using namespace adaplens::test;

TEST_CASE("kept sets shrink, [CLS] stays, scores sum to 1 and decide, on random models and texts")
{
    std::mt19937 random(7);
    std::size_t dropped = 0, partial = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Opened model(
            {.layers = 4, .thetaForward = seed % 2 == 0, .eta = 0.15F * static_cast<float>(seed), .seed = seed});
        const Checkpoint checkpoint = readCheckpoint(model.folder.path());
        for (const std::size_t words : {0U, 1U, 5U, 20U, 60U}) {
            const Trace trace = traceOf(*model.classifier, randomText(random, words));
            REQUIRE(trace.layers.size() == 4);
            std::vector<std::uint32_t> expected(trace.encoding.pieces.size());
            std::iota(expected.begin(), expected.end(), 0U);
            std::vector<std::uint32_t> alive = {static_cast<std::uint32_t>(expected.size())};
            for (std::size_t l = 0; l < 4; ++l) {
                const LayerTrace &layer = trace.layers[l];
                REQUIRE(layer.alive == expected);
                REQUIRE(layer.raw.size() == expected.size());
                const float eta = adaplerTensors(checkpoint.weights).eta[static_cast<std::int64_t>(l)].item<float>();
                CHECK(layer.threshold == (1.0F / static_cast<float>(expected.size())) * eta);
                CHECK(layer.alive.front() == 0);
                CHECK(layer.kept.front() == 1);
                CHECK(std::accumulate(layer.raw.begin(), layer.raw.end(), 0.0) == doctest::Approx(1).epsilon(1e-5));
                CHECK(std::accumulate(layer.adjusted.begin(), layer.adjusted.end(), 0.0) ==
                      doctest::Approx(1).epsilon(1e-5));
                CHECK((layer.raw == layer.adjusted) ==
                      (l == 0 || !adaplerSettings(model.classifier->info()).thetaForward || expected.size() == 1));
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
            CHECK(trace.cost.flopsPlain == flopsPlain(model.classifier->info(), alive.front()));
            dropped += alive.front() - alive.back();
            partial += alive.back() > 1 ? 1 : 0;
        }
    }
    CHECK(dropped > 200);
    CHECK(partial > 5);
}

TEST_CASE("a removed token has no influence on what comes after")
{
    // Everything but [CLS] dropped before the first layer: no other word can change the answer.
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {.layers = 2, .eta = 1});
    Checkpoint checkpoint = readCheckpoint(folder.path());
    const Tokenizer tokenizer(checkpoint.vocabulary, checkpoint.tokenizer);
    // A rule by hand: keep the given pieces at layer 0.
    class Only : public Reducer {
    public:
        explicit Only(std::vector<std::uint8_t> kept) : m_kept(std::move(kept)) {}
        std::optional<Decision> beforeAttention(std::size_t layer, const at::Tensor &,
                                                const AliveTokens &) const override
        {
            if (layer > 0) {
                return std::nullopt;
            }
            return Decision{{}, {}, m_kept, {}, {0.0F}, {0}};
        }

    private:
        std::vector<std::uint8_t> m_kept;
    };
    const auto logits = [&](const std::string &text, std::vector<std::uint8_t> kept) {
        const Encoding encoding = tokenizer.encode(text, std::nullopt, 16);
        const Encoding *const one[] = {&encoding};
        kept.resize(encoding.pieces.size());
        const auto pass = runReduced(checkpoint.weights, checkpoint.info, BatchInput::of(one), Only(kept));
        REQUIRE(pass.has_value());
        CHECK(pass->alive[0][1] == static_cast<std::uint32_t>(std::count(kept.begin(), kept.end(), 1)));
        return pass->logits;
    };
    CHECK(at::equal(logits("good film", {1}), logits("bad plot", {1})));
    CHECK(at::equal(logits("good film", {1, 0, 1}), logits("bad film", {1, 0, 1})));
    // The same word at another place is another input: positions stay those of the original text.
    CHECK_FALSE(at::equal(logits("film good", {1, 1, 0}), logits("good film", {1, 0, 1})));
}

TEST_CASE("with nothing dropped the reduced pass is the plain one")
{
    const Opened model({.twin = false, .eta = 1e-6F});
    const Trace trace = traceOf(*model.classifier, "the film is not very good");
    CHECK(trace.plainModel == "same weights");
    CHECK(trace.survivors.size() == trace.encoding.pieces.size());
    CHECK(difference(trace.reduced.logits, trace.plain.logits) == 0);
    CHECK(trace.reduced.label == trace.plain.label);
}

TEST_CASE("a batch gives the numbers of one text at a time")
{
    std::mt19937 random(11);
    for (const bool forward : {false, true}) {
        const Opened model({.layers = 4, .hidden = 32, .thetaForward = forward, .eta = 0.6F, .seed = 3});
        std::vector<Encoding> batch;
        for (const std::size_t words : {3U, 40U, 0U, 17U, 60U, 8U, 8U, 25U}) {
            batch.push_back(model.classifier->encode(randomText(random, words), std::nullopt));
        }
        for (const Pass pass : {Pass::Plain, Pass::Reduced, Pass::Unreduced}) {
            const auto together = model.classifier->runBatch(batch, pass);
            REQUIRE(together.has_value());
            REQUIRE(together->size() == batch.size());
            std::size_t dropped = 0;
            for (std::size_t b = 0; b < batch.size(); ++b) {
                const auto alone = model.classifier->runBatch(std::span(&batch[b], 1), pass);
                REQUIRE(alone.has_value());
                CHECK(difference((*together)[b].logits, alone->front().logits) <= 1e-5);
                CHECK((*together)[b].alive == alone->front().alive);
                CHECK((*together)[b].nearTies == alone->front().nearTies);
                CHECK((*together)[b].alive.size() == 5);
                dropped += (*together)[b].alive.front() - (*together)[b].alive.back();
            }
            CHECK((dropped > 0) == (pass == Pass::Reduced));
        }
    }
}

TEST_CASE("a trace and a batch run agree")
{
    const Opened model({.pairs = true});
    const std::string text = "the film is fine", pair = "a dull plot";
    const auto trace = model.classifier->run(text, pair, RunOptions{});
    REQUIRE(trace.has_value());
    CHECK(trace->plainModel == "twin");
    CHECK(trace->pair == pair);
    CHECK(trace->model == "Tiny");
    const Encoding encoding = model.classifier->encode(text, pair);
    const auto reduced = model.classifier->runBatch(std::span(&encoding, 1), Pass::Reduced);
    const auto plain = model.classifier->runBatch(std::span(&encoding, 1), Pass::Plain);
    CHECK(difference(trace->reduced.logits, reduced->front().logits) == 0);
    CHECK(difference(trace->plain.logits, plain->front().logits) == 0);
    CHECK(difference(trace->plain.logits, trace->reduced.logits) > 0);
    CHECK(std::accumulate(trace->plain.probabilities.begin(), trace->plain.probabilities.end(), 0.0) ==
          doctest::Approx(1));
}

TEST_CASE("theta rescales the share of [CLS] from layer 1 on, and never to nothing")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {.thetaForward = true, .eta = 1e-6F});
    Checkpoint checkpoint = readCheckpoint(folder.path());
    adaplerTensors(checkpoint.weights).theta[0] = 3.0;
    adaplerTensors(checkpoint.weights).theta[1] = -5.0; // counts as 0.001
    writeCheckpoint(folder.path(), checkpoint, Storage::Float32);
    const auto classifier = Classifier::open(folder.path());
    const Trace trace = traceOf(*classifier, "a good film");
    const auto check = [&](std::size_t l, double factor) {
        const LayerTrace &layer = trace.layers[l];
        const double sum = 1 + (factor - 1) * layer.raw[0];
        CHECK(layer.adjusted[0] == doctest::Approx(layer.raw[0] * factor / sum).epsilon(1e-4));
        CHECK(layer.adjusted[2] == doctest::Approx(layer.raw[2] / sum).epsilon(1e-4));
    };
    check(0, 1);
    check(1, 3);
    check(2, 0.001);
}

TEST_CASE("near ties are counted")
{
    // Predictors that give every token the same score: S = 1/n, and eta = 1 makes the threshold 1/n too.
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {.eta = 1});
    Checkpoint checkpoint = readCheckpoint(folder.path());
    for (const PredictorWeights &predictor : adaplerTensors(checkpoint.weights).predictors) {
        predictor.score.weight.zero_();
    }
    writeCheckpoint(folder.path(), checkpoint, Storage::Float32);
    const auto classifier = Classifier::open(folder.path());
    const Encoding encoding = classifier->encode("good film", std::nullopt);
    const auto tied = classifier->runBatch(std::span(&encoding, 1), Pass::Reduced);
    REQUIRE(tied.has_value());
    REQUIRE(encoding.pieces.size() == 4); // 1/4 is exact: every token ties at each of the three layers and stays
    CHECK(tied->front().alive == std::vector<std::uint32_t>{4, 4, 4, 4});
    CHECK(tied->front().nearTies == 9);
    CHECK(classifier->runBatch(std::span(&encoding, 1), Pass::Unreduced)->front().nearTies == 0);
}

TEST_CASE("contribution scores that are no numbers are an error, not a short text")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path());
    Checkpoint checkpoint = readCheckpoint(folder.path());
    adaplerTensors(checkpoint.weights).predictors[1].score.weight.fill_(3e38); // finite, but what it gives is not
    writeCheckpoint(folder.path(), checkpoint, Storage::Float32);
    const auto classifier = Classifier::open(folder.path());
    const Encoding encoding = classifier->encode("a good film", std::nullopt);
    CHECK_THROWS_WITH_AS((void)classifier->runBatch(std::span(&encoding, 1), Pass::Reduced),
                         doctest::Contains("contribution scores that are not finite"), Error);
    CHECK(classifier->runBatch(std::span(&encoding, 1), Pass::Unreduced).has_value());
}
