// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/version.h"

#include <csignal>
#include <cstdlib>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace adaplens::cli;

constexpr const char *description =
    "Runs classifiers of BERT's kind that drop tokens layer by layer (AdapLeR, PoWER-BERT, TR-BERT), trains them and measures them.\n"
    "Without --model every subcommand uses the first of the models that came with the program.";

constexpr const char *examples = R"(Examples:
  adaplens-cli analyze --text "A gripping, beautifully made film."
  adaplens-cli analyze --file review.txt --window --json windows.json
  adaplens-cli evaluate --data dev.tsv --json -
  adaplens-cli analyze --help

Exit status: 0 done, 1 an error (one sentence on standard error), 2 wrong usage, 130 stopped by Ctrl-C.)";

/// Prints a usage error, or the help or version that was asked for.
int usage(const CLI::App &app, const CLI::ParseError &error)
{
    if (error.get_exit_code() == 0) {
        app.exit(error); // prints to standard output
        finishStandardOutput();
        return EXIT_SUCCESS;
    }
    std::string command = "adaplens-cli";
    for (const CLI::App *chosen : app.get_subcommands()) {
        command += ' ' + chosen->get_name();
    }
    const std::vector<std::string> unknown = app.remaining();
    const bool stranger = app.get_subcommands().empty() && !unknown.empty();
    complain((stranger ? "There is no subcommand or option " + printable(unknown.front()) : error.what()) + " (see " +
             command + " --help)");
    return 2;
}

int run(int argc, char **argv, const Interrupt &interrupt)
{
    CLI::App app(description, "adaplens-cli");
    app.footer(examples);
    app.set_version_flag("--version", versionText, "Print the versions of the program and of what it computes with");
    app.require_subcommand(1);
    std::vector<std::pair<CLI::App *, Action>> actions;
    for (const Command &command : commands()) {
        CLI::App *sub = app.add_subcommand(command.name);
        actions.emplace_back(sub, command.declare(*sub));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return usage(app, error);
    }
    for (const auto &[sub, action] : actions) {
        if (sub->parsed() && action(interrupt.token()) == Result::Cancelled) {
            return interrupt.exitCode();
        }
    }
    finishStandardOutput();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char **argv)
{
    // A closed pipe is then an error of the write, which is reported like any other.
    std::signal(SIGPIPE, SIG_IGN);
    const Interrupt interrupt;
    try {
        return run(argc, argv, interrupt);
    } catch (const std::bad_alloc &) {
        complain("There is not enough memory for this; use a shorter text, a smaller batch or a smaller model.");
    } catch (const std::exception &error) {
        complain(error.what());
    }
    return EXIT_FAILURE;
}
