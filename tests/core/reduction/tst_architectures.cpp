// SPDX-License-Identifier: GPL-3.0-or-later
// AdapLeR on other encoders than BERT against an independent implementation; values made by
// tests/data/adapler_architectures.py.
#include "core/model/classifier.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"

using namespace adaplens;
namespace fs = std::filesystem;

namespace {

constexpr double tolerance = 1e-5;

/// A folder as transformers saves it, in shards, with the AdapLeR part as one more.
fs::path modelOf(const std::string &name, const fs::path &folder)
{
    const fs::path source = golden::folder("saved_models/" + name + "-5");
    const fs::path own = golden::folder("adapler_architectures") / (name + ".safetensors");
    fs::copy(source, folder);
    fs::copy_file(own, folder / "adapler.safetensors");
    auto index = golden::readJson(source / "model.safetensors.index.json");
    std::size_t bytes = 0;
    const SafetensorsFile file(own);
    for (const auto &[tensor, stored] : file.tensors()) {
        index["weight_map"][tensor] = "adapler.safetensors";
        std::size_t elements = 1;
        for (const auto side : stored.shape) {
            elements *= static_cast<std::size_t>(side);
        }
        bytes += elements * sizeof(float);
    }
    index["metadata"]["total_size"] = index["metadata"]["total_size"].get<std::size_t>() + bytes;
    std::ofstream(folder / "model.safetensors.index.json") << index;
    auto config = golden::readJson(source / "config.json");
    config["adapler"] = {{"cp_hidden_size", 32}, {"theta_mode", "target"}};
    std::ofstream(folder / "config.json") << config;
    return folder;
}

} // namespace

TEST_CASE("contributions, thresholds, kept tokens and logits equal the reference's on every architecture")
{
    for (const std::string name : {"distilbert", "electra-small", "roberta"}) {
        CAPTURE(name);
        const test::TemporaryFolder folder;
        const auto classifier = Classifier::open(modelOf(name, folder.path() / "model"));
        REQUIRE(classifier->info().adaptive);
        const auto values = golden::readJson(golden::folder("adapler_architectures") / (name + ".json"));
        REQUIRE(values.size() >= 3);
        for (const auto &expected : values) {
            CAPTURE(expected["text"]);
            const auto trace =
                classifier->run(expected["text"].get<std::string>(), golden::pairOf(expected), RunOptions{});
            REQUIRE(trace);
            CHECK(golden::idsOf(trace->encoding) == expected["ids"].get<std::vector<std::int32_t>>());
            REQUIRE(trace->layers.size() == expected["layers"].size());
            for (std::size_t l = 0; l < trace->layers.size(); ++l) {
                CAPTURE(l);
                const LayerTrace &layer = trace->layers[l];
                const auto &wanted = expected["layers"][l];
                REQUIRE(layer.alive == wanted["alive"].get<std::vector<std::uint32_t>>());
                CHECK(golden::distance(golden::flat(layer.raw), golden::flat(wanted["raw"])) <= tolerance);
                CHECK(std::abs(static_cast<double>(layer.threshold) - wanted["delta"].get<double>()) <= tolerance);
                const std::vector<bool> kept(layer.kept.begin(), layer.kept.end());
                CHECK(kept == wanted["kept"].get<std::vector<bool>>());
            }
            CHECK(trace->survivors == expected["survivors"].get<std::vector<std::uint32_t>>());
            CHECK(golden::distance(golden::flat(trace->reduced.logits), golden::flat(expected["logits"])) <= tolerance);
        }
    }
}
