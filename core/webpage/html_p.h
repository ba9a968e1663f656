// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <string>
#include <string_view>

namespace adaplens {

/// Text as HTML shows it, between tags and in quoted attributes. Control characters, which HTML knows none of, become
/// U+FFFD. The text must be valid UTF-8.
[[nodiscard]] inline std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            if ((code < 0x20 && c != '\t' && c != '\n' && c != '\r') || code == 0x7F) {
                result += "\xEF\xBF\xBD";
            } else {
                result += c;
            }
        }
    }
    return result;
}

/// A number with so many digits behind the point, which is a point in every locale.
[[nodiscard]] inline std::string fixed(double value, int digits)
{
    char buffer[400]; // the largest double has 309 digits
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits).ptr};
}

} // namespace adaplens
