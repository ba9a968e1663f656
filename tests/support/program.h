// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace adaplens::test {

/// How a program is to be run.
struct ProgramCall {
    std::string program;
    std::vector<std::string> arguments = {};
    std::string input = {};                              ///< its standard input: a file that holds this
    bool pipe = false;                                   ///< ... or a pipe that this comes through
    std::map<std::string, std::string> environment = {}; ///< set on top of the test's own
    std::optional<std::string> outputFile = {};          ///< standard output goes there instead of into the result
    /// Its standard error is a terminal, and Ctrl-C (SIGINT) reaches it as soon as it has written something there.
    bool interrupt = false;
};

/// What a program left behind.
struct ProgramResult {
    int exitCode = -1; ///< -1 where a signal ended it
    int signal = 0;
    std::string output, error;
};

/// Runs a program to its end. Throws std::runtime_error if it cannot be started.
[[nodiscard]] ProgramResult runProgram(const ProgramCall &call);

} // namespace adaplens::test
