// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace adaplens {

/// What decodeCharacter() gives for bytes that are no character.
inline constexpr char32_t brokenCharacter = 0xFFFFFFFF;
inline constexpr char32_t replacementCharacter = 0xFFFD;

/// Reads the character at `position` of UTF-8 text, which must lie within it, and moves behind it. Of a broken sequence
/// it takes what could have begun a character and no more (Unicode's maximal subparts, table 3-7 of the standard).
[[nodiscard]] char32_t decodeCharacter(std::string_view text, std::size_t &position);

/// The same with U+FFFD for each broken sequence.
inline char32_t nextCharacter(std::string_view text, std::size_t &position)
{
    const auto first = static_cast<unsigned char>(text[position]);
    if (first < 0x80) {
        ++position;
        return first;
    }
    const char32_t character = decodeCharacter(text, position);
    return character == brokenCharacter ? replacementCharacter : character;
}

/// Appends a character as UTF-8.
void appendCharacter(std::string &text, char32_t character);

/// A text as valid UTF-8: each broken byte sequence became U+FFFD, as the tokeniser reads it. Offsets into the original
/// are carried over, so that what refers to the text keeps its place.
class ValidText {
public:
    explicit ValidText(std::string_view original);
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] bool repaired() const { return !m_shifts.empty(); }
    /// Where byte `original` of the original text lies in text(); bytes within a broken sequence go to its start.
    [[nodiscard]] std::size_t offset(std::size_t original) const;

private:
    struct Shift {
        std::size_t original, end, valid; ///< a broken sequence [original, end) and where its U+FFFD starts
    };
    std::string m_text;
    std::vector<Shift> m_shifts;
};

} // namespace adaplens
