// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/program.h"

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

/// Nothing on standard output, and one line after the program's name on standard error.
[[nodiscard]] inline bool onlyOneSentence(const ProgramResult &result)
{
    return result.output.empty() && result.error.starts_with("adaplens-cli: ") && result.error.ends_with('\n') &&
           std::count(result.error.begin(), result.error.end(), '\n') == 1;
}

} // namespace adaplens::test
