// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace adaplens::cli {

/// One character at the front of a text: its code point and its bytes; code -1 and one byte where it is no UTF-8.
struct Character {
    std::int32_t code = -1;
    std::size_t bytes = 1;
};

/// The first character of a text that is not empty.
[[nodiscard]] Character firstCharacter(std::string_view text);

/// The text with U+FFFD in place of every byte that is no UTF-8, and how many there were. JSON can hold nothing else, and
/// offsets then refer to the text as it is printed.
struct RepairedText {
    std::string text;
    std::size_t badBytes = 0;
};
[[nodiscard]] RepairedText repairUtf8(std::string_view text);

} // namespace adaplens::cli
