// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace adaplens::cli {

[[nodiscard]] bool isTerminal(int fd);
/// Columns of the terminal behind `fd`; 80 where there is none. At least 20.
[[nodiscard]] std::size_t terminalWidth(int fd);
/// Whether text on `fd` may be coloured: a terminal that is not "dumb", and NO_COLOR unset or empty (no-color.org).
[[nodiscard]] bool mayColour(int fd);

/// The text with everything that could steer a terminal (control characters, broken UTF-8) replaced: white space by a
/// blank, the rest by U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
/// Columns that printable text takes on a terminal (CJK and emoji two, combining marks none).
[[nodiscard]] std::size_t displayWidth(std::string_view text);
/// The printable text, shortened to `width` columns with "…" at its end where it is longer.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);
/// fitted(), then filled with blanks to exactly `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);
/// Printable text with blanks before it, to `width` columns at least.
[[nodiscard]] std::string rightAligned(std::string_view text, std::size_t width);
/// A line of a report: what it is about, padded alike in all reports, and the text.
[[nodiscard]] std::string row(std::string_view head, std::string_view text);

} // namespace adaplens::cli
