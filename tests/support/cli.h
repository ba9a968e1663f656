// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/program.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace adaplens::test {

/// Runs the command line with `model` as its embedded model.
[[nodiscard]] inline ProgramResult runCli(const std::string &model, std::vector<std::string> arguments,
                                          std::string input = {})
{
    return runProgram({.program = ADAPLENS_CLI,
                       .arguments = std::move(arguments),
                       .input = std::move(input),
                       .environment = {{"ADAPLENS_MODEL", model}}});
}

/// A folder with a tiny model, and the command line run with it.
struct CliFolder {
    TemporaryFolder folder;
    std::string model = file("model");
    CliFolder() { writeTinyModel(model, {}); }
    [[nodiscard]] std::string file(const char *name) const { return (folder.path() / name).string(); }
    /// What a command that must not fail or complain writes to standard output as JSON.
    [[nodiscard]] nlohmann::json jsonOf(std::vector<std::string> arguments, const std::vector<std::string> &more) const
    {
        arguments.insert(arguments.end(), more.begin(), more.end());
        arguments.insert(arguments.end(), {"--json", "-"});
        const ProgramResult result = runCli(model, std::move(arguments));
        CAPTURE(result.error);
        REQUIRE(result.exitCode == 0);
        CHECK(result.error.empty()); // no progress where nobody sees it
        return nlohmann::json::parse(result.output);
    }
};

/// Nothing on standard output, and one line after the program's name on standard error.
[[nodiscard]] inline bool onlyOneSentence(const ProgramResult &result)
{
    return result.output.empty() && result.error.starts_with("adaplens-cli: ") && result.error.ends_with('\n') &&
           std::count(result.error.begin(), result.error.end(), '\n') == 1;
}

} // namespace adaplens::test
