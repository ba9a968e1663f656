// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace adaplens {

/// What a reader finds in a data set, for somebody who is about to use it.
struct DataDescription {
    DataFormat format = DataFormat::Guess;
    DataColumns columns;
    std::map<std::string, std::size_t> labels; ///< as the file writes them -> how often
    std::size_t examples = 0;
    SkipCounts skipped;
};

/// Reads a source through. Empty = asked to stop. Throws Error where it cannot be read, or where so many different labels
/// are found that the column holds something else.
[[nodiscard]] std::optional<DataDescription> describeData(const DataSource &source, const std::stop_token &stop = {});

} // namespace adaplens
