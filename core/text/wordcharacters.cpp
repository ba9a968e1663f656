// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordcharacters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace adaplens {

namespace {

struct Range {
    char32_t first = 0, last = 0;
};

// Those that came with Unicode 15.1 and 16, for an ICU that is older.
constexpr Range young[] = {{0x897, 0x897},     {0x1C89, 0x1C8A},   {0xA7CB, 0xA7CD},   {0xA7DA, 0xA7DC},
                           {0x105C0, 0x105F3}, {0x10D40, 0x10D65}, {0x10D69, 0x10D6D}, {0x10D6F, 0x10D85},
                           {0x10EC2, 0x10EC4}, {0x10EFC, 0x10EFC}, {0x11380, 0x11389}, {0x1138B, 0x1138B},
                           {0x1138E, 0x1138E}, {0x11390, 0x113B5}, {0x113B7, 0x113C0}, {0x113C2, 0x113C2},
                           {0x113C5, 0x113C5}, {0x113C7, 0x113CA}, {0x113CC, 0x113D3}, {0x113E1, 0x113E2},
                           {0x116D0, 0x116E3}, {0x11BC0, 0x11BE0}, {0x11BF0, 0x11BF9}, {0x11F5A, 0x11F5A},
                           {0x13460, 0x143FA}, {0x16100, 0x16139}, {0x16D40, 0x16D6C}, {0x16D70, 0x16D79},
                           {0x18CFF, 0x18CFF}, {0x1CCF0, 0x1CCF9}, {0x1E5D0, 0x1E5FA}, {0x2EBF0, 0x2EE5D}};

} // namespace

bool isWordCharacter(char32_t character)
{
    const auto c = static_cast<UChar32>(character);
    const std::uint32_t mask = U_GET_GC_MASK(c);
    if ((mask & U_GC_CN_MASK) != 0)
        return std::any_of(std::begin(young), std::end(young),
                           [&](const Range &range) { return range.first <= character && character <= range.last; });
    constexpr std::uint32_t marksDigitsConnectors = U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK;
    const bool word = (mask & marksDigitsConnectors) != 0 || u_hasBinaryProperty(c, UCHAR_ALPHABETIC) != 0 ||
                      u_hasBinaryProperty(c, UCHAR_JOIN_CONTROL) != 0;
    if (!word || character < 0x80)
        return word;
    constexpr unsigned int version = 16;
    UVersionInfo age;
    u_charAge(c, age);
    return age[0] <= version;
}

} // namespace adaplens
