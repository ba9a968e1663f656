// SPDX-License-Identifier: GPL-3.0-or-later
// What a user decides instead of the model's rule.
#include "core/error.h"
#include "core/model/classifier_p.h"
#include "core/reduction/adapler_p.h"
#include "core/trace/tracejson.h"
#include "tests/core/reduction/masked.h"
#include "tests/support/openedmodel.h"

#include <ATen/core/grad_mode.h>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace adaplens;
using namespace adaplens::test;

namespace {

const std::string text = "the plot is dull and the film is bad but the actor is truly great fun";

std::vector<float> masked(const Opened &model, const Trace &trace)
{
    return maskedLogits(ClassifierAccess::model(*model.classifier), trace.encoding, trace.layers);
}

/// Whether the layers keep the piece; empty where it is gone.
std::optional<bool> kept(const Trace &trace, std::size_t layer, std::uint32_t piece)
{
    const auto &alive = trace.layers.at(layer).alive;
    const auto place = std::find(alive.begin(), alive.end(), piece);
    return place == alive.end()
               ? std::nullopt
               : std::optional(trace.layers[layer].kept[static_cast<std::size_t>(place - alive.begin())] != 0);
}

Trace changed(const Opened &model, const Interventions &interventions)
{
    return traceOf(*model.classifier, text, {.interventions = interventions});
}

} // namespace

TEST_CASE("without interventions nothing is forced, and nothing changes")
{
    const Opened model({.layers = 4, .eta = 0.7F});
    const Trace own = changed(model, {});
    for (const LayerTrace &layer : own.layers) {
        CHECK(layer.forced.empty());
    }
    CHECK(traceToJson(own).find("forced") == std::string::npos);
    const Trace same = changed(model, {.eta = std::vector<double>(4, 0.7)});
    CHECK(same.reduced.logits == own.reduced.logits);
    CHECK(same.survivors == own.survivors);
}

TEST_CASE("another eta moves the thresholds of its layer")
{
    for (const bool forward : {false, true}) {
        const Opened model({.layers = 4, .thetaForward = forward, .eta = 0.5F});
        const Trace own = changed(model, {}), other = changed(model, {.eta = {0.5, 1, 0.01, 0.8}});
        CHECK(other.layers[0].threshold == own.layers[0].threshold);
        for (std::size_t l = 0; l < 4; ++l) {
            const LayerTrace &layer = other.layers[l];
            const float eta = std::vector<float>{0.5F, 1, 0.01F, 0.8F}[l];
            CHECK(layer.threshold == (1.0F / static_cast<float>(layer.alive.size())) * eta);
            for (std::size_t i = 1; i < layer.alive.size(); ++i) {
                CHECK((layer.kept[i] != 0) == (layer.adjusted[i] >= layer.threshold));
            }
        }
        CHECK(other.layers[1].keptCount() < own.layers[1].keptCount());
        CHECK(difference(masked(model, other), other.reduced.logits) < 1e-5);
        CHECK(changed(model, {}).reduced.logits == own.reduced.logits); // the model is as it was
    }
}

TEST_CASE("a token stays or goes from the layer on that the user says, and removed is still masked")
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Opened model({.layers = 4, .eta = 0.25F, .seed = seed});
        const Trace own = changed(model, {});
        // One token that the model drops at once, one that it keeps for two layers.
        const auto pieceOf = [](const LayerTrace &layer, bool wanted) -> std::uint32_t {
            for (std::size_t i = 1; i < layer.alive.size(); ++i) {
                if ((layer.kept[i] != 0) == wanted) {
                    return layer.alive[i];
                }
            }
            return 0;
        };
        const std::uint32_t dropped = pieceOf(own.layers[0], false), survivor = pieceOf(own.layers[1], true);
        REQUIRE(dropped != 0);
        REQUIRE(survivor != 0);
        const Interventions wanted{.eta = {},
                                   .forced = {{.piece = dropped, .fromLayer = 0, .stays = true},
                                              {.piece = survivor, .fromLayer = 1, .stays = false}}};
        const Trace trace = changed(model, wanted);
        CHECK(kept(trace, 0, survivor) == true);
        CHECK(kept(trace, 1, survivor) == false);
        CHECK_FALSE(kept(trace, 2, survivor).has_value());
        for (std::size_t l = 0; l < 4; ++l) {
            CHECK(kept(trace, l, dropped) == true);
            const LayerTrace &layer = trace.layers[l];
            REQUIRE(layer.forced.size() == layer.alive.size());
            for (std::size_t i = 0; i < layer.alive.size(); ++i) {
                const bool forced = layer.alive[i] == dropped || (layer.alive[i] == survivor && l >= 1);
                CHECK((layer.forced[i] != 0) == forced);
                if (!forced && i > 0) {
                    CHECK((layer.kept[i] != 0) == (layer.adjusted[i] >= layer.threshold));
                }
            }
        }
        CHECK(std::ranges::count(trace.survivors, dropped) == 1);
        CHECK(difference(trace.reduced.logits, own.reduced.logits) > 0);
        CHECK(difference(masked(model, trace), trace.reduced.logits) < 1e-5);
        CHECK(trace.plain.logits == own.plain.logits);
        const auto json = nlohmann::json::parse(traceToJson(trace));
        CHECK(json["layers"][0]["forced"].size() == trace.layers[0].alive.size());
    }
}

TEST_CASE("of several wishes about a token the last that applies counts")
{
    const Opened model({.layers = 3, .eta = 0.7F});
    const Trace trace = changed(
        model, {.eta = {},
                .forced = {{.piece = 2, .fromLayer = 0, .stays = true}, {.piece = 2, .fromLayer = 1, .stays = false}}});
    CHECK(kept(trace, 0, 2) == true);
    CHECK(kept(trace, 1, 2) == false);
}

TEST_CASE("interventions that do not fit are errors")
{
    const Opened model({.layers = 3});
    const auto refused = [&](const Interventions &interventions, const char *expected) {
        CHECK_THROWS_WITH_AS((void)changed(model, interventions), doctest::Contains(expected), Error);
    };
    refused({.eta = {0.5, 0.5}}, "Eta has 2 values, but the model has 3 layers");
    refused({.eta = {0.5, 0.5, 1.5}}, "must lie between 0.01 and 1");
    refused({.eta = {}, .forced = {{.piece = 0, .fromLayer = 0, .stays = false}}}, "[CLS] always stays");
    refused({.eta = {}, .forced = {{.piece = 1, .fromLayer = 3, .stays = false}}}, "layers 0 to 2");
    refused({.eta = {}, .forced = {{.piece = 500, .fromLayer = 0, .stays = false}}}, "Token 500 is forced");
    CHECK_THROWS_WITH_AS((void)traceOf(*model.classifier, text, {.plain = true, .interventions = {.eta = {1, 1, 1}}}),
                         doctest::Contains("drops no tokens here"), Error);
    const Opened plain({.layers = 3, .adaptive = false});
    CHECK_THROWS_AS((void)changed(plain, {.eta = {1, 1, 1}}), Error);
}

TEST_CASE("a rule that drops after attention is given what each token receives, and its drops are masks too")
{
    /// Keeps the tokens that receive most, half of them in each layer.
    class Half final : public Reducer {
    public:
        std::optional<Decision> afterAttention(std::size_t, const at::Tensor &received,
                                               const AliveTokens &alive) const override
        {
            CHECK(received.numel() == alive.layout.rows());
            Decision decision;
            decision.raw =
                decision.adjusted = {received.data_ptr<float>(), received.data_ptr<float>() + received.numel()};
            for (std::int64_t b = 0; b < alive.layout.sequences(); ++b) {
                const at::Tensor own = received.slice(0, alive.layout.begin(b), alive.layout.begin(b + 1));
                const float median = own.median().item<float>();
                for (std::int64_t i = 0; i < own.numel(); ++i) {
                    decision.kept.push_back(i == 0 || own[i].item<float>() > median ? 1 : 0);
                }
                decision.thresholds.push_back(median);
                decision.nearTies.push_back(0);
            }
            return decision;
        }
        [[nodiscard]] bool needsReceivedAttention() const override { return true; }
    };
    const at::NoGradGuard guard;
    const Opened opened({.layers = 3, .hidden = 32});
    Checkpoint model = ClassifierAccess::model(*opened.classifier);
    const std::vector<Encoding> encodings{opened.classifier->encode(text, std::nullopt),
                                          opened.classifier->encode("a dull plot", std::nullopt)};
    const Encoding *const batch[] = {&encodings[0], &encodings[1]};
    const BatchInput input = BatchInput::of(batch);
    const auto own = runReduced(model.weights, model.info, input, Half(), true);
    const auto plain = runReduced(unpacked(model.weights), model.info, input, Half(), true);
    REQUIRE(own);
    REQUIRE(plain);
    CHECK(at::allclose(own->logits, plain->logits, 1e-5, 1e-5));
    for (std::size_t b = 0; b < 2; ++b) {
        CHECK(own->survivors[b] == plain->survivors[b]); // the kernel's sums and those of the tensor of probabilities
        REQUIRE(own->layers[b].size() == 3);
        for (std::size_t l = 0; l < 3; ++l) {
            CHECK(own->alive[b][l + 1] == own->layers[b][l].keptCount());
            CHECK(difference(own->layers[b][l].raw, plain->layers[b][l].raw) < 1e-5);
        }
        CHECK(own->alive[b].back() < own->alive[b].front());
    }
}
