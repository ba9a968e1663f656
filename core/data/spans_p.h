// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adaplens {

/// Where the characters (Unicode code points; a broken byte sequence is one) of a UTF-8 text lie.
class Characters {
public:
    explicit Characters(std::string_view text);
    [[nodiscard]] std::size_t size() const { return m_begins.size() - 1; }
    /// First byte of a character; of size(), the end of the text.
    [[nodiscard]] std::size_t byteOf(std::size_t character) const { return m_begins[character]; }
    /// The character that a byte belongs to; size() for the end of the text.
    [[nodiscard]] std::size_t characterOf(std::size_t byte) const;

private:
    std::vector<std::size_t> m_begins; // and the end
};

/// Characters [begin, end) of a text.
struct CharacterSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Bytes of spans in characters, sorted, each once. Throws Error, without the place in the file, where a span is empty
/// or reaches beyond the text.
[[nodiscard]] std::vector<ByteRange> byteRanges(std::string_view text, const std::vector<CharacterSpan> &spans);
/// Sorts ranges and leaves each once.
void sortRanges(std::vector<ByteRange> &ranges);

/// Reads "5-12;20-31" (blanks and a last semicolon do no harm); nothing if it is something else.
[[nodiscard]] std::optional<std::vector<CharacterSpan>> parseSpans(std::string_view cell);

/// A text without its [[marks]], and what they enclosed.
struct MarkedText {
    std::string text;
    std::vector<ByteRange> rationale;
};
/// Throws Error, without the place in the file, where a mark is not closed, not opened, empty or within another.
[[nodiscard]] MarkedText parseMarks(std::string_view marked);

} // namespace adaplens
