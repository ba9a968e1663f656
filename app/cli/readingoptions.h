// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/conditions.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>

namespace adaplens::cli {

/// `--batch`, `--max-length` and `--protocol`: how the texts of a data set are read, for the subcommands that measure.
struct ReadingOptions {
    std::size_t batch = 32;
    std::size_t maxLength = 0; ///< 0 = the model's

    void add(CLI::App &app);
    /// Sets protocol, longest text and batch of what a subcommand asks the core for.
    template <typename How>
    void applyTo(How &how) const
    {
        how.protocol = protocolNamed(m_protocol);
        how.maxLength = maxLength;
        how.batch = batch;
    }

private:
    std::string m_protocol = "head512";
};

} // namespace adaplens::cli
