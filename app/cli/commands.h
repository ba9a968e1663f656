// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <stop_token>

namespace adaplens::cli {

enum class Result { Done, Cancelled };

/// What a subcommand does once its arguments are read. Stops soon after the token asks for it; throws Error.
using Action = std::function<Result(std::stop_token)>;

/// A subcommand: its name, and the function (in the file of that name) that describes its arguments.
struct Command {
    const char *name;
    Action (*declare)(CLI::App &app);
};

/// All subcommands, in the order of `--help`.
[[nodiscard]] std::span<const Command> commands();

Action declareAgree(CLI::App &app);
Action declareAnalyze(CLI::App &app);
Action declareBench(CLI::App &app);
Action declareCalibrate(CLI::App &app);
Action declareEvaluate(CLI::App &app);
Action declareExport(CLI::App &app);
Action declareImport(CLI::App &app); ///< where HDF5 is
Action declareModels(CLI::App &app);
Action declareSweep(CLI::App &app);
Action declareTokenize(CLI::App &app);
Action declareTrain(CLI::App &app);

} // namespace adaplens::cli
