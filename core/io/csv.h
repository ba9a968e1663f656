// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <initializer_list>
#include <string>
#include <string_view>

namespace adaplens {

/// A CSV field as RFC 4180 writes it: quoted where it holds a comma, a quote or a line end, quotes doubled.
[[nodiscard]] std::string csvField(std::string_view text);

/// A CSV row with its line end (CR LF, as RFC 4180 asks).
[[nodiscard]] std::string csvRow(std::initializer_list<std::string_view> fields);

/// A number as short as it can be written and read back unchanged, with a point in every locale.
template <typename Number>
[[nodiscard]] std::string csvNumber(Number value)
{
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

} // namespace adaplens
