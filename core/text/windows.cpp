// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/windows.h"

#include <algorithm>

namespace adaplens {

namespace {

/// The last place in (begin, end] where a window may end, or `begin` where there is none.
std::size_t lastBreak(std::span<const std::uint32_t> words, std::span<const std::uint8_t> noBreakBefore,
                      std::size_t begin, std::size_t end)
{
    while (end > begin && (words[end] == words[end - 1] || (!noBreakBefore.empty() && noBreakBefore[end] != 0)))
        --end;
    return end;
}

} // namespace

std::vector<PieceRange> cutWindows(std::span<const std::uint32_t> words, std::size_t room,
                                   std::span<const std::uint8_t> noBreakBefore)
{
    std::vector<PieceRange> windows;
    std::size_t begin = 0;
    do {
        std::size_t end = std::min(begin + room, words.size());
        if (end < words.size()) {
            std::size_t place = lastBreak(words, noBreakBefore, begin, end);
            if (place == begin)
                place = lastBreak(words, {}, begin, end);
            if (place > begin)
                end = place;
        }
        windows.push_back({begin, end});
        begin = end;
    } while (begin < words.size());
    return windows;
}

PairLengths truncateLongestFirst(std::size_t first, std::size_t second, std::size_t room)
{
    std::size_t shorter = std::min(first, second);
    std::size_t longer = std::max(first, second);
    if (first + second > room) {
        longer = std::max(shorter, room - std::min(shorter, room));
        if (shorter + longer > room) {
            shorter = room / 2;
            longer = room - shorter;
        }
    }
    return first > second ? PairLengths{longer, shorter} : PairLengths{shorter, longer};
}

} // namespace adaplens
