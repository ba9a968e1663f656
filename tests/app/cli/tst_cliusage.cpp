// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/machine/cores.h"
#include "tests/support/cli.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <sched.h>

using namespace adaplens::test;

namespace {

constexpr const char *noModel = "/nonexistent/model";

} // namespace

TEST_CASE("help has examples at every level")
{
    const ProgramResult top = runCli(noModel, {"--help"});
    CHECK(top.exitCode == 0);
    CHECK(top.error.empty());
    CHECK(top.output.find("Examples:") != std::string::npos);
    for (const adaplens::cli::Command &command : adaplens::cli::commands()) {
        CAPTURE(command.name);
        CHECK(top.output.find(std::string("  ") + command.name) != std::string::npos);
        const ProgramResult help = runCli(noModel, {command.name, "--help"});
        CHECK(help.exitCode == 0);
        CHECK(help.error.empty());
        CHECK(help.output.find("Examples:") != std::string::npos);
        CHECK(help.output.find(std::string("adaplens-cli ") + command.name) != std::string::npos);
    }
}

TEST_CASE("the version names everything that computes")
{
    const ProgramResult result = runCli(noModel, {"--version"});
    CHECK(result.exitCode == 0);
    for (const char *wanted : {"AdapLens ", "LibTorch ", "BLAS ", "Threads ", "Processor "}) {
        CAPTURE(wanted);
        CHECK(result.output.find(wanted) != std::string::npos);
    }
}

TEST_CASE("without --threads the cores that the process may use compute")
{
    ::unsetenv("OMP_NUM_THREADS"); // the tests' own
    const auto threads = [] {
        const std::string text = runCli(noModel, {"--version"}).output;
        const std::size_t place = text.find("Threads ");
        REQUIRE(place != std::string::npos);
        return std::stoi(text.substr(place + 8));
    };
    CHECK(threads() == adaplens::allowedCores());
    cpu_set_t before, one;
    REQUIRE(sched_getaffinity(0, sizeof before, &before) == 0);
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    REQUIRE(sched_setaffinity(0, sizeof one, &one) == 0);
    CHECK(threads() == 1);
    REQUIRE(sched_setaffinity(0, sizeof before, &before) == 0);
    ::setenv("OMP_NUM_THREADS", "3", 1);
    CHECK(threads() == 3);
}

TEST_CASE("wrong usage exits 2 with one sentence that points to the help")
{
    const std::vector<std::vector<std::string>> calls = {
        {},
        {"dance"},
        {"--nonsense"},
        {"analyze"},
        {"analyze", "--nonsense"},
        {"analyze", "--text"},
        {"analyze", "--text", "a", "--file", "b"},
        {"analyze", "--text", "a", "--timing-runs", "0"},
        {"analyze", "--text", "a", "--threads", "many"},
        {"analyze", "--text", "a", "--score", "magic"},
        {"analyze", "--text", "a", "--json", "-", "--csv", "-"},
        {"analyze", "--text", "a", "--json", "-", "--html", "-"},
        {"analyze", "--text", "a", "--lines"},
        {"analyze", "--text", "a", "--lines", "--html", "-", "--csv", "a.csv"},
        {"analyze", "--text", "a", "--lines", "--html", "-", "--window"},
        {"analyze", "--text", "a", "--lines", "--html", "-", "--pair", "b"},
        {"export"},
        {"tokenize", "--max-length", "1"},
        {"evaluate"},
        {"evaluate", "--data", "x", "--protocol", "guess"},
        {"export", "--out", "x", "--storage", "gold"},
        {"train"},
    };
    for (const auto &call : calls) {
        const ProgramResult result = runCli(noModel, call);
        CAPTURE(result.error);
        CHECK(result.exitCode == 2);
        CHECK(onlyOneSentence(result));
        CHECK(result.error.find("--help") != std::string::npos);
    }
}

TEST_CASE("an unknown subcommand is named")
{
    const ProgramResult result = runCli(noModel, {"dance"});
    CAPTURE(result.error);
    CHECK(result.exitCode == 2);
    CHECK(result.error.find("dance") != std::string::npos);
}

TEST_CASE("a missing model or file exits 1 with one sentence")
{
    const std::vector<std::vector<std::string>> calls = {
        {"analyze", "--text", "a"},
        {"analyze", "--text", "a", "--model", "/nonexistent/other"},
        {"analyze", "--file", "/nonexistent/text"},
        {"analyze", "--file", "/"},
        {"tokenize"},
        {"tokenize", "--file", "/nonexistent/text"},
        {"export", "--out", "/nonexistent/out"},
        {"evaluate", "--data", "/nonexistent/data"},
    };
    for (const auto &call : calls) {
        const ProgramResult result = runCli(noModel, call);
        CAPTURE(result.error);
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
        CHECK(result.error.find('/') != std::string::npos);
    }
}

TEST_CASE("a full standard output is an error")
{
    if (!std::filesystem::exists("/dev/full")) {
        MESSAGE("skipped: no /dev/full");
        return;
    }
    const ProgramResult result =
        runProgram({.program = ADAPLENS_CLI, .arguments = {"--help"}, .outputFile = "/dev/full"});
    CHECK(result.exitCode == 1);
    CHECK(onlyOneSentence(result));
}
