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

} // namespace adaplens
