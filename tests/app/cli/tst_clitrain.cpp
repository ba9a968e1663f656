// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A folder with a backbone, data and a configuration, in which commands run as a user types them.
struct Bench {
    Bench()
    {
        TinyModel shape;
        shape.layers = 1;
        shape.adaptive = false;
        writeTinyModel(folder.path() / "minilm", shape);
        std::ofstream file(folder.path() / "reviews.csv");
        file << "text,label\n";
        for (int i = 0; i < 60; ++i) {
            file << "a " << (i % 2 == 1 ? "good" : "bad") << " film "
                 << std::string(static_cast<std::size_t>(i % 20), 'x') << "," << i % 2 << "\n";
        }
        std::ofstream(folder.path() / "sentiment.json")
            << json{{"out", "runs/sentiment"},
                    {"backbone", "minilm"},
                    {"labels", {"negative", "positive"}},
                    {"data", {{{"path", "reviews.csv"}, {"max_length", 16}, {"batch", 8}, {"holdout", 10}}}},
                    {"fine_tune", {{"epochs", 1}}},
                    {"adapler", {{"epochs", 2}}}};
    }
    /// Runs a command line in the folder.
    [[nodiscard]] ProgramResult shell(const std::string &command) const
    {
        return runProgram({.program = "/bin/sh",
                           .arguments = {"-c", "cd \"$FOLDER\" || exit 1\n" + command},
                           .environment = {{"FOLDER", folder.path().string()},
                                           {"CLI", ADAPLENS_CLI},
                                           {"ADAPLENS_MODEL", "/nonexistent"}}});
    }
    [[nodiscard]] ProgramResult train(const std::string &arguments) const
    {
        return shell("\"$CLI\" train " + arguments);
    }
    void mustTrain(const std::string &arguments) const
    {
        CAPTURE(arguments);
        const ProgramResult result = train(arguments);
        CAPTURE(result.error);
        REQUIRE(result.exitCode == 0);
        CHECK(result.error.empty());
    }
    [[nodiscard]] std::string content(const std::string &file) const
    {
        std::ifstream in(folder.path() / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    [[nodiscard]] json config(const std::string &run) const { return json::parse(content(run + "/config.json")); }

    TemporaryFolder folder;
};

/// An error of one sentence that holds a text.
bool failsWith(const ProgramResult &result, int exitCode, const std::string &text)
{
    CAPTURE(result.error);
    CAPTURE(text);
    const bool found = result.error.find(text) != std::string::npos;
    CHECK(found);
    return result.exitCode == exitCode && onlyOneSentence(result) && found;
}

} // namespace

TEST_CASE("the examples in the help of train do what they say, one after another")
{
    const Bench bench;
    std::istringstream help(bench.train("--help").output);
    std::size_t examples = 0;
    for (std::string line; std::getline(help, line);) {
        if (line.starts_with("  adaplens-cli train")) {
            ++examples;
            bench.mustTrain(line.substr(std::string("  adaplens-cli train").size()));
        }
    }
    CHECK(examples == 4);
    for (const char *run : {"runs/sentiment", "runs/phi-1e-3", "runs/reviews"}) {
        CAPTURE(run);
        CHECK(!bench.content(std::string(run) + "/model/model.safetensors").empty());
        CHECK(!bench.content(std::string(run) + "/model/plain/model.safetensors").empty());
    }
    CHECK(bench.config("runs/phi-1e-3")["data"][0]["phi"] == 1e-3);
    CHECK(!fs::exists(bench.folder.path() / "runs/phi-1e-3/fine-tune")); // it is the other run's
    CHECK(bench.content("runs/phi-1e-3/adapler/log.jsonl") != bench.content("runs/sentiment/adapler/log.jsonl"));
}

TEST_CASE("train without options, and with wrong ones, says what it wants")
{
    const Bench bench;
    CHECK(failsWith(bench.train(""), 2, "Give a configuration with --config FILE"));
    CHECK(failsWith(bench.train("--backbone minilm --data reviews.csv"), 2, "--out"));
    const std::string config = "--config sentiment.json ";
    for (const char *wrong :
         {"--seed -1", "--batch 3.7", "--batch -2", "--epochs -1", "--threads 2.5", "--phi -1", "--gamma much",
          "--step dance", "--method dance", "--resume --restart", "--step saliency --method adapler"}) {
        CAPTURE(wrong);
        const ProgramResult result = bench.train(config + wrong);
        CAPTURE(result.error);
        CHECK(result.exitCode == 2);
        CHECK(onlyOneSentence(result));
    }
    CHECK(failsWith(bench.train(config + "--batch 0"), 1, "“data[0].batch”: 0 was found, from 1 to 4096 was expected"));
    CHECK(failsWith(bench.train(config + "--phi nan"), 1, "“data[0].phi”: null was found"));
    CHECK(failsWith(bench.train("--config nowhere.json"), 1, "nowhere.json"));
    CHECK(failsWith(bench.train(config + "--resume"), 1, "start without --resume"));
    CHECK(!fs::exists(bench.folder.path() / "runs"));
}

TEST_CASE("options replace values of the configuration, for the steps that are run")
{
    const Bench bench;
    bench.mustTrain("--config sentiment.json --step fine-tune");
    bench.mustTrain("--config sentiment.json --step saliency,adapler --epochs 1 --gamma 0.02 --bfloat16 --threads 1");
    const json config = bench.config("runs/sentiment");
    CHECK(config["adapler"]["epochs"] == 1);
    CHECK(config["adapler"]["gamma"] == 0.02);
    CHECK(config["fine_tune"]["epochs"] == 1);
    CHECK(config["bfloat16"] == true);
    CHECK(config["threads"] == 1);
    CHECK(config["data"][0]["path"] == (bench.folder.path() / "reviews.csv").string());

    bench.mustTrain(
        "--config sentiment.json --seed 3 --max-length 12 --batch 4 --epochs 2 --step fine-tune --out runs/b");
    const json other = bench.config("runs/b");
    CHECK(other["seed"] == 3);
    CHECK(other["data"][0]["max_length"] == 12);
    CHECK(other["data"][0]["batch"] == 4);
    CHECK(other["fine_tune"]["epochs"] == 2);
    CHECK(other["adapler"]["epochs"] == 2); // the file's
}

TEST_CASE("TR-BERT is trained with its steps, and refuses a backbone that is too flat for it")
{
    const Bench bench;
    CHECK(failsWith(bench.train("--config sentiment.json --method trbert"), 1, "choose another"));
    TinyModel shape;
    shape.layers = 4;
    shape.adaptive = false;
    writeTinyModel(bench.folder.path() / "deep", shape);
    bench.mustTrain("--config sentiment.json --method trbert --backbone deep --epochs 1 --alpha 0.5");
    for (const char *step : {"fine-tune", "saliency", "trbert-policy", "trbert"}) {
        CHECK(!bench.content(std::string("runs/sentiment/") + step + "/report.json").empty());
    }
    CHECK(!fs::exists(bench.folder.path() / "runs/sentiment/adapler"));
    for (const char *section : {"trbert_policy", "trbert"}) {
        CHECK(bench.config("runs/sentiment")[section]["alpha"] == 0.5);
        CHECK(bench.config("runs/sentiment")[section]["epochs"] == 1);
    }
    CHECK(json::parse(bench.content("runs/sentiment/model/config.json"))["adaplens"]["reduction"] == "trbert");
    CHECK(!bench.content("runs/sentiment/model/plain/model.safetensors").empty());

    json file = json::parse(bench.content("sentiment.json"));
    file["trbert_policy"]["epochs"] = 1; // as the option had it
    std::ofstream(bench.folder.path() / "sentiment.json") << file;
    const std::string again = "--config sentiment.json --method trbert --backbone deep --from runs/sentiment ";
    CHECK(failsWith(bench.train(again + "--alpha 2 --out runs/again"), 1, "another “trbert_policy.alpha”"));
    CHECK(!fs::exists(bench.folder.path() / "runs/again"));
}

TEST_CASE("each architecture trains, and keeps its names")
{
    const Bench bench;
    for (const auto &[type, tensor] : {std::pair("distilbert", "distilbert.transformer.layer.0.ffn.lin1.weight"),
                                       std::pair("electra", "electra.embeddings_project.weight"),
                                       std::pair("roberta", "roberta.encoder.layer.0.output.dense.weight")}) {
        CAPTURE(type);
        const std::string saved = type == std::string("electra") ? "electra-small-5" : std::string(type) + "-5";
        const std::string backbone = std::string(ADAPLENS_TEST_DATA) + "/saved_models/" + saved;
        for (const char *method : {"adapler", "power --bfloat16"}) {
            CAPTURE(method);
            bench.mustTrain("--config sentiment.json --restart --epochs 1 --out runs/of --backbone " + backbone +
                            " --method " + method);
            const fs::path model = bench.folder.path() / "runs/of/model";
            const json config = json::parse(bench.content("runs/of/model/config.json"));
            CHECK(config["model_type"] == type);
            const adaplens::SafetensorsFile file(model / "model.safetensors");
            CHECK(file.tensors().contains(tensor));
            CHECK(file.tensors().contains("adapler.eta") == (method == std::string("adapler")));
            const ProgramResult result =
                bench.shell("\"$CLI\" analyze --model runs/of/model --text 'a good film' --json -");
            CAPTURE(result.error);
            REQUIRE(result.exitCode == 0);
            CHECK(json::parse(result.output)["plain"]["model"] == "twin");
        }
    }
}

TEST_CASE("a RoBERTa with byte pairs trains with every method")
{
    const Bench bench;
    const std::string common =
        "--config sentiment.json --backbone " + std::string(ADAPLENS_TEST_DATA) + "/saved_models/roberta-5 ";
    bench.mustTrain(common + "--step fine-tune");
    for (const char *method : {"adapler", "distil", "power"}) {
        CAPTURE(method);
        const std::string run = std::string("runs/") + method;
        bench.mustTrain(common + "--from runs/sentiment --epochs 1 --method " + method + " --out " + run);
        CHECK(bench.config(run + "/model")["model_type"] == "roberta");
        CHECK(!bench.content(run + "/model/merges.txt").empty());
        CHECK(bench.shell("\"$CLI\" analyze --model " + run + "/model --text 'a good film'").exitCode == 0);
    }
    writeTinyModel(bench.folder.path() / "deep", {.architecture = "roberta", .layers = 4, .adaptive = false});
    bench.mustTrain("--config sentiment.json --method trbert --backbone deep --epochs 1 --out runs/trbert");
    CHECK(bench.config("runs/trbert/model")["adaplens"]["reduction"] == "trbert");
    CHECK(bench.config("runs/trbert/model")["model_type"] == "roberta");
}

TEST_CASE("a backbone trains with the tokeniser of another folder, and the result needs neither")
{
    const Bench bench;
    const fs::path tokeniser = bench.folder.path() / "tokeniser";
    fs::create_directory(tokeniser);
    for (const char *name : {"vocab.txt", "tokenizer_config.json"}) {
        fs::rename(bench.folder.path() / "minilm" / name, tokeniser / name);
    }
    CHECK(failsWith(bench.train("--config sentiment.json"), 1, "name its folder with --tokenizer"));
    bench.mustTrain("--config sentiment.json --tokenizer tokeniser");
    fs::remove_all(tokeniser);
    CHECK(bench.shell("\"$CLI\" analyze --model runs/sentiment/model --text 'a good film'").exitCode == 0);
}

TEST_CASE("every method trains from the command line, on one fine-tuned model")
{
    const Bench bench;
    bench.mustTrain("--config sentiment.json --step fine-tune");
    const std::string from = "--config sentiment.json --from runs/sentiment --epochs 1 ";
    bench.mustTrain(from + "--method distil --temperature 3 --out runs/distil");
    CHECK(bench.config("runs/distil")["distil"]["temperature"] == 3);
    CHECK(json::parse(bench.content("runs/distil/model/config.json")).value("adaplens", json::object())["reduction"] !=
          "power");

    const ProgramResult power = bench.train(from + "--method power --lambda 0.5 --out runs/power");
    CAPTURE(power.error);
    REQUIRE(power.exitCode == 0);
    CHECK(power.output.find("power-search") != std::string::npos);
    CHECK(power.output.find("The model is in") != std::string::npos);
    CHECK(bench.config("runs/power")["power_search"]["lambda"] == 0.5);
    CHECK(bench.config("runs/power")["power"]["epochs"] == 1);
    const json model = json::parse(bench.content("runs/power/model/config.json"));
    CHECK(model["adaplens"]["reduction"] == "power");
    REQUIRE(model["power"]["retention"].size() == 1);
    const json results = json::parse(bench.content("runs/power/power/report.json"))["epochs"][0];
    CHECK(results["thresholds"] == json{model["power"]["retention"][0].get<double>()});
    CHECK(results["kept"].size() == 1);
    const ProgramResult evaluated =
        bench.shell("\"$CLI\" evaluate --model runs/power/model --data reviews.csv --json -");
    CAPTURE(evaluated.error);
    REQUIRE(evaluated.exitCode == 0);
    CHECK(json::parse(evaluated.output)["kept_per_layer"].size() == 1);
    CHECK(!fs::exists(bench.folder.path() / "runs/power/fine-tune")); // it is the other run's
    const ProgramResult help = bench.train("--help");
    for (const char *method : {"adapler", "distil", "trbert", "power"}) {
        CHECK(help.output.find(method) != std::string::npos);
    }
}

TEST_CASE("a step that another run has finished with other settings than the options say is refused")
{
    const Bench bench;
    bench.mustTrain("--config sentiment.json --step fine-tune,power-search");
    const std::string again = "--config sentiment.json --from runs/sentiment --epochs 1 --out runs/again ";
    CHECK(failsWith(bench.train(again + "--method power --lambda 0.5"), 1, "another “power_search.lambda”"));
    bench.mustTrain("--config sentiment.json --step power-search --lambda 0.5 --restart");
    CHECK(failsWith(bench.train(again + "--method power --lambda 0.25"), 1, "another “power_search.lambda”"));
    CHECK(failsWith(bench.train(again + "--step power --lambda 0.25"), 1, "another “power_search.lambda”"));
    CHECK(failsWith(bench.train(again + "--method power"), 1, "another “power_search.lambda”")); // the usual one
    CHECK(failsWith(bench.train(again + "--method power --lambda 0.5 --retention-learning-rate 0.01"), 1,
                    "“power_search.retention_learning_rate”"));
    CHECK(!fs::exists(bench.folder.path() / "runs/again"));
    bench.mustTrain(again + "--method power --lambda 0.5");
    CHECK(bench.config("runs/again")["power_search"]["lambda"] == 0.5);
    CHECK(bench.config("runs/again")["power"]["epochs"] == 1);
    CHECK(!fs::exists(bench.folder.path() / "runs/again/power-search")); // it is the other run's
}

TEST_CASE("a second run in the same folder says what to do and changes nothing")
{
    const Bench bench;
    bench.mustTrain("--config sentiment.json");
    const std::string log = bench.content("runs/sentiment/adapler/log.jsonl");
    const std::string config = bench.content("runs/sentiment/config.json");
    CHECK(failsWith(bench.train("--config sentiment.json --seed 3"), 1,
                    "go on with --resume, replace them with --restart, or choose another “out” folder"));
    CHECK(failsWith(bench.train("--config sentiment.json --restart --backbone /typo"), 1, "/typo is not a folder"));
    CHECK(failsWith(bench.train("--config sentiment.json --restart --data nowhere.tsv"), 1, "nowhere.tsv"));
    CHECK(bench.content("runs/sentiment/adapler/log.jsonl") == log);
    CHECK(bench.content("runs/sentiment/config.json") == config);
    bench.mustTrain("--config sentiment.json --seed 3 --restart");
    CHECK(bench.content("runs/sentiment/adapler/log.jsonl") != log);
}

TEST_CASE("data from a pipe are those of the file")
{
    const Bench bench;
    bench.mustTrain("--config sentiment.json --step fine-tune");
    const ProgramResult result =
        bench.shell("cat reviews.csv | \"$CLI\" train --config sentiment.json --step fine-tune "
                    "--data /dev/stdin --max-length 16 --batch 8 --out runs/pipe");
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    const std::string log = bench.content("runs/pipe/fine-tune/log.jsonl");
    const json set = json::parse(log.substr(0, log.find('\n')))["sets"][0];
    CHECK(set["train"].get<int>() + set["validation"].get<int>() == 60);
}

TEST_CASE("a run that is killed goes on where it was, and ends as an undisturbed one")
{
    const Bench bench;
    bench.mustTrain("--config sentiment.json");
    // A resume point after every batch; killed, not asked to stop, as soon as AdapLeR's log has lines of the second epoch.
    std::ifstream in(bench.folder.path() / "sentiment.json");
    json config = json::parse(in);
    config["save_every_seconds"] = 0;
    config["adapler"]["epochs"] = 12;
    config["out"] = "runs/whole";
    std::ofstream(bench.folder.path() / "long.json") << config;
    bench.mustTrain("--config long.json");
    const ProgramResult killed = bench.shell(
        "\"$CLI\" train --config long.json --out runs/killed & pid=$!\n"
        "until grep -qs '\"epoch\":2,' runs/killed/adapler/log.jsonl || ! kill -0 $pid; do sleep 0.01; done\n"
        "kill -9 $pid; wait $pid");
    CHECK(killed.exitCode == 128 + 9);
    CHECK(bench.content("runs/killed/model/model.safetensors").empty());
    bench.mustTrain("--config long.json --out runs/killed --resume");
    for (const char *file : {"/model/model.safetensors", "/fine-tune/log.jsonl", "/adapler/log.jsonl"}) {
        CAPTURE(file);
        CHECK(bench.content(std::string("runs/killed") + file) == bench.content(std::string("runs/whole") + file));
    }
}

TEST_CASE("Ctrl-C stops a run with a resume point")
{
    const Bench bench;
    const ProgramResult result = runProgram(
        {.program = ADAPLENS_CLI,
         .arguments = {"train", "--config", (bench.folder.path() / "sentiment.json").string(), "--epochs", "40"},
         .interrupt = true});
    CHECK(result.exitCode == 130);
    CHECK(result.output.find("Stopped. Go on with the same command and --resume.") != std::string::npos);
    bench.mustTrain("--config sentiment.json --epochs 40 --resume");
}
