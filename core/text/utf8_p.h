// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/utf8.h>

namespace adaplens {

/// Reads the character at `position` of UTF-8 text and moves behind it. Each maximal bad sequence gives U+FFFD.
inline char32_t nextCharacter(std::string_view text, std::size_t &position)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    std::int32_t character = 0;
    U8_NEXT_OR_FFFD(bytes, position, text.size(), character);
    return static_cast<char32_t>(character);
}

/// Appends a character as UTF-8.
inline void appendCharacter(std::string &text, char32_t character)
{
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, character);
    text.append(bytes, length);
}

} // namespace adaplens
