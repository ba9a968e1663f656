// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomicfile.h"
#include "tests/support/cli.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Resources with two models, and the command line run with them.
struct Resources {
    Resources()
    {
        writeTinyModel(model("first"), {.labels = {"low", "high"}});
        writeTinyModel(model("second"), {.pairs = true, .seed = 2});
        adaplens::writeFile(folder.path() / "models" / "models.json", R"({"models": [
            {"name": "first", "title": "First", "task": "Low or high?", "language": "English", "reads": 48,
             "measured": [{"data": "dev", "texts": 9, "plain": 0.875, "reduced": 0.75, "speedup": 1.5},
                          {"data": "test", "texts": 8, "plain": 0.5, "reduced": 0.625, "speedup": 2}]},
            {"name": "second", "title": "Second", "task": "Does it follow?", "language": "German", "pairs": true}]})");
    }
    [[nodiscard]] fs::path model(const char *name) const { return folder.path() / "models" / name; }
    [[nodiscard]] ProgramResult run(std::vector<std::string> arguments, std::string input = {}) const
    {
        return runProgram({.program = ADAPLENS_CLI,
                           .arguments = std::move(arguments),
                           .input = std::move(input),
                           .environment = {{"ADAPLENS_MODEL", ""}, {"ADAPLENS_RESOURCES", folder.path().string()}}});
    }
    [[nodiscard]] std::string good(std::vector<std::string> arguments, std::string input = {}) const
    {
        const ProgramResult result = run(std::move(arguments), std::move(input));
        CAPTURE(result.error);
        REQUIRE(result.exitCode == 0);
        return result.output;
    }
    TemporaryFolder folder;
};

} // namespace

TEST_CASE("the shipped models are listed with what was measured of them")
{
    const Resources resources;
    const std::string text = resources.good({"models"});
    const auto has = [&](const char *wanted) {
        CAPTURE(wanted);
        CHECK(text.find(wanted) != std::string::npos);
    };
    has("first   Low or high?     English   texts of 48 pieces  0.750, dev (9)   0.875  1.50x fewer");
    has("0.625, test (8)  0.500  2.00x fewer");
    has("second  Does it follow?  German    pairs ");
    CHECK(text.find("share") == std::string::npos);

    const json list = json::parse(resources.good({"models", "--json", "-"}));
    REQUIRE(list.size() == 2);
    CHECK(list[0]["name"] == "first");
    CHECK(list[0]["labels"] == json({"low", "high"}));
    CHECK(list[0]["measured"][1]["speedup"] == 2);
    CHECK(list[0]["bytes"].get<std::size_t>() > 1000);
    CHECK(list[0]["reads"] == 48);
    CHECK(list[1]["pairs"] == true);
    CHECK(list[1]["folder"] == resources.model("second").string());

    fs::remove_all(resources.folder.path() / "models");
    CHECK(resources.good({"models"}).find("No model came") != std::string::npos);
}

TEST_CASE("every subcommand takes a shipped model by its name, and the first without one")
{
    const Resources resources;
    const auto labels = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"analyze", "--text", "a film", "--json", "-"});
        return json::parse(resources.good(std::move(more)))["labels"];
    };
    CHECK(labels({}) == json({"low", "high"}));
    CHECK(labels({"--model", "second"}) == json({"negative", "positive"}));
    CHECK(labels({"--model", resources.model("second").string()}) == json({"negative", "positive"}));

    const std::string data = (resources.folder.path() / "dev.tsv").string();
    adaplens::writeFile(data, "sentence\tlabel\na good film\t1\na bad film\t0\n");
    const std::string out = (resources.folder.path() / "out").string();
    CHECK(resources.good({"tokenize", "--model", "second"}, "film\n").find("film") != std::string::npos);
    CHECK(resources.good({"evaluate", "--model", "second", "--data", data}).find("Tiny") != std::string::npos);
    CHECK(resources.good({"bench", "--model", "second", "--n", "8", "--runs", "1", "--seconds", "0"}).find("Tiny") !=
          std::string::npos);
    CHECK(resources.good({"export", "--model", "second", "--out", out}).find(out) != std::string::npos);

    const ProgramResult unknown = resources.run({"analyze", "--text", "a", "--model", "third"});
    CHECK(unknown.exitCode == 1);
    CHECK(onlyOneSentence(unknown));
    CHECK(unknown.error.find("one of: first, second") != std::string::npos);
}

TEST_CASE("models are exported so that they share their word embeddings")
{
    const Resources resources;
    const std::string words = (resources.folder.path() / "models" / "words.safetensors").string();
    const auto shared = [&](const char *model, const char *out) {
        return resources.run({"export", "--model", model, "--out", resources.model(out).string(), "--storage", "int8",
                              "--share-embeddings", words});
    };
    fs::remove_all(resources.model("first") / "plain"); // other word embeddings
    CHECK(shared("first", "small").exitCode == 0);
    CHECK(fs::exists(words));
    CHECK(json::parse(resources.good({"analyze", "--model", "small", "--text", "a film", "--json", "-"}))["labels"] ==
          json({"low", "high"}));
    CHECK(resources.good({"models"}).find("Vocabulary and word embeddings that models share: ") != std::string::npos);

    const ProgramResult other = shared("second", "other");
    CHECK(other.exitCode == 1);
    CHECK(onlyOneSentence(other));
    CHECK(other.error.find("--share-embeddings") != std::string::npos);
    CHECK_FALSE(fs::exists(resources.model("other")));
}
