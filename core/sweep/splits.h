// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <string>
#include <vector>

namespace adaplens {

/// A part of a data set that a sweep measures on.
struct SweepSplit {
    std::string name; ///< "dev", "test"
    DataSource source;
};

/// The splits of a source: a file is "dev"; a folder holds dev (or val, validation) and test as .tsv, .csv or .jsonl, or
/// is an ERASER or HateXplain set with val and test. A source with a split of its own is that one. Throws Error if there
/// is none.
[[nodiscard]] std::vector<SweepSplit> splitsOf(const DataSource &source);

} // namespace adaplens
