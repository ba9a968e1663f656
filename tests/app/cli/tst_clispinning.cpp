// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"

using namespace adaplens::test;

namespace {

/// Name and environment, a line each, of the command line while it runs, started with a setting of the user's.
std::string whileItRuns(const std::string &setting)
{
    const CliFolder bench;
    const ProgramResult result =
        runProgram({.program = "/bin/sh",
                    .arguments = {"-c",
                                  "unset OMP_WAIT_POLICY GOMP_SPINCOUNT; " + setting +
                                      "mkfifo \"$1\" && { \"$2\" tokenize --file \"$1\" & } && "
                                      "exec 3>\"$1\" && cat /proc/$!/comm && "
                                      "tr '\\0' '\\n' </proc/$!/environ; exec 3>&-; wait $!",
                                  "sh", bench.file("pipe"), ADAPLENS_CLI},
                    .environment = {{"ADAPLENS_MODEL", bench.model}, {"OTHER", "stays"}}});
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    return "\n" + result.output;
}

} // namespace

TEST_CASE("threads that wait give the processor to other programs soon")
{
    const std::string seen = whileItRuns("");
    CHECK(seen.starts_with("\nadaplens-cli\n"));
    CHECK(seen.find("\nGOMP_SPINCOUNT=4000\n") != std::string::npos);
    CHECK(seen.find("\nOTHER=stays\n") != std::string::npos);
}

TEST_CASE("what the user has set of it stays")
{
    for (const std::string setting : {"OMP_WAIT_POLICY=active", "GOMP_SPINCOUNT=77"}) {
        const std::string seen = whileItRuns("export " + setting + "; ");
        CHECK(seen.find("\n" + setting + "\n") != std::string::npos);
        CHECK(seen.find("SPINCOUNT=4000") == std::string::npos);
    }
}
