// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_p.h"
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

json trace(const fs::path &model)
{
    const ProgramResult result =
        runCli("", {"analyze", "--model", model.string(), "--text", "a truly great film", "--json", "-"});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    return json::parse(result.output);
}

} // namespace

TEST_CASE("an exported model and its twin give the same numbers")
{
    const TemporaryFolder folder;
    const fs::path model = folder.path() / "model", out = folder.path() / "made" / "out";
    writeTinyModel(model, {});
    std::ofstream(model / "README.md") << "card";
    std::ofstream(model / "LICENSE") << "licence";
    std::ofstream(model / "plain" / "NOTICE") << "notice";
    std::ofstream(model / "notes.txt") << "private";
    const ProgramResult result = runCli(model.string(), {"export", "--out", out.string()});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    CHECK(result.output.find((out / "plain").string()) != std::string::npos);
    CHECK(content(out / "README.md") == "card");
    CHECK(content(out / "LICENSE") == "licence");
    CHECK(content(out / "plain" / "NOTICE") == "notice");
    CHECK(!fs::exists(out / "notes.txt"));
    CHECK(content(out / "vocab.txt") == content(out / "plain" / "vocab.txt"));
    CHECK(json::parse(content(out / "plain" / "config.json"))["architectures"][0] == "BertForSequenceClassification");
    CHECK(!json::parse(content(out / "plain" / "config.json")).contains("adapler"));

    json before = trace(model), after = trace(out);
    CHECK(before["layers"] == after["layers"]);
    CHECK(before["logits"] == after["logits"]);
    CHECK(before["plain"] == after["plain"]);
    CHECK(trace(out / "plain")["logits"] == before["plain"]["logits"]);
    CHECK(std::distance(fs::directory_iterator(out.parent_path()), {}) == 1); // nothing temporary is left
}

TEST_CASE("a twin that shares its word embeddings gets its own")
{
    const TemporaryFolder folder;
    const fs::path model = folder.path() / "model", out = folder.path() / "out";
    writeTinyModel(model, {});
    const adaplens::Checkpoint main = adaplens::readCheckpoint(model);
    adaplens::Checkpoint twin = adaplens::readCheckpoint(model / "plain");
    fs::remove_all(model / "plain");
    adaplens::writeCheckpoint(model, main, adaplens::Storage::Int8PerRow);
    adaplens::writeCheckpoint(model / "plain", twin, adaplens::Storage::Float16, "../model.safetensors");
    REQUIRE(!fs::exists(model / "plain" / "vocab.txt"));
    REQUIRE(runCli(model.string(), {"export", "--out", out.string()}).exitCode == 0);

    const json before = trace(model), after = trace(out / "plain");
    CHECK(trace(out)["logits"] == before["logits"]);
    CHECK(after["logits"] == before["plain"]["logits"]);
    fs::rename(out / "plain", folder.path() / "alone"); // needs nothing of the folder above
    CHECK(trace(folder.path() / "alone")["logits"] == after["logits"]);
    CHECK(runCli((model / "plain").string(), {"tokenize"}, "film\n").output ==
          runCli(model.string(), {"tokenize"}, "film\n").output);
}

TEST_CASE("other thresholds are written, and must fit the model")
{
    const TemporaryFolder folder;
    const fs::path model = folder.path() / "model", out = folder.path() / "out";
    writeTinyModel(model, {});
    const auto layers = trace(model)["layers"].size();
    std::string eta = "0.01";
    for (std::size_t l = 1; l < layers; ++l) {
        eta += ",0.5";
    }
    REQUIRE(runCli(model.string(), {"export", "--out", out.string(), "--eta", eta}).exitCode == 0);
    const json before = trace(model), after = trace(out);
    const std::size_t n = after["layers"][0]["alive"].size();
    CHECK(after["layers"][0]["threshold"].get<double>() == doctest::Approx(0.01 / static_cast<double>(n)));
    CHECK(after["layers"][0]["raw"] == before["layers"][0]["raw"]);
    CHECK(after["plain"] == before["plain"]);

    const ProgramResult wrong = runCli(model.string(), {"export", "--out", (out / "b").string(), "--eta", "0.5"});
    CHECK(wrong.exitCode == 1);
    CHECK(onlyOneSentence(wrong));
    CHECK_FALSE(fs::exists(out / "b"));
    CHECK(runCli(model.string(), {"export", "--out", (out / "b").string(), "--eta", eta + "x"}).exitCode == 2);
    const ProgramResult plain =
        runCli((model / "plain").string(), {"export", "--out", (folder.path() / "p").string(), "--eta", eta});
    CHECK(plain.exitCode == 1);
    CHECK(plain.error.find("drops no tokens") != std::string::npos);

    const fs::path power = folder.path() / "power"; // its thresholds are numbers of tokens
    writeTinyModel(power, {.reduction = "power"});
    REQUIRE(runCli(power.string(), {"export", "--out", (out / "p").string(), "--eta", "12,8,4"}).exitCode == 0);
    CHECK(json::parse(content(out / "p" / "config.json"))["power"]["retention"] == json{12, 8, 4});
    CHECK(runCli(power.string(), {"export", "--out", (out / "q").string(), "--eta", "12,8,0.5"}).exitCode == 1);
    CHECK(runCli(power.string(), {"export", "--help"}).output.find("(PoWER-BERT)") != std::string::npos);
}

TEST_CASE("a folder that is not empty is left alone without --force, and its other files with it")
{
    const TemporaryFolder folder;
    const fs::path model = folder.path() / "model", out = folder.path() / "out";
    writeTinyModel(model, {});
    fs::create_directories(out);
    CHECK(runCli(model.string(), {"export", "--out", out.string() + "/"}).exitCode == 0); // empty is fine
    std::ofstream(out / "mine.txt") << "mine";

    writeTinyModel(model, {.twin = false, .seed = 2});
    fs::remove_all(model / "plain");
    const std::string weights = content(out / "model.safetensors");
    const ProgramResult refused = runCli(model.string(), {"export", "--out", out.string()});
    CHECK(refused.exitCode == 1);
    CHECK(onlyOneSentence(refused));
    CHECK(refused.error.find("--force") != std::string::npos);
    CHECK(content(out / "model.safetensors") == weights);

    const ProgramResult forced = runCli(model.string(), {"export", "--out", out.string(), "--force"});
    CHECK(forced.exitCode == 0);
    CHECK(content(out / "mine.txt") == "mine");
    CHECK(content(out / "model.safetensors") != weights);
    CHECK(!fs::exists(out / "plain" / "model.safetensors")); // the old model's twin is not the new one's
    CHECK(trace(out)["plain"]["model"] == "same weights");
}

TEST_CASE("an export never touches the model it reads")
{
    const TemporaryFolder folder;
    const fs::path model = folder.path() / "model";
    writeTinyModel(model, {});
    for (const fs::path &out : {model, model / "plain", model / "new", folder.path(), model / ".." / "model"}) {
        const ProgramResult result = runCli(model.string(), {"export", "--out", out.string(), "--force"});
        CAPTURE(out.string());
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
    }
    CHECK(!fs::exists(model / "new"));
    CHECK(runCli(model.string(), {"export", "--out", (model / "config.json").string()}).exitCode == 1);
}

TEST_CASE("the embedded model answers without --model, and its exported twin is the one it is compared with")
{
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "sentences";
    const auto own = [](std::vector<std::string> arguments) {
        return runProgram({.program = ADAPLENS_CLI, .arguments = std::move(arguments)});
    };
    const ProgramResult result = own({"analyze", "--text", "A gripping, beautifully made film.", "--json", "-"});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    const json embedded = json::parse(result.output);
    CHECK(embedded["label"] == "positive");
    CHECK(embedded["plain"]["model"] == "twin");
    CHECK(embedded["survivors"].size() < embedded["tokens"].size());

    REQUIRE(own({"export", "--out", out.string()}).exitCode == 0);
    CHECK(fs::exists(out / "README.md"));
    const ProgramResult twin = runCli("", {"analyze", "--model", (out / "plain").string(), "--text",
                                           "A gripping, beautifully made film.", "--json", "-"});
    REQUIRE(twin.exitCode == 0);
    for (std::size_t k = 0; k < 2; ++k) {
        CHECK(json::parse(twin.output)["logits"][k].get<double>() ==
              doctest::Approx(embedded["plain"]["logits"][k].get<double>()).epsilon(1e-4));
    }
}

TEST_CASE("a model alone takes its tokeniser from another folder")
{
    const TemporaryFolder folder;
    const fs::path whole = fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "roberta-5", alone = folder.path() / "alone",
                   empty = folder.path() / "empty", out = folder.path() / "out";
    fs::create_directories(alone);
    fs::create_directories(empty);
    for (const auto &entry : fs::directory_iterator(whole)) {
        const std::string name = entry.path().filename().string();
        if (name == "config.json" || name.starts_with("model")) {
            fs::copy(entry.path(), alone / name);
        }
    }
    const auto logits = [](std::vector<std::string> options) {
        options.insert(options.begin(), "analyze");
        options.insert(options.end(), {"--text", "The film was not bad .", "--json", "-"});
        const ProgramResult result = runCli("", options);
        CAPTURE(result.error);
        REQUIRE(result.exitCode == 0);
        return json::parse(result.output)["logits"];
    };
    const json expected = logits({"--model", whole.string()});
    CHECK(logits({"--model", alone.string(), "--tokenizer", whole.string()}) == expected);

    const ProgramResult without = runCli("", {"export", "--model", alone.string(), "--out", out.string()});
    CHECK(without.exitCode == 1);
    CHECK(
        without.error.find(
            "If its tokeniser lies elsewhere, copy its files here, or name its folder with --tokenizer on the command line.") !=
        std::string::npos);
    const ProgramResult wrong =
        runCli("", {"export", "--model", alone.string(), "--tokenizer", empty.string(), "--out", out.string()});
    CHECK(wrong.exitCode == 1);
    CHECK(wrong.error.find(empty.string() + " holds no vocabulary; name the folder") != std::string::npos);
    CHECK(!fs::exists(out));

    const ProgramResult good =
        runCli("", {"export", "--model", alone.string(), "--tokenizer", whole.string(), "--out", out.string()});
    CAPTURE(good.error);
    REQUIRE(good.exitCode == 0);
    CHECK(logits({"--model", out.string()}) == expected);
    const json options = json::parse(content(out / "tokenizer_config.json"));
    CHECK(options["tokenizer_class"] == "RobertaTokenizer");
    CHECK(options["added_tokens_decoder"].size() == 5);

    const ProgramResult pieces =
        runCli("", {"tokenize", "--model", alone.string(), "--tokenizer", whole.string()}, "The film\n");
    CHECK(pieces.exitCode == 0);
    CHECK(json::parse(pieces.output)["pieces"].front() == "<s>");
}
