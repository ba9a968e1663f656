// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace adaplens {

ValidText::ValidText(std::string_view original)
{
    m_text.reserve(original.size());
    for (std::size_t at = 0; at < original.size();) {
        const std::size_t begin = at;
        UChar32 character = 0;
        U8_NEXT(original.data(), at, original.size(), character);
        if (character >= 0) {
            m_text.append(original.substr(begin, at - begin));
        } else {
            m_shifts.push_back({begin, at, m_text.size()});
            m_text += "\uFFFD";
        }
    }
}

std::size_t ValidText::offset(std::size_t original) const
{
    const auto after = std::ranges::upper_bound(m_shifts, original, {}, &Shift::original);
    if (after == m_shifts.begin())
        return original;
    const Shift &shift = *(after - 1);
    constexpr std::size_t replacement = 3; // bytes of U+FFFD
    return original < shift.end ? shift.valid : shift.valid + replacement + (original - shift.end);
}

} // namespace adaplens
