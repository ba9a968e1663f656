// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

#include <span>

namespace adaplens {

/// Which columns of a table hold what.
struct Columns {
    std::size_t text = 0;
    std::optional<std::size_t> pair;
    std::optional<std::size_t> label; ///< empty only where the source may lack labels
    std::optional<std::size_t> id;
    std::optional<std::size_t> rationale;
    bool marked = false; ///< the text holds its rationale as [[marks]]
};

using Row = std::vector<std::string>;

/// The same by name; `header` is empty where there is none, of `width` columns.
[[nodiscard]] DataColumns namesOf(const Columns &columns, const Row &header, std::size_t width);

/// True if `row` names columns: it holds a known name, or a text over a column of numbers, or a name that the source
/// gives. `sample` are the rows after it.
[[nodiscard]] bool isHeader(const Row &row, std::span<const Row> sample, const DataSource &source);

/// Finds the columns: those that the source names (a name, or without a header a number from 1), else by the names
/// that data sets use, else by content: the label is the column with few short values, the text the longest one.
/// `header` is empty where there is none; `sample` holds the first rows. Throws Error listing the columns.
[[nodiscard]] Columns findColumns(const Row &header, std::span<const Row> sample, const DataSource &source);

} // namespace adaplens
