// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/utf8.h"

#include <doctest/doctest.h>

#include <unicode/utf8.h>

#include <cstdint>

using namespace adaplens;

namespace {

/// Whether our decoder reads a text as ICU does, character by character.
bool agrees(std::string_view text)
{
    std::size_t ours = 0;
    for (std::size_t theirs = 0; theirs < text.size();) {
        std::int32_t expected = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t *>(text.data()), theirs, text.size(), expected);
        const char32_t found = decodeCharacter(text, ours);
        if (found != (expected < 0 ? brokenCharacter : static_cast<char32_t>(expected)) || ours != theirs)
            return false;
    }
    return true;
}

} // namespace

TEST_CASE("every sequence of up to three bytes is read as ICU reads it")
{
    std::size_t wrong = 0;
    for (int a = 0x7E; a < 256; ++a)
        for (int b = 0x7E; b < 256; ++b)
            for (int c = 0x7E; c < 256; ++c) {
                const char bytes[] = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)};
                wrong += agrees({bytes, 3}) ? 0 : 1;
            }
    CHECK(wrong == 0);
}

TEST_CASE("sequences of four bytes at the edges of what there is are read as ICU reads them")
{
    std::size_t wrong = 0;
    for (const int a : {0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF})
        for (int b = 0x7F; b < 0xC2; ++b)
            for (const int c : {0x41, 0x7F, 0x80, 0x9F, 0xBF, 0xC0, 0xE2})
                for (const int d : {0x41, 0x7F, 0x80, 0x9F, 0xBF, 0xC0, 0xE2}) {
                    const char bytes[] = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c),
                                          static_cast<char>(d)};
                    wrong += agrees({bytes, 4}) && agrees({bytes, 2}) ? 0 : 1;
                }
    CHECK(wrong == 0);
}

TEST_CASE("what is appended is read back")
{
    std::size_t wrong = 0;
    for (char32_t character = 0; character < 0x110000; ++character) {
        if (character >= 0xD800 && character < 0xE000)
            continue;
        std::string text = "a";
        appendCharacter(text, character);
        std::size_t position = 1;
        wrong += nextCharacter(text, position) == character && position == text.size() ? 0 : 1;
    }
    CHECK(wrong == 0);
    std::size_t position = 0;
    CHECK(nextCharacter("\xFF", position) == replacementCharacter);
}
