// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/utf8.h"

#include <algorithm>

namespace adaplens {

char32_t decodeCharacter(std::string_view text, std::size_t &position)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(position++);
    if (lead < 0x80)
        return lead;
    if (lead < 0xC2 || lead > 0xF4)
        return brokenCharacter;
    const int following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    // The second byte rules out long spellings, surrogates and what lies beyond U+10FFFF.
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    char32_t character = lead & (0x3FU >> following);
    for (int i = 0; i < following; ++i) {
        if (position == text.size() || byte(position) < low || byte(position) > high)
            return brokenCharacter;
        character = (character << 6U) | (byte(position++) & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return character;
}

void appendCharacter(std::string &text, char32_t character)
{
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (character < 0x80) {
        put(character);
        return;
    }
    const int following = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    put((0xFF00U >> (following + 1) & 0xFFU) | character >> (6 * following));
    for (int i = following - 1; i >= 0; --i)
        put(0x80U | (character >> (6 * i) & 0x3FU));
}

ValidText::ValidText(std::string_view original)
{
    m_text.reserve(original.size());
    for (std::size_t at = 0; at < original.size();) {
        const std::size_t begin = at;
        if (decodeCharacter(original, at) != brokenCharacter) {
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
