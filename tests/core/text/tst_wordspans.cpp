// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordspans.h"

#include <doctest/doctest.h>

#include <vector>

using namespace adaplens;

namespace {

std::vector<WordSpan> spansOf(std::vector<std::uint8_t> selected)
{
    return wordSpans(std::span<const std::uint8_t>(selected));
}

std::vector<WordSpan> spansOf(std::vector<ByteRange> words, std::vector<ByteRange> marked)
{
    return wordSpans(std::span<const ByteRange>(words), std::span<const ByteRange>(marked));
}

} // namespace

TEST_CASE("words are what white space parts")
{
    CHECK(whiteSpaceWords("") == std::vector<ByteRange>{});
    CHECK(whiteSpaceWords(" \t\n\v\f\r ") == std::vector<ByteRange>{});
    CHECK(whiteSpaceWords("ab") == std::vector<ByteRange>{{0, 2}});
    CHECK(whiteSpaceWords(" a\tbc\nd\ve\ff\rg ") ==
          std::vector<ByteRange>{{1, 2}, {3, 5}, {6, 7}, {8, 9}, {10, 11}, {12, 13}});
}

TEST_CASE("selected words that follow each other are one span")
{
    CHECK(spansOf(std::vector<std::uint8_t>{}) == std::vector<WordSpan>{});
    CHECK(spansOf({0, 0}) == std::vector<WordSpan>{});
    CHECK(spansOf({1}) == std::vector<WordSpan>{{0, 1}});
    CHECK(spansOf({1, 1, 0, 1, 0, 0, 1, 1, 1}) == std::vector<WordSpan>{{0, 2}, {3, 4}, {6, 9}});
}

TEST_CASE("a marked range is a span of all words that it touches, each span once")
{
    const std::vector<ByteRange> words = {{0, 3}, {4, 7}, {8, 11}};
    CHECK(spansOf(words, {}) == std::vector<WordSpan>{});
    CHECK(spansOf(words, {{0, 3}}) == std::vector<WordSpan>{{0, 1}});
    CHECK(spansOf(words, {{2, 5}}) == std::vector<WordSpan>{{0, 2}});
    CHECK(spansOf(words, {{3, 4}}) == std::vector<WordSpan>{}); // the blank between two
    CHECK(spansOf(words, {{5, 5}}) == std::vector<WordSpan>{}); // nothing, within a word
    CHECK(spansOf(words, {{8, 20}, {4, 7}, {10, 11}}) == std::vector<WordSpan>{{2, 3}, {1, 2}});
}
