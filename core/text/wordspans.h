// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace adaplens {

/// Words between white space (ASCII's) of a text: what ERASER's token numbers count.
[[nodiscard]] std::vector<ByteRange> whiteSpaceWords(std::string_view text);
/// The words [begin, end) of a document.
struct WordSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const WordSpan &) const = default;
};
/// Runs of 1 in a selection.
[[nodiscard]] std::vector<WordSpan> wordSpans(std::span<const std::uint8_t> selected);
/// The words that each byte span touches, in the order of the spans; spans that touch no word are left out, those that
/// touch the same words come once.
[[nodiscard]] std::vector<WordSpan> wordSpans(std::span<const ByteRange> words, std::span<const ByteRange> spans);

} // namespace adaplens
