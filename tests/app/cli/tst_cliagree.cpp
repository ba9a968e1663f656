// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agreementtable.h"
#include "tests/support/cli.h"
#include "tests/support/handmadeagreement.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A model, and texts with marked words in two forms.
struct Bench : CliFolder {
    std::string data = file("reviews.jsonl");
    Bench()
    {
        std::ofstream file(data);
        for (int i = 0; i < 30; ++i) {
            const std::string text = "the film was " + std::string(i % 2 == 0 ? "good" : "dull") + " and very long" +
                                     std::string(static_cast<std::size_t>(i % 7), '!');
            file << json{{"id", std::to_string(i)},
                         {"text", text},
                         {"label", i % 3 == 0 ? "negative" : "positive"},
                         {"rationale", json::array({json::array({13, 17})})}}
                 << '\n';
        }
        file << json{{"text", "nothing is marked here"}, {"label", "positive"}} << '\n';
    }
    [[nodiscard]] ProgramResult run(std::vector<std::string> more) const
    {
        std::vector<std::string> arguments{"agree", "--data", data, "--resamples", "50"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(model, std::move(arguments));
    }
    [[nodiscard]] json report(const std::vector<std::string> &more = {}) const
    {
        return jsonOf({"agree", "--data", data, "--resamples", "50"}, more);
    }
};

std::string contentOf(const std::string &name)
{
    std::ifstream file(name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

json timeless(json report)
{
    report["conditions"].erase("seconds");
    return report;
}

} // namespace

TEST_CASE("agree reports every method and layer, and the options do what they say")
{
    const Bench bench;
    const json report = bench.report();
    CHECK(report["schema"] == "adaplens.agreement/1");
    CHECK(report["data"] == "reviews.jsonl");
    CHECK(report["counts"]["documents"] == 31);
    CHECK(report["counts"]["instances"] == 30);
    CHECK(report["counts"]["skipped"]["documents without a rationale"] == 1);
    CHECK(report["complete"] == true);
    REQUIRE(report["methods"].size() == 5);
    CHECK(report["methods"][0]["method"] == "cp");
    CHECK(report["methods"][0]["layers"].size() == 3);
    CHECK(report["methods"][4]["method"] == "random");
    CHECK(report["methods"][1]["mean"]["ap"]["cp_difference"].contains("low"));
    CHECK(report["options"]["class"] == "gold");
    CHECK(report["options"]["resamples"] == 50);

    const json other = bench.report({"--methods",
                                     "saliency,ig",
                                     "--mode",
                                     "documents-words",
                                     "--selection",
                                     "top-20%",
                                     "--class",
                                     "predicted",
                                     "--limit",
                                     "4",
                                     "--faithfulness",
                                     "--from-adapler",
                                     "--dropped",
                                     "last-seen",
                                     "--raw",
                                     "--seed",
                                     "3",
                                     "--max-length",
                                     "20",
                                     "--threads",
                                     "1"});
    CHECK(other["counts"]["documents"] == 4);
    REQUIRE(other["methods"].size() == 2);
    CHECK(other["methods"][1]["method"] == "ig");
    CHECK(other["methods"][0]["source"] == "AdapLeR model");
    CHECK(other["methods"][0]["mean"].contains("aopc_sufficiency"));
    CHECK(other["options"]["mode"] == "documents-words");
    CHECK(other["options"]["selection"] == "top-20%");
    CHECK(other["options"]["class"] == "predicted");
    CHECK(other["options"]["from_adapler"] == true);
    CHECK(other["options"]["dropped"] == "last-seen");
    CHECK(other["options"]["score"] == "raw");
    CHECK(other["options"]["seed"] == 3);
    CHECK(other["options"]["max_length"] == 20);
    CHECK(other["conditions"]["threads"] == 1);
}

TEST_CASE("without an output file there are tables, with one there are files")
{
    const Bench bench;
    const ProgramResult table = bench.run({});
    CHECK(table.exitCode == 0);
    CHECK(table.error.empty());
    for (const char *wanted :
         {"Base rate", "Mean over layers", "AP, layer", "FPR, layer", "attention", "plain twin", ", seed 7)",
          "cpu, float32, ", "reviews.jsonl, 31 documents, 30 instances", "documents without a rationale: 1"}) {
        CAPTURE(wanted);
        CHECK(table.output.find(wanted) != std::string::npos);
    }
    const ProgramResult files = bench.run({"--csv", bench.file("a.csv"), "--latex", bench.file("a.tex")});
    CHECK(files.exitCode == 0);
    CHECK(files.output.empty());
    CHECK(contentOf(bench.file("a.csv")).starts_with("model,data,split,"));
    CHECK(contentOf(bench.file("a.tex")).find("\\begin{tabular}") != std::string::npos);
    CHECK(bench.run({"--csv", "-"}).output == contentOf(bench.file("a.csv")));
}

TEST_CASE("the tables of a report line up")
{
    const std::string text = adaplens::cli::agreementTable(handMadeAgreement());
    for (const char *row :
         {"contribution              0.001 [-0.049, 0.051]\n",
          "attention                  0.101 [0.051, 0.151]    -0.100 [-0.150, -0.050]\n",
          "FPR, layer                  1        2        3\n", "attention               0.130    0.131    0.132\n",
          "random                  0.230  (one score a token)\n"}) {
        CAPTURE(row);
        CHECK(text.find(row) != std::string::npos);
    }
    CHECK(text.find("compreh.") == std::string::npos);
    CHECK(text.find("selection uniform (score >= 1/n), ") != std::string::npos);
    CHECK(text.find("\nFPR, k, layer ") != std::string::npos); // whole: a longer head would be cut off
    CHECK(text.find("12 instances where nothing is marked") != std::string::npos);
    CHECK(text.find("3 instances where everything is marked") != std::string::npos);
}

TEST_CASE("without --data the embedded examples are measured")
{
    const Bench bench;
    const ProgramResult result = runCli(bench.model, {"agree", "--limit", "6", "--methods", "cp", "--json", "-"});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    const json report = json::parse(result.output);
    CHECK(report["data"] == "examples");
    CHECK(report["counts"]["documents"] == 6);
    CHECK(report["counts"]["predicted"] == 6);
}

TEST_CASE("a run goes on from its resume file and ends as one without")
{
    const Bench bench;
    const json whole = bench.report();
    CHECK(bench.run({"--limit", "11", "--resume", bench.file("run"), "--csv", bench.file("part.csv")}).exitCode == 0);
    CHECK(timeless(bench.report({"--resume", bench.file("run")})) == timeless(whole));
    CHECK(timeless(bench.report({"--resume", bench.file("run")})) == timeless(whole));

    const ProgramResult other = bench.run({"--resume", bench.file("run"), "--methods", "cp"});
    CHECK(other.exitCode == 1);
    CHECK(onlyOneSentence(other));
    CHECK(other.error.find("was made with methods") != std::string::npos);
}

TEST_CASE("Ctrl-C stops a run at once, and what was finished is not lost")
{
    const Bench bench;
    const std::string big = bench.file("big.jsonl");
    const std::string lines = contentOf(bench.data);
    {
        std::ofstream file(big);
        for (int i = 0; i < 1000; ++i) {
            file << lines;
        }
    }
    const std::vector<std::string> same{"agree", "--data", big, "--resamples", "50", "--json", "-"};
    std::vector<std::string> resumed = same;
    resumed.insert(resumed.end(), {"--resume", bench.file("run")});
    const ProgramResult stopped = runProgram({.program = ADAPLENS_CLI,
                                              .arguments = resumed,
                                              .environment = {{"ADAPLENS_MODEL", bench.model}},
                                              .interrupt = true});
    CAPTURE(stopped.error);
    CHECK(stopped.exitCode == 130);
    CHECK(stopped.output.empty());
    CHECK(stopped.error.find("the same command goes on") != std::string::npos);
    CHECK(fs::file_size(bench.file("run")) > 1000); // the run and a document at least
    const auto first = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--limit", "40"});
        const ProgramResult result = runCli(bench.model, arguments);
        REQUIRE(result.exitCode == 0);
        return timeless(json::parse(result.output));
    };
    CHECK(first(resumed) == first(same));
}

TEST_CASE("wrong usage exits 2, data that cannot be measured 1, each with one sentence")
{
    const Bench bench;
    const std::vector<std::vector<std::string>> usage = {
        {"--methods", "magic"},        {"--selection", "top-0"},       {"--selection", "best"}, {"--mode", "words"},
        {"--class", "silver"},         {"--dropped", "never"},         {"--resamples", "0"},    {"--format", "xls"},
        {"--json", "-", "--csv", "-"}, {"--latex", "-", "--csv", "-"},
    };
    for (const auto &arguments : usage) {
        const ProgramResult result = bench.run(arguments);
        CAPTURE(result.error);
        CHECK(result.exitCode == 2);
        CHECK(onlyOneSentence(result));
    }
    const ProgramResult formatAlone = runCli(bench.model, {"agree", "--format", "jsonl"});
    CHECK(formatAlone.exitCode == 2);

    std::ofstream(bench.file("unmarked.jsonl")) << json{{"text", "a film"}, {"label", "positive"}} << '\n';
    std::ofstream(bench.file("labels.jsonl"))
        << json{{"text", "a film"}, {"label", "sports"}, {"rationale", json::array({json::array({2, 6})})}} << '\n';
    for (const char *name : {"unmarked.jsonl", "labels.jsonl", "absent.jsonl"}) {
        const ProgramResult result = runCli(bench.model, {"agree", "--data", bench.file(name)});
        CAPTURE(result.error);
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
    }
    CHECK(runCli(bench.model, {"agree", "--data", bench.file("labels.jsonl"), "--class", "predicted"}).exitCode == 0);
}

TEST_CASE("a plain model is measured without contributions")
{
    const Bench bench;
    writeTinyModel(bench.folder.path() / "plain", {.adaptive = false});
    const json report = bench.report({"--model", bench.file("plain")});
    CHECK(report["methods"].size() == 4);
    CHECK(report["methods"][0]["method"] == "attention");
    const ProgramResult result = bench.run({"--model", bench.file("plain"), "--methods", "cp"});
    CHECK(result.exitCode == 1);
    CHECK(onlyOneSentence(result));
}

TEST_CASE("the embedded model on film reviews: between chance and perfection, at the data's base rate" *
          doctest::test_suite("optional"))
{
    const fs::path model = fs::path(ADAPLENS_SOURCE_DIR) / "resources" / "models" / "reviews";
    const fs::path data = fs::path(ADAPLENS_SHARED_DIR) / "data" / "movies";
    if (!fs::exists(data)) {
        MESSAGE("SKIPPED: there is no " << data);
        return;
    }
    const ProgramResult result =
        runCli(model.string(), {"agree", "--data", data.string(), "--split", "train", "--limit", "12", "--json", "-"});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    const json report = json::parse(result.output);
    CHECK(report["split"] == "train");
    CHECK(report["base_rate"]["mean"] > 0.03);
    CHECK(report["base_rate"]["mean"] < 0.25);
    for (const json &method : report["methods"]) {
        CHECK(method["mean"]["ap"]["mean"] > 0.03);
        CHECK(method["mean"]["ap"]["mean"] < 0.6);
    }
}
