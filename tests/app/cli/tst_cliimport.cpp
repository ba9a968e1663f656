// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"
#include "tests/support/kerasfile.h"

#include <cmath>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

ProgramResult import(const fs::path &weights, const fs::path &out, std::vector<std::string> more = {})
{
    std::vector<std::string> arguments = {"import", "--keras",   weights.string(), "--config", kerasGolden.string(),
                                          "--out",  out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runCli("", std::move(arguments));
}

} // namespace

TEST_CASE("what was imported is analysed as the published code runs it")
{
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "made" / "out";
    const ProgramResult result = import(kerasGolden / "model.h5", out);
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    CHECK(result.output == "AdapLeR model: " + out.string() + '\n');
    CHECK(result.error.empty());

    const json golden = json::parse(content(kerasGolden / "golden.json"));
    double worst = 0;
    for (std::size_t i = 0; i < golden["examples"].size(); ++i) {
        const json &example = golden["examples"][i];
        std::vector<std::string> arguments = {
            "analyze", "--model", out.string(), "--json", "-", "--text", example["text"].get<std::string>()};
        if (!example["pair"].is_null()) {
            arguments.insert(arguments.end(), {"--pair", example["pair"].get<std::string>()});
        }
        const ProgramResult analysed = runCli("", arguments);
        CAPTURE(analysed.error);
        REQUIRE(analysed.exitCode == 0);
        const json trace = json::parse(analysed.output);
        CHECK(trace["survivors"] == golden["target"][i]["layers"].back()["kept"]);
        for (std::size_t k = 0; k < 3; ++k) {
            worst = std::max(
                worst, std::abs(trace["logits"][k].get<double>() - golden["target"][i]["logits"][k].get<double>()));
        }
    }
    MESSAGE("largest difference of a logit: " << worst);
    CHECK(worst <= 1e-4);
}

TEST_CASE("a folder that is not empty needs --force, and keeps its other files")
{
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "out";
    writeTinyModel(out, {});
    std::ofstream(out / "mine.txt") << "mine";
    const std::string before = content(out / "model.safetensors");
    const ProgramResult refused = import(kerasGolden / "model.h5", out);
    CHECK(refused.exitCode == 1);
    CHECK(onlyOneSentence(refused));
    CHECK(refused.error.find("--force") != std::string::npos);
    CHECK(content(out / "model.safetensors") == before);

    CHECK(import(kerasGolden / "vocab.txt", out, {"--force"}).exitCode == 1); // and a failure leaves what was there
    CHECK(content(out / "model.safetensors") == before);

    const ProgramResult forced = import(kerasGolden / "model.h5", out, {"--force"});
    CAPTURE(forced.error);
    CHECK(forced.exitCode == 0);
    CHECK(content(out / "mine.txt") == "mine");
    CHECK(content(out / "model.safetensors") != before);
    CHECK_FALSE(fs::exists(out / "plain" / "model.safetensors")); // the twin of another model
}

TEST_CASE("the folder of the BERT is never written to")
{
    const TemporaryFolder folder;
    const fs::path config = folder.path() / "bert";
    fs::copy(kerasGolden, config);
    const std::string before = content(config / "config.json");
    for (const fs::path &out : {config, config / "new", folder.path()}) {
        const ProgramResult result = runCli("", {"import", "--keras", (config / "model.h5").string(), "--config",
                                                 config.string(), "--out", out.string(), "--force"});
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
    }
    CHECK(content(config / "config.json") == before);
    CHECK_FALSE(fs::exists(config / "model.safetensors"));
}

TEST_CASE("what cannot be imported is said in a line, also where HDF5 itself would add to it")
{
    const KerasFile keras;
    const fs::path out = keras.folder() / "out";
    const std::string whole = content(keras.path());
    std::string bytes = whole;
    const std::size_t rest = bytes.rfind(std::string("\x10\0\x10\0\0\0\0\0", 8)); // of a group's header: where it lies
    REQUIRE(rest != std::string::npos);
    bytes[rest + 11] = '\x7f';
    std::ofstream(keras.path(), std::ios::binary) << bytes;
    const ProgramResult damaged = import(keras.path(), out);
    CAPTURE(damaged.error);
    CHECK(damaged.exitCode == 1);
    CHECK(onlyOneSentence(damaged)); // HDF5's own clean-up would say that it goes on for ever
    CHECK(damaged.error.find("is damaged or cut short") != std::string::npos);

    std::mt19937 random(22);
    std::size_t refused = 0;
    for (int i = 0; i < 30; ++i) {
        writeDamaged(whole, keras.path(), random);
        const ProgramResult result = import(keras.path(), out, {"--force"});
        CAPTURE(result.error);
        CHECK(result.signal == 0);
        if (result.exitCode != 0) {
            CHECK(result.exitCode == 1);
            CHECK(onlyOneSentence(result));
            ++refused;
        }
    }
    CHECK(refused > 5);
}

TEST_CASE("theta that runs is told, and arguments that are missing are wrong usage")
{
    const KerasFile keras;
    keras.write("bert/THETA_PR:0", {11}, std::vector<float>(11, 2.0F));
    const ProgramResult result = import(keras.path(), keras.folder() / "out");
    CHECK(result.exitCode == 0);
    CHECK(result.output.find("THETA_PR") != std::string::npos);
    CHECK(runCli("", {"import", "--keras", keras.path().string(), "--out", "x"}).exitCode == 2);
    CHECK(runCli("", {"import", "--config", kerasGolden.string(), "--out", "x"}).exitCode == 2);
}
