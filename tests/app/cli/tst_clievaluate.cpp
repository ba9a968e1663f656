// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A model and a small data set that it answers somehow.
struct Bench : CliFolder {
    std::string data = file("dev.tsv");
    Bench()
    {
        std::ofstream file(data);
        file << "sentence\tlabel\n";
        for (int i = 0; i < 40; ++i) {
            file << "a " << (i % 3 == 0 ? "good" : "dull") << " film " << std::string(static_cast<std::size_t>(i), 'x')
                 << "\t" << i % 2 << "\n";
        }
        file << "great film";
        for (int i = 0; i < 100; ++i) {
            file << " ,";
        }
        file << "\t1\n";
    }
    [[nodiscard]] json figures(const std::vector<std::string> &more = {}) const
    {
        return jsonOf({"evaluate", "--data", data}, more);
    }
};

} // namespace

TEST_CASE("evaluate prints every figure, and the batch size changes none of the results")
{
    const Bench bench;
    const json one = bench.figures();
    for (const char *key : {"accuracy", "accuracy_plain", "accuracy_unreduced", "speedup", "speedup_wall", "ms_plain",
                            "ms_reduced", "n", "truncated"}) {
        CAPTURE(key);
        REQUIRE(one[key].is_number());
    }
    CHECK(one["n"] == 41);
    CHECK(one["truncated"] == 1);
    CHECK(one["protocol"] == "head512");
    CHECK(one["kept_per_layer"].size() == 3);
    CHECK(one["difference"]["low"] <= one["difference"]["mean"]);
    CHECK(one["difference"]["mean"].get<double>() ==
          doctest::Approx(one["accuracy"].get<double>() - one["accuracy_plain"].get<double>()));
    json other = bench.figures({"--batch", "3", "--threads", "1"});
    for (const char *key : {"accuracy", "accuracy_plain", "accuracy_unreduced", "speedup", "kept_per_layer"}) {
        CAPTURE(key);
        CHECK(one[key] == other[key]);
    }
    CHECK(other["conditions"]["threads"] == 1);
}

TEST_CASE("models of every rule are evaluated, with floors beside them where they are asked for")
{
    const Bench bench;
    for (const std::string rule : {"power", "trbert", "random", "attention-topk", "first", "last"}) {
        CAPTURE(rule);
        const std::string model = (bench.folder.path() / rule).string();
        writeTinyModel(model, {.reduction = rule});
        const json found = bench.figures({"--model", model, "--floors", "random,last"});
        CHECK(found["speedup_padded"].get<double>() > found["speedup"].get<double>());
        CHECK(found["padded_length"] == 64);
        REQUIRE(found["floors"].size() == 2);
        CHECK(found["floors"][0]["rule"] == "random");
        CHECK(found["floors"][1]["rule"] == "last");
        CHECK(found["floors"][1]["difference"]["mean"].get<double>() ==
              doctest::Approx(found["accuracy"].get<double>() - found["floors"][1]["accuracy"].get<double>()));
    }
    const ProgramResult table = runCli(bench.model, {"evaluate", "--data", bench.data, "--floors", "first"});
    CHECK(table.exitCode == 0);
    CHECK(table.output.find("all padded") != std::string::npos);
    CHECK(table.output.find("longest one's 64 pieces") != std::string::npos);
    CHECK(table.output.find("Floor, first") != std::string::npos);
    CHECK(runCli(bench.model, {"evaluate", "--data", bench.data, "--floors", "adapler"}).exitCode == 2);
}

TEST_CASE("limit, length and protocol do what they say")
{
    const Bench bench;
    CHECK(bench.figures({"--limit", "7"})["n"] == 7);
    CHECK(bench.figures({"--max-length", "8"})["truncated"].get<int>() > 10);
    const json windows = bench.figures({"--protocol", "windows-mean"});
    CHECK(windows["truncated"] == 0);
    CHECK(windows["protocol"] == "windows-mean");
    const std::string target = (bench.folder.path() / "figures.json").string();
    CHECK(runCli(bench.model, {"evaluate", "--data", bench.data, "--json", target}).output.empty());
    std::ifstream file(target);
    CHECK(json::parse(file)["n"] == 41);
}

TEST_CASE("without --json there is a table")
{
    const Bench bench;
    const ProgramResult result = runCli(bench.model, {"evaluate", "--data", bench.data, "--format", "tsv"});
    CHECK(result.exitCode == 0);
    for (const char *wanted : {"Accuracy, reduced", "plain twin", "Speed-up, FLOPs", "Kept by each layer",
                               "41 examples", "2000 resamples, seed 0)", "cpu, float32, ", "batches of 32, "}) {
        CAPTURE(wanted);
        CHECK(result.output.find(wanted) != std::string::npos);
    }
}

TEST_CASE("data that the model cannot answer for gives one sentence")
{
    const Bench bench;
    const std::string file = (bench.folder.path() / "bad.tsv").string();
    std::ofstream(file) << "sentence\tlabel\na film\tmaybe\n";
    for (const std::string &data : {file, bench.folder.path().string(), std::string("/dev/null")}) {
        const ProgramResult result = runCli(bench.model, {"evaluate", "--data", data});
        CAPTURE(result.error);
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
    }
}

TEST_CASE("a trained model answers as an independent implementation measured it" * doctest::test_suite("optional"))
{
    const fs::path shared = ADAPLENS_SHARED_DIR;
    const fs::path model = shared / "models" / "trial-sst2", data = shared / "data" / "sst2" / "dev.tsv";
    for (const fs::path &wanted : {model, data}) {
        if (!fs::exists(wanted)) {
            MESSAGE("SKIPPED: there is no " << wanted);
            return;
        }
    }
    const ProgramResult result = runCli(model.string(), {"evaluate", "--data", data.string(), "--json", "-"});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    const json figures = json::parse(result.output);
    CHECK(figures["n"] == 872);
    CHECK(std::abs(figures["correct"].get<int>() - 771) <= 1);
    CHECK(std::abs(figures["correct_unreduced"].get<int>() - 784) <= 1);
    CHECK(figures["speedup"].get<double>() == doctest::Approx(1.776).epsilon(0.001));
    const std::vector<double> kept{23.7, 22.6, 14.4, 10.1, 6.9, 6.8};
    for (std::size_t l = 0; l < kept.size(); ++l) {
        CHECK(std::abs(figures["kept_per_layer"][l].get<double>() - kept[l]) < 0.06);
    }
}

TEST_CASE("evaluate runs in the precision asked for, or says that it cannot")
{
    const Bench bench;
    CHECK(bench.figures()["conditions"]["precision"] == "float32");
    const auto call = [&](const char *most) {
        return runProgram({.program = ADAPLENS_CLI,
                           .arguments = {"evaluate", "--data", bench.data, "--json", "-", "--precision", "int8"},
                           .environment = {{"ADAPLENS_MODEL", bench.model}, {"ADAPLENS_MAX_ISA", most}}});
    };
    const ProgramResult full = call("");
    REQUIRE(full.exitCode == 0);
    const std::string used = json::parse(full.output)["conditions"]["precision"];
    CHECK((used == "int8") == full.error.empty());
    const ProgramResult less = call("none");
    REQUIRE(less.exitCode == 0);
    CHECK(json::parse(less.output)["conditions"]["precision"] == "float32");
    CHECK(less.error.find("int8") != std::string::npos);
    CHECK(std::count(less.error.begin(), less.error.end(), '\n') == 1);
    CHECK(runCli(bench.model, {"evaluate", "--data", bench.data, "--precision", "int4"}).exitCode == 2);

    const json same = bench.figures({"--against-float32"})["float32"];
    CHECK(same["decisions"].get<int>() > 100);
    CHECK(same["decisions_differing"] == 0);
    CHECK(same["answers_differing"] == 0);
    CHECK(bench.figures().contains("float32") == false);
    if (used == "int8") {
        const json other = bench.figures({"--against-float32", "--precision", "int8"})["float32"];
        CHECK(other["share_differing"].get<double>() < 0.2);
        CHECK(other["faster_plain"].get<double>() > 0);
    }
}
