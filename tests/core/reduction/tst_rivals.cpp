// SPDX-License-Identifier: GPL-3.0-or-later
// PoWER-BERT and TR-BERT against an independent implementation; values made by tests/data/rivals_reference.py.
#include "core/model/classifier.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"

using namespace adaplens;

namespace {

constexpr double tolerance = 1e-5;

const nlohmann::json &values()
{
    static const nlohmann::json json = golden::readJson(golden::folder("rivals_reference") / "golden.json");
    return json;
}

/// The reference model with a rule, in a folder of its own.
class Model {
public:
    Model(const std::string &rule, const nlohmann::json &settings)
    {
        const auto source = golden::folder("rivals_reference");
        const bool own = std::filesystem::exists(source / (rule + ".safetensors"));
        std::filesystem::copy_file(source / "vocab.txt", m_folder.path() / "vocab.txt");
        std::filesystem::copy_file(source / (own ? rule + ".safetensors" : "model.safetensors"),
                                   m_folder.path() / "model.safetensors");
        auto config = golden::readJson(source / "config.json");
        config[rule] = settings;
        config["adaplens"] = {{"reduction", rule}};
        std::ofstream(m_folder.path() / "config.json") << config;
        classifier = Classifier::open(m_folder.path());
    }

private:
    test::TemporaryFolder m_folder;

public:
    std::unique_ptr<Classifier> classifier;
};

Model powerModel()
{
    return {"power", {{"retention", values()["power"]["retention"]}}};
}

Model trbertModel()
{
    return {"trbert",
            {{"threshold", values()["trbert"]["threshold"]},
             {"selector_hidden_size", values()["trbert"]["selector_hidden_size"]}}};
}

Trace traceOf(const Model &model, std::size_t i)
{
    const auto &example = values()["examples"][i];
    auto trace = model.classifier->run(example["text"].get<std::string>(), golden::pairOf(example), RunOptions{});
    REQUIRE(trace);
    CHECK(golden::idsOf(trace->encoding) == example["ids"].get<std::vector<std::int32_t>>());
    CHECK(golden::distance(golden::flat(trace->plain.logits), golden::flat(values()["plain"][i])) <= tolerance);
    return *trace;
}

/// Scores in the rule's own unit, which a trace holds as shares.
void checkLayer(const LayerTrace &layer, const nlohmann::json &wanted, const char *score)
{
    REQUIRE(layer.alive == wanted["alive"].get<std::vector<std::uint32_t>>());
    const at::Tensor own = golden::flat(layer.raw) * static_cast<double>(layer.scale);
    CHECK(golden::distance(own, golden::flat(wanted[score])) <= tolerance);
    CHECK(layer.raw == layer.adjusted);
    CHECK(std::vector<bool>(layer.kept.begin(), layer.kept.end()) == wanted["kept"].get<std::vector<bool>>());
    CHECK(layer.threshold >= 0);
    for (std::size_t k = 1; k < layer.alive.size(); ++k) {
        CHECK((layer.kept[k] != 0) == (layer.adjusted[k] >= layer.threshold));
    }
}

void checkLengths(const Model &model, const char *rule)
{
    const auto encodings = golden::encodingsOf(values()["examples"]);
    const auto reduced = model.classifier->runBatch(encodings, Pass::Reduced);
    const auto unreduced = model.classifier->runBatch(encodings, Pass::Unreduced);
    REQUIRE(reduced);
    REQUIRE(unreduced);
    for (std::size_t i = 0; i < encodings.size(); ++i) {
        CAPTURE(i);
        const auto &expected = values()[rule]["examples"][i];
        CHECK((*reduced)[i].alive == expected["lengths"].get<std::vector<std::uint32_t>>());
        CHECK((*reduced)[i].nearTies == 0);
        CHECK(golden::distance(golden::flat((*reduced)[i].logits), golden::flat(expected["logits"])) <= tolerance);
        CHECK(golden::distance(golden::flat((*unreduced)[i].logits), golden::flat(values()["plain"][i])) <= tolerance);
    }
}

} // namespace

TEST_CASE("PoWER-BERT: significance, what stays and logits equal the reference's")
{
    const Model model = powerModel();
    for (std::size_t i = 0; i < values()["examples"].size(); ++i) {
        CAPTURE(i);
        const auto &expected = values()["power"]["examples"][i];
        const Trace trace = traceOf(model, i);
        CHECK(trace.rule.name == "power");
        CHECK(trace.rule.score == "significance");
        REQUIRE(trace.layers.size() == expected["layers"].size());
        for (std::size_t l = 0; l < trace.layers.size(); ++l) {
            CAPTURE(l);
            CHECK(trace.layers[l].drop == DropPlace::AfterAttention);
            checkLayer(trace.layers[l], expected["layers"][l], "significance");
        }
        CHECK(trace.survivors.size() == expected["lengths"].back().get<std::size_t>());
        CHECK(golden::distance(golden::flat(trace.reduced.logits), golden::flat(expected["logits"])) <= tolerance);
    }
    checkLengths(model, "power");
}

TEST_CASE("TR-BERT: probabilities, what stays and logits equal the reference's")
{
    const Model model = trbertModel();
    const auto places = values()["trbert"]["layers"].get<std::vector<std::size_t>>();
    for (std::size_t i = 0; i < values()["examples"].size(); ++i) {
        CAPTURE(i);
        const auto &expected = values()["trbert"]["examples"][i];
        const Trace trace = traceOf(model, i);
        CHECK(trace.rule.name == "trbert");
        CHECK(trace.rule.score == "keep-probability");
        for (std::size_t l = 0; l < trace.layers.size(); ++l) {
            CAPTURE(l);
            const LayerTrace &layer = trace.layers[l];
            const auto place = std::find(places.begin(), places.end(), l);
            if (place != places.end()) {
                CHECK(layer.drop == DropPlace::BeforeAttention);
                checkLayer(layer, expected["places"][static_cast<std::size_t>(place - places.begin())], "probability");
                CHECK(layer.threshold * layer.scale == doctest::Approx(0.5));
            } else { // nothing is decided: all share alike and stay
                CHECK(layer.drop == DropPlace::Nowhere);
                CHECK(layer.threshold == 0);
                CHECK(layer.keptCount() == layer.alive.size());
                CHECK(layer.raw ==
                      std::vector<float>(layer.alive.size(), 1.0F / static_cast<float>(layer.alive.size())));
            }
        }
        CHECK(trace.survivors.size() == expected["lengths"].back().get<std::size_t>());
        CHECK(golden::distance(golden::flat(trace.reduced.logits), golden::flat(expected["logits"])) <= tolerance);
    }
    checkLengths(model, "trbert");
}
