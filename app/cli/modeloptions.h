// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/classifier.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace adaplens::cli {

/// `--model` with `--tokenizer`, `--threads` and `--precision`, which most subcommands share.
struct ModelOptions {
    std::string tokenizer; ///< folder of its tokeniser; empty = the model's own
    std::string model;     ///< a folder or the name of a shipped model; empty = the default one
    int threads = 0;       ///< 0 = left as it is
    std::string precision = "float32";

    void addModel(CLI::App &app);
    void addThreads(CLI::App &app);
    void addPrecision(CLI::App &app);

    /// The model's folder. Throws Error if there is no such model, or no default one.
    [[nodiscard]] std::filesystem::path folder() const;
    /// Sets the threads and opens the model; notes where the processor cannot do the precision. Throws Error.
    [[nodiscard]] std::unique_ptr<Classifier> open() const;
};

} // namespace adaplens::cli
