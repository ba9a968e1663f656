// SPDX-License-Identifier: GPL-3.0-or-later
// AdapLeR inference against an independent implementation; values made by tests/data/adapler_reference.py.
#include "core/model/classifier.h"
#include "core/reduction/adapler_p.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"

using namespace adaplens;

namespace {

constexpr double tolerance = 1e-5;

/// The reference model with a theta_mode, in a folder of its own.
class Model {
public:
    explicit Model(const std::string &mode)
    {
        const auto source = golden::folder("adapler_reference");
        for (const char *name : {"vocab.txt", "model.safetensors"}) {
            std::filesystem::copy_file(source / name, m_folder.path() / name);
        }
        auto config = golden::readJson(source / "config.json");
        config["adapler"]["theta_mode"] = mode;
        std::ofstream(m_folder.path() / "config.json") << config;
        classifier = Classifier::open(m_folder.path());
    }

private:
    test::TemporaryFolder m_folder;

public:
    std::unique_ptr<Classifier> classifier;
};

const nlohmann::json &values()
{
    static const nlohmann::json json = golden::readJson(golden::folder("adapler_reference") / "golden.json");
    return json;
}

} // namespace

TEST_CASE("scores, thresholds, kept sets and logits equal the reference's")
{
    for (const std::string mode : {"target", "forward"}) {
        CAPTURE(mode);
        const Model model(mode);
        REQUIRE(model.classifier->info().adaptive);
        CHECK(adaplerSettings(model.classifier->info()).thetaForward == (mode == "forward"));
        const auto &examples = values()["examples"];
        for (std::size_t i = 0; i < examples.size(); ++i) {
            CAPTURE(i);
            const auto &expected = values()["inference"][mode][i];
            const auto trace = model.classifier->run(examples[i]["text"].get<std::string>(),
                                                     golden::pairOf(examples[i]), RunOptions{});
            REQUIRE(trace);
            CHECK(golden::idsOf(trace->encoding) == examples[i]["ids"].get<std::vector<std::int32_t>>());
            REQUIRE(trace->layers.size() == expected["layers"].size());
            for (std::size_t l = 0; l < trace->layers.size(); ++l) {
                CAPTURE(l);
                const LayerTrace &layer = trace->layers[l];
                const auto &wanted = expected["layers"][l];
                REQUIRE(layer.alive == wanted["alive"].get<std::vector<std::uint32_t>>());
                CHECK(golden::distance(golden::flat(layer.raw), golden::flat(wanted["raw"])) <= tolerance);
                CHECK(golden::distance(golden::flat(layer.adjusted), golden::flat(wanted["adjusted"])) <= tolerance);
                CHECK(std::abs(static_cast<double>(layer.threshold) - wanted["delta"].get<double>()) <= tolerance);
                const std::vector<bool> kept(layer.kept.begin(), layer.kept.end());
                CHECK(kept == wanted["kept"].get<std::vector<bool>>());
            }
            CHECK(trace->survivors.size() == expected["lengths"].back().get<std::size_t>());
            CHECK(golden::distance(golden::flat(trace->reduced.logits), golden::flat(expected["logits"])) <= tolerance);
            CHECK(golden::distance(golden::flat(trace->plain.logits), golden::flat(values()["plain"][i])) <= tolerance);
        }
    }
}

TEST_CASE("a ragged batch gives the same lengths and logits")
{
    const auto encodings = golden::encodingsOf(values()["examples"]);
    for (const std::string mode : {"target", "forward"}) {
        CAPTURE(mode);
        const Model model(mode);
        const auto reduced = model.classifier->runBatch(encodings, Pass::Reduced);
        const auto unreduced = model.classifier->runBatch(encodings, Pass::Unreduced);
        REQUIRE(reduced);
        REQUIRE(unreduced);
        for (std::size_t i = 0; i < encodings.size(); ++i) {
            CAPTURE(i);
            const auto &expected = values()["inference"][mode][i];
            CHECK((*reduced)[i].alive == expected["lengths"].get<std::vector<std::uint32_t>>());
            CHECK((*reduced)[i].nearTies == 0);
            CHECK(golden::distance(golden::flat((*reduced)[i].logits), golden::flat(expected["logits"])) <= tolerance);
            CHECK(golden::distance(golden::flat((*unreduced)[i].logits), golden::flat(values()["plain"][i])) <=
                  tolerance);
        }
    }
}
