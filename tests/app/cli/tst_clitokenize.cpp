// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace adaplens::test;
using nlohmann::json;

namespace {

std::vector<json> linesOf(const std::string &output)
{
    std::vector<json> result;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        result.push_back(json::parse(line));
    }
    return result;
}

} // namespace

TEST_CASE("each line of bytes becomes a line of JSON")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {});
    std::filesystem::remove(folder.path() / "model.safetensors"); // not needed here
    const std::string input("A FILM\n\nfun\xff fun\r\nna\xc3\xafve\nno\0plot\nlast line", 42);
    const ProgramResult result = runCli(folder.path().string(), {"tokenize"}, input);
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    CHECK(result.error.empty());
    const std::vector<json> lines = linesOf(result.output);
    REQUIRE(lines.size() == 6);
    const std::vector<std::string> vocabulary = tinyVocabulary();
    for (const json &line : lines) {
        REQUIRE(line.size() == 3);
        REQUIRE(line["ids"].size() == line["pieces"].size());
        REQUIRE(line["ids"].size() == line["offsets"].size());
        for (std::size_t i = 0; i < line["ids"].size(); ++i) {
            CHECK(vocabulary[line["ids"][i].get<std::size_t>()] == line["pieces"][i].get<std::string>());
        }
    }
    CHECK(lines[0]["pieces"] == json({"[CLS]", "a", "film", "[SEP]"}));
    CHECK(lines[0]["offsets"] == json::parse("[[0,0],[0,1],[2,6],[0,0]]"));
    CHECK(lines[1]["pieces"] == json({"[CLS]", "[SEP]"}));
    CHECK(lines[2]["pieces"] == json({"[CLS]", "fun", "fun", "[SEP]"}));
    CHECK(lines[2]["offsets"][2] == json({5, 8})); // after the byte that is no UTF-8
    CHECK(lines[3]["offsets"][5] == json({5, 6})); // n a i(2 bytes) v e
    CHECK(lines[5]["pieces"].size() > 3);
}

TEST_CASE("lines are cut on demand only, and long ones survive block boundaries")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {});
    std::string line;
    for (int i = 0; i < 50000; ++i) {
        line += "film ";
    }
    const ProgramResult whole = runCli(folder.path().string(), {"tokenize"}, line + "\ngood\n");
    REQUIRE(whole.exitCode == 0);
    CHECK(linesOf(whole.output).size() == 2);
    CHECK(linesOf(whole.output)[0]["ids"].size() == 50002);
    const ProgramResult cut = runCli(folder.path().string(), {"tokenize", "--max-length", "8"}, line);
    REQUIRE(cut.exitCode == 0);
    CHECK(linesOf(cut.output)[0]["ids"].size() == 8);
}

TEST_CASE("an empty input gives no line, and --file reads a file")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {});
    CHECK(runCli(folder.path().string(), {"tokenize"}).output.empty());
    const std::string file = (folder.path() / "lines").string();
    std::ofstream(file) << "a\nb\n";
    CHECK(linesOf(runCli(folder.path().string(), {"tokenize", "--file", file}).output).size() == 2);
}

TEST_CASE("a closed pipe is an error, not a crash")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {});
    const ProgramResult result = runProgram({.program = ADAPLENS_CLI,
                                             .arguments = {"tokenize"},
                                             .input = "a\n",
                                             .environment = {{"ADAPLENS_MODEL", folder.path().string()}},
                                             .outputFile = "/dev/full"});
    CHECK(result.exitCode == 1);
    CHECK(onlyOneSentence(result));
}
