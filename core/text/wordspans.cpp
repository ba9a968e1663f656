// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordspans.h"

#include <algorithm>

namespace adaplens {

std::vector<ByteRange> whiteSpaceWords(std::string_view text)
{
    constexpr std::string_view space = " \t\n\v\f\r";
    std::vector<ByteRange> words;
    for (std::size_t begin = text.find_first_not_of(space); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(space, begin), text.size());
        words.push_back({begin, end});
        begin = text.find_first_not_of(space, end);
    }
    return words;
}

std::vector<WordSpan> wordSpans(std::span<const std::uint8_t> selected)
{
    std::vector<WordSpan> spans;
    for (std::size_t i = 0; i < selected.size(); ++i) {
        if (selected[i] == 0)
            continue;
        if (i > 0 && selected[i - 1] != 0)
            spans.back().end = i + 1;
        else
            spans.push_back({i, i + 1});
    }
    return spans;
}

std::vector<WordSpan> wordSpans(std::span<const ByteRange> words, std::span<const ByteRange> spans)
{
    std::vector<WordSpan> result;
    for (const ByteRange &span : spans) {
        const auto first = std::ranges::partition_point(words, [&](ByteRange w) { return w.end <= span.begin; });
        const auto last = std::partition_point(first, words.end(), [&](ByteRange w) { return w.begin < span.end; });
        const WordSpan found{static_cast<std::size_t>(first - words.begin()),
                             static_cast<std::size_t>(last - words.begin())};
        if (found.begin < found.end && span.begin < span.end && std::ranges::find(result, found) == result.end())
            result.push_back(found);
    }
    return result;
}

} // namespace adaplens
