// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sweep/sweepmodels.h"
#include "tests/support/cli.h"

#include <set>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A folder with a model and two splits, swept over from the command line.
struct Bench : SweepFixture {
    std::string model = path("model").string(), out = path("out").string(), data = path("").string();
    Bench() { writeTinyModel(model, {.eta = 0.4F}); }
    [[nodiscard]] ProgramResult run(std::vector<std::string> more) const
    {
        more.insert(more.begin(), {"sweep", "--out", out});
        return runCli(model, std::move(more));
    }
};

std::set<std::string> methodsBesideFloors()
{
    const std::vector<std::string> all = adaplens::sweepMethods();
    std::set<std::string> methods(all.begin(), all.end());
    for (const std::string &floor : adaplens::floorNames()) {
        methods.erase(floor);
    }
    return methods;
}

} // namespace

TEST_CASE("a sweep writes its table in three forms and prints it; the same command measures nothing again")
{
    const Bench bench;
    const ProgramResult result = bench.run({"--data", bench.data, "--points", "3", "--f1", "positive"});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    CHECK(result.error.empty());
    const json table = json::parse(content(fs::path(bench.out) / "sweep.json"));
    CHECK(table["schema"] == "adaplens.sweep/1");
    CHECK(table["data"] == bench.folder.path().filename().string());
    CHECK(table["f1_label"] == "positive");
    CHECK(table["points"].size() == (3 * 5 + methodsBesideFloors().size() - 1) * 2); // all others have one each
    CHECK(table["points"][0]["model"] == "../model/plain");
    CHECK(table["points"][2]["id"] == "adapler-scale-0.25-dev");
    CHECK(table["points"][2]["f1"].contains("low"));
    CHECK(content(fs::path(bench.out) / "sweep.csv").find("adapler-scale-4-test,adapler") != std::string::npos);
    CHECK(content(fs::path(bench.out) / "sweep.md").find("| AdapLeR | scale 0.25 |") != std::string::npos);
    CHECK(result.output.find("adapler-scale-0.25") != std::string::npos);
    CHECK(result.output.find("F1") != std::string::npos);
    CHECK(result.output.find(" *\n") != std::string::npos); // the front
    CHECK(result.output.find(bench.out + "/sweep.json") != std::string::npos);
    const auto written = fs::last_write_time(fs::path(bench.out) / "points" / "bert-dev.json");
    REQUIRE(bench.run({"--data", bench.data, "--points", "3", "--f1", "positive"}).exitCode == 0);
    CHECK(fs::last_write_time(fs::path(bench.out) / "points" / "bert-dev.json") == written);
    const ProgramResult other = bench.run({"--data", bench.data, "--batch", "3", "--f1", "positive"});
    CHECK(other.exitCode == 1);
    CHECK(onlyOneSentence(other));
    CHECK(other.error.find("--restart") != std::string::npos);
    CHECK(bench.run({"--data", bench.data, "--batch", "3", "--methods", "bert", "--restart"}).exitCode == 0);
}

TEST_CASE("splits, methods and models are named one by one, or in a configuration")
{
    const Bench bench;
    writeTinyModel(bench.path("power"), {.reduction = "power"});
    const std::string both = bench.model + ',' + bench.path("power").string();
    const ProgramResult result =
        bench.run({"--dev", bench.path("test.tsv").string(), "--test", bench.path("dev.tsv").string(), "--model", both,
                   "--methods", "power,adapler", "--scales", "0.5", "--name", "mine"});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    const json table = json::parse(content(fs::path(bench.out) / "sweep.json"));
    CHECK(table["data"] == "mine");
    REQUIRE(table["points"].size() == 4);
    CHECK(table["points"][0]["n"] == 25); // dev is what --dev says
    CHECK(table["points"][1]["n"] == 60);
    CHECK(table["points"][2]["method"] == "power");

    std::ofstream(bench.path("sweep.json")) << R"({"models": [{"folder": "power", "scales": [1]}]})";
    const std::string other = bench.path("other").string();
    const ProgramResult configured =
        runCli(bench.model, {"sweep", "--out", other, "--data", bench.path("dev.tsv").string(), "--config",
                             bench.path("sweep.json").string()});
    REQUIRE(configured.exitCode == 0);
    CHECK(configured.output.find("not run: No model of this method was named") != std::string::npos); // adapler
    std::set<std::string> methods = methodsBesideFloors();
    methods.insert("power");
    const json others = json::parse(content(fs::path(other) / "sweep.json"));
    CHECK(others["points"].size() == methods.size() + adaplens::floorNames().size());
}

TEST_CASE("what cannot be meant is refused with one sentence")
{
    const Bench bench;
    const std::string dev = bench.path("dev.tsv").string();
    const std::vector<std::vector<std::string>> wrong = {{},
                                                         {"--data", dev, "--dev", dev},
                                                         {"--data", dev, "--points", "0"},
                                                         {"--data", dev, "--points", "3", "--scales", "1"}};
    for (const auto &more : wrong) {
        const ProgramResult result = bench.run(more);
        CHECK(result.exitCode == 2);
        CHECK(onlyOneSentence(result));
    }
    const ProgramResult method = bench.run({"--data", dev, "--methods", "magic"});
    CHECK(method.exitCode == 1);
    CHECK(onlyOneSentence(method));
    CHECK(method.error.find("known are bert, adapler") != std::string::npos);
    CHECK_FALSE(fs::exists(bench.out));
}

TEST_CASE("Ctrl-C ends a sweep, and the same command goes on")
{
    const Bench bench;
    const std::vector<std::string> arguments = {"sweep", "--out", bench.out, "--data", bench.data, "--batch", "1"};
    const ProgramResult result = runProgram({.program = ADAPLENS_CLI,
                                             .arguments = arguments,
                                             .environment = {{"ADAPLENS_MODEL", bench.model}},
                                             .interrupt = true});
    CHECK(result.exitCode == 130);
    CHECK(result.error.find("the same command goes on") != std::string::npos);
    const ProgramResult rest = runCli(bench.model, arguments);
    CHECK(rest.exitCode == 0);
    CHECK(rest.output.find("has not come to it") == std::string::npos);
}
