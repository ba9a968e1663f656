// SPDX-License-Identifier: GPL-3.0-or-later
// Each subcommand with nothing but what it must have, twice into one place, and where nothing can be written.
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

using Arguments = std::vector<std::string>;

struct Bench {
    TemporaryFolder folder;
    std::string model = (folder.path() / "model").string(), data = (folder.path() / "dev.jsonl").string();
    Bench()
    {
        writeTinyModel(model, {});
        std::ofstream file(data);
        for (int i = 0; i < 12; ++i) {
            file << R"({"text": "a )" << (i % 2 == 0 ? "good" : "dull") << R"( film", "label": )" << i % 2
                 << R"(, "rationale": [[2, 6]]})" << '\n';
        }
    }
    [[nodiscard]] std::string file(const std::string &name) const { return (folder.path() / name).string(); }

    /// Every way to write a file, without the name of it.
    [[nodiscard]] std::vector<Arguments> writing() const
    {
        const Arguments analyze{"analyze", "--text", "a good film"}, evaluate{"evaluate", "--data", data},
            agree{"agree", "--data", data, "--methods", "cp", "--resamples", "2"},
            bench{"bench", "--n", "2", "--runs", "1", "--seconds", "0"};
        std::vector<Arguments> calls;
        for (const auto &[call, options] : {std::pair(analyze, Arguments{"--json", "--csv", "--html"}),
                                            {evaluate, {"--json"}},
                                            {agree, {"--json", "--csv", "--latex", "--resume"}},
                                            {bench, {"--json"}}}) {
            for (const std::string &option : options) {
                calls.push_back(call);
                calls.back().push_back(option);
            }
        }
        return calls;
    }
};

std::string spelled(const Arguments &call)
{
    std::string text;
    for (const std::string &word : call) {
        text += word + ' ';
    }
    return text;
}

} // namespace

TEST_CASE("subcommands with nothing but what they must have")
{
    const Bench bench;
    struct Row {
        Arguments call;
        std::string input;
        const char *says;
    };
    const Row rows[] = {
        {{"analyze", "--text", "a good film"}, "", "Prediction"},
        {{"analyze", "--file", "-"}, "a good film", "Prediction"},
        {{"tokenize"}, "a good film\n", "\"ids\":[2,"},
        {{"evaluate", "--data", bench.data}, "", "12 examples"},
        {{"export", "--out", bench.file("exported")}, "", "AdapLeR model: "},
        {{"bench", "--data", bench.data}, "", "Texts a second"},
        {{"agree"}, "", "Mean over layers"},
    };
    for (const Row &row : rows) {
        CAPTURE(spelled(row.call));
        const ProgramResult result = runCli(bench.model, row.call, row.input);
        CAPTURE(result.error);
        CHECK(result.exitCode == 0);
        CHECK(result.output.find(row.says) != std::string::npos);
    }
}

TEST_CASE("a second run into the same place replaces what the first one wrote")
{
    const Bench bench;
    for (Arguments call : bench.writing()) {
        const std::string target = bench.file("out");
        const bool goesOn = call.back() == "--resume"; // its file grows instead
        CAPTURE(spelled(call));
        call.push_back(target);
        std::ofstream(target) << (goesOn ? "" : std::string(100000, 'x'));
        CHECK(runCli(bench.model, call).exitCode == 0);
        const auto first = fs::file_size(target);
        CHECK(first > 20);
        CHECK(first < 100000);
        CHECK(runCli(bench.model, call).exitCode == 0);
        CHECK(std::max(first, fs::file_size(target)) - std::min(first, fs::file_size(target)) < 200); // times differ
        fs::remove(target);
    }
    const Arguments exporting{"export", "--out", bench.file("exported")};
    CHECK(runCli(bench.model, exporting).exitCode == 0);
    const ProgramResult again = runCli(bench.model, exporting);
    CHECK(again.exitCode == 1);
    CHECK(again.error.find("--force") != std::string::npos);
}

TEST_CASE("where nothing can be written there is one sentence, and what was there stays")
{
    const Bench bench;
    const std::string file = bench.file("file");
    std::ofstream(file) << "mine";
    for (const std::string &target :
         {file + "/out", std::string("/proc/adaplens-out"), bench.folder.path().string(), std::string("/dev/full")}) {
        for (Arguments call : bench.writing()) {
            call.push_back(target);
            CAPTURE(spelled(call));
            const ProgramResult result = runCli(bench.model, call);
            CAPTURE(result.error);
            CHECK(result.exitCode == 1);
            CHECK(onlyOneSentence(result));
            CHECK(result.error.find(target) != std::string::npos);
        }
        const ProgramResult exported = runCli(bench.model, {"export", "--out", target});
        CAPTURE(exported.error);
        CHECK(exported.exitCode == 1);
        CHECK(onlyOneSentence(exported));
    }
    std::ifstream stream(file);
    CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == "mine");
    CHECK(std::distance(fs::directory_iterator(bench.folder.path()), {}) == 3); // nothing temporary is left
    CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a standard output that takes no more is an error of every subcommand")
{
    const Bench bench;
    const std::vector<Arguments> calls = {
        {"analyze", "--text", "a good film"},
        {"analyze", "--text", "a good film", "--json", "-"},
        {"tokenize", "--file", bench.data},
        {"evaluate", "--data", bench.data},
        {"agree", "--data", bench.data, "--methods", "cp", "--resamples", "2"},
        {"bench", "--n", "2", "--runs", "1", "--seconds", "0"},
        {"export", "--out", bench.file("exported")},
    };
    for (const Arguments &call : calls) {
        CAPTURE(spelled(call));
        const ProgramResult result = runProgram({.program = ADAPLENS_CLI,
                                                 .arguments = call,
                                                 .environment = {{"ADAPLENS_MODEL", bench.model}},
                                                 .outputFile = "/dev/full"});
        CAPTURE(result.error);
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
    }
}
