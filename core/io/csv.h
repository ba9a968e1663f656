// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace adaplens {

/// A CSV field as RFC 4180 writes it: quoted where it holds a comma, a quote or a line end, quotes doubled.
[[nodiscard]] std::string csvField(std::string_view text);

/// A CSV row with its line end (CR LF, as RFC 4180 asks).
[[nodiscard]] std::string csvRow(std::initializer_list<std::string_view> fields);

/// A number as short as it can be written and read back unchanged, with a point in every locale.
[[nodiscard]] std::string csvNumber(float value);
[[nodiscard]] std::string csvNumber(double value);
[[nodiscard]] std::string csvNumber(std::size_t value);

} // namespace adaplens
