// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <stop_token>
#include <string>

namespace adaplens::cli {

/// `--data`, `--format`, `--split` and `--limit`, which the subcommands that read a data set share.
struct DataOptions {
    std::string path; ///< empty where --data was not given
    std::string format = nameOf(DataFormat::Guess);
    DataSource source; ///< what other options say about it

    void addData(CLI::App &app, const std::string &description);
    void addRest(CLI::App &app);
    void addColumns(CLI::App &app); ///< `--text-column`, `--pair-column` and `--label-column`
    /// The source that the options name; a pipe is read whole. Empty = stopped. Throws Error if it cannot be read.
    [[nodiscard]] std::optional<DataSource> read(std::stop_token stop) const;
};

/// Names of formats, for CLI11 to check.
[[nodiscard]] CLI::Validator knownFormat();
/// "tsv, csv, ...", for the help.
[[nodiscard]] std::string formatList();

} // namespace adaplens::cli
