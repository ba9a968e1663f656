// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/classifier.h"
#include "tests/support/cli.h"

#include <fstream>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A model, and texts that are labelled as it answers them without dropping: whatever dropping changes is a loss.
struct Bench : CliFolder {
    std::string data = file("texts.tsv"), out = file("out");
    Bench()
    {
        fs::remove_all(model);
        writeTinyModel(model, {.twin = false, .eta = 0.4F});
        const auto classifier = adaplens::Classifier::open(model);
        static const std::vector<std::string> words = {"good", "bad", "plot", "dull", "great", "and", "not", "fun"};
        std::ofstream stream(data);
        stream << "sentence\tlabel\n";
        for (std::size_t i = 0; i < 300; ++i) {
            const std::string text = "the film is " + words[i % 8] + ' ' + words[i / 8 % 8] + " , " + words[i / 64];
            const auto trace = classifier->run(text, std::nullopt, {.plain = true});
            stream << text << '\t' << (trace->plain.label == 0 ? "negative" : "positive") << '\n';
        }
    }
    /// With usual values of what `more` does not say.
    [[nodiscard]] ProgramResult run(std::vector<std::string> more) const
    {
        for (const auto &[option, value] : {std::pair("--loss", "0.1"), {"--scales", "2.5,0.025,1"}}) {
            if (std::ranges::find(more, option) == more.end()) {
                more.insert(more.end(), {option, value});
            }
        }
        more.insert(more.begin(), {"calibrate", "--data", data});
        return runCli(model, std::move(more));
    }
};

} // namespace

TEST_CASE("the model is written with the thresholds that were chosen, and evaluates as the table says")
{
    const Bench bench;
    const ProgramResult table = bench.run({"--out", bench.out});
    CAPTURE(table.error);
    REQUIRE(table.exitCode == 0);
    CHECK(table.error.empty());
    CHECK(table.output.find("10 % of the accuracy lost at most, with a confidence of 90 %") != std::string::npos);
    CHECK(table.output.find("2.500") != std::string::npos);
    CHECK(table.output.find("thresholds is in " + bench.out) != std::string::npos);
    const json record = json::parse(content(fs::path(bench.out) / "calibration.json"));
    REQUIRE(record["chosen"].is_number());
    CHECK(record["scales"].size() == 3);
    const json *chosen = nullptr;
    for (const json &scale : record["scales"]) {
        chosen = scale["scale"] == record["chosen"] ? &scale : chosen;
    }
    REQUIRE(chosen != nullptr);
    CHECK((*chosen)["qualifies"] == true);
    const json evaluated = bench.jsonOf({"evaluate", "--model", bench.out, "--data", bench.data}, {});
    CHECK(evaluated["speedup"].get<double>() == doctest::Approx((*chosen)["speedup"].get<double>()));
    CHECK(evaluated["accuracy"].get<double>() == doctest::Approx(1 - (*chosen)["loss"].get<double>()));

    const std::string weights = content(fs::path(bench.out) / "model.safetensors");
    const ProgramResult again = bench.run({"--out", bench.out});
    CHECK(again.exitCode == 1);
    CHECK(onlyOneSentence(again)); // at once, not after the run: no table either
    CHECK(again.error.find("--force") != std::string::npos);
    CHECK(content(fs::path(bench.out) / "model.safetensors") == weights);
    CHECK(bench.run({"--out", bench.out, "--force"}).exitCode == 0);
}

TEST_CASE("a model alone is calibrated with the tokeniser of another folder, which is written with it")
{
    const Bench bench;
    REQUIRE(bench.run({"--out", bench.out}).exitCode == 0);
    const std::string tokeniser = bench.file("tokeniser");
    fs::create_directory(tokeniser);
    for (const char *name : {"vocab.txt", "tokenizer_config.json"}) {
        fs::rename(fs::path(bench.model) / name, fs::path(tokeniser) / name);
    }
    CHECK(bench.run({}).exitCode == 1);
    const std::string again = bench.file("again");
    const ProgramResult result = bench.run({"--tokenizer", tokeniser, "--out", again});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    for (const char *name : {"vocab.txt", "tokenizer_config.json", "model.safetensors"}) {
        CHECK(content(fs::path(again) / name) == content(fs::path(bench.out) / name));
    }
}

TEST_CASE("where no scale keeps the promise that is said, with what it would take, and nothing is written")
{
    const Bench bench;
    const ProgramResult table = bench.run({"--loss", "0.001"});
    CHECK(table.exitCode == 0);
    CHECK(table.output.find("none. With 300 examples") != std::string::npos);
    CHECK(table.output.find("it would take 2302") != std::string::npos);
    const ProgramResult without = bench.run({"--loss", "0.001", "--out", bench.out});
    CHECK(without.exitCode == 1);
    CHECK(without.error.find("No model was written to " + bench.out) != std::string::npos);
    CHECK(without.output.find("none. With") != std::string::npos);
    CHECK_FALSE(fs::exists(bench.out));
}

TEST_CASE("the figures come as JSON, texts through a pipe, and what cannot be meant is refused")
{
    const Bench bench;
    const json found =
        bench.jsonOf({"calibrate", "--data", bench.data, "--loss", "0.1", "--out", bench.out}, {"--batch", "7"});
    CHECK(found["scales"][0]["scale"] == 0.25);
    CHECK(found["conditions"]["batch"] == 7);
    CHECK(found["n"] == 300);
    const ProgramResult piped = runProgram({.program = ADAPLENS_CLI,
                                            .arguments = {"calibrate", "--data", "-", "--loss", "0.1", "--json", "-"},
                                            .input = content(bench.data),
                                            .pipe = true,
                                            .environment = {{"ADAPLENS_MODEL", bench.model}}});
    REQUIRE(piped.exitCode == 0);
    CHECK(json::parse(piped.output)["scales"] == found["scales"]);
    for (const std::vector<std::string> &more :
         {std::vector<std::string>{"--loss", "0"}, {"--confidence", "1"}, {"--scales", "0.5,-1"}}) {
        const ProgramResult result = bench.run(more);
        CHECK(result.exitCode == 2);
        CHECK(onlyOneSentence(result));
    }
    const ProgramResult plain = [&] {
        writeTinyModel(bench.file("plain"), {.adaptive = false});
        return bench.run({"--model", bench.file("plain")});
    }();
    CHECK(plain.exitCode == 1);
    CHECK(onlyOneSentence(plain));
    CHECK(plain.error.find("no tokens by thresholds") != std::string::npos);
}

TEST_CASE("Ctrl-C ends a calibration, and nothing is written")
{
    const Bench bench;
    const std::string text = content(bench.data);
    std::ofstream many(bench.data, std::ios::app);
    for (int i = 0; i < 200; ++i) {
        many << text.substr(text.find('\n') + 1);
    }
    many.close();
    const ProgramResult result =
        runProgram({.program = ADAPLENS_CLI,
                    .arguments = {"calibrate", "--data", bench.data, "--out", bench.out, "--batch", "2"},
                    .environment = {{"ADAPLENS_MODEL", bench.model}},
                    .interrupt = true});
    CHECK(result.exitCode == 130);
    CHECK(result.error.find("left") != std::string::npos); // the time
    CHECK_FALSE(fs::exists(bench.out));
}
