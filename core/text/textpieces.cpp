// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/textpieces.h"

#include <algorithm>

namespace adaplens {

void TextPieces::add(std::int32_t id, ByteRange source)
{
    ids.push_back(id);
    wordOf.push_back(static_cast<std::uint32_t>(words.size() - 1));
    sources.push_back(source);
}

std::vector<std::uint8_t> TextPieces::noBreakBefore(std::span<const ByteRange> unbroken, std::size_t room) const
{
    std::vector<std::uint8_t> result(ids.size(), 0);
    for (const ByteRange &span : unbroken) {
        const auto first = std::ranges::partition_point(words, [&](ByteRange w) { return w.end <= span.begin; });
        const auto last = std::partition_point(first, words.end(), [&](ByteRange w) { return w.begin < span.end; });
        const auto begin = std::ranges::lower_bound(wordOf, static_cast<std::uint32_t>(first - words.begin()));
        const auto end = std::ranges::lower_bound(wordOf, static_cast<std::uint32_t>(last - words.begin()));
        if (end > begin + 1 && static_cast<std::size_t>(end - begin) <= room)
            std::fill(result.begin() + (begin - wordOf.begin()) + 1, result.begin() + (end - wordOf.begin()), 1);
    }
    return result;
}

void addWithWords(std::span<const CutPiece> pieces, std::span<const ByteRange> words, TextPieces &result)
{
    std::size_t waiting = 0; // pieces of no word
    std::size_t next = 0;    // the first word that no piece has reached
    const auto addWaiting = [&](std::size_t end) {
        for (; waiting > 0; --waiting)
            result.add(pieces[end - waiting].id, pieces[end - waiting].source);
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const ByteRange source = pieces[i].source;
        const bool goesOn = next > 0 && source.begin < result.words.back().end && source.end > source.begin;
        const std::size_t first = next;
        while (next < words.size() && words[next].begin < source.end)
            ++next;
        if (next > first && goesOn)
            result.words.back().end = words[next - 1].end;
        else if (next > first)
            result.words.push_back({words[first].begin, words[next - 1].end});
        if (next > first || goesOn) {
            addWaiting(i);
            result.add(pieces[i].id, source);
        } else {
            ++waiting;
        }
    }
    if (waiting > 0 && next == 0)
        result.words.push_back({pieces.front().source.begin, pieces.back().source.end});
    addWaiting(pieces.size());
}

} // namespace adaplens
