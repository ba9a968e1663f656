// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bytepairruns.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace adaplens {

namespace {

enum class Class { Space, Letter, Number, Other };

// Hugging Face's classes are those of Unicode 16. An ICU that is older lacks these letters and numbers.
constexpr unsigned int classVersion = 16;
struct Range {
    char32_t first = 0, last = 0;
};
constexpr Range youngLetters[] = {{0x1C89, 0x1C8A},   {0xA7CB, 0xA7CD},   {0xA7DA, 0xA7DC},   {0x105C0, 0x105F3},
                                  {0x10D4A, 0x10D65}, {0x10D6F, 0x10D85}, {0x10EC2, 0x10EC4}, {0x11380, 0x11389},
                                  {0x1138B, 0x1138B}, {0x1138E, 0x1138E}, {0x11390, 0x113B5}, {0x113B7, 0x113B7},
                                  {0x113D1, 0x113D1}, {0x113D3, 0x113D3}, {0x11BC0, 0x11BE0}, {0x13460, 0x143FA},
                                  {0x16100, 0x1611D}, {0x16D40, 0x16D6C}, {0x18CFF, 0x18CFF}, {0x1E5D0, 0x1E5ED},
                                  {0x1E5F0, 0x1E5F0}, {0x2EBF0, 0x2EE5D}};
constexpr Range youngNumbers[] = {{0x10D40, 0x10D49}, {0x116D0, 0x116E3}, {0x11BF0, 0x11BF9}, {0x16130, 0x16139},
                                  {0x16D70, 0x16D79}, {0x1CCF0, 0x1CCF9}, {0x1E5F1, 0x1E5FA}};

bool isAmong(char32_t character, std::span<const Range> ranges)
{
    return std::ranges::any_of(ranges,
                               [&](const Range &range) { return range.first <= character && character <= range.last; });
}

Class classOf(char32_t character)
{
    const auto c = static_cast<UChar32>(character);
    if (u_isUWhiteSpace(c) != 0) {
        return Class::Space;
    }
    const std::uint32_t mask = U_GET_GC_MASK(c);
    if ((mask & U_GC_CN_MASK) != 0) {
        return isAmong(character, youngLetters)   ? Class::Letter
               : isAmong(character, youngNumbers) ? Class::Number
                                                  : Class::Other;
    }
    if ((mask & (U_GC_L_MASK | U_GC_N_MASK)) == 0) {
        return Class::Other;
    }
    if (character >= 0x80) {
        UVersionInfo age;
        u_charAge(c, age);
        if (age[0] > classVersion) {
            return Class::Other;
        }
    }
    return (mask & U_GC_L_MASK) != 0 ? Class::Letter : Class::Number;
}

} // namespace

std::size_t endOfRun(std::u32string_view characters, std::size_t begin)
{
    static constexpr std::array<std::u32string_view, 7> endings = {U"'s", U"'t", U"'re", U"'ve", U"'m", U"'ll", U"'d"};
    const auto has = [&](std::u32string_view ending) { return characters.substr(begin).starts_with(ending); };
    if (const auto *const ending = std::ranges::find_if(endings, has); ending != endings.end()) {
        return begin + ending->size();
    }
    const auto endOf = [&](std::size_t place) {
        const Class kind = classOf(characters[place]);
        while (place < characters.size() && classOf(characters[place]) == kind) {
            ++place;
        }
        return place;
    };
    const std::size_t first = begin + (characters[begin] == U' ' ? 1 : 0);
    if (first < characters.size() && classOf(characters[first]) != Class::Space) {
        return endOf(first);
    }
    const std::size_t end = endOf(begin);
    return end < characters.size() && end > begin + 1 ? end - 1 : end;
}

} // namespace adaplens
