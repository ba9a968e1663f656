// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/eraserscores.h"

#include <doctest/doctest.h>

#include <vector>

using namespace adaplens;

using Words = std::vector<std::uint8_t>;
using Spans = std::vector<WordSpan>;

TEST_CASE("spans are runs of selected words")
{
    CHECK(wordSpans(Words{}).empty());
    CHECK(wordSpans(Words{0, 0}).empty());
    CHECK(wordSpans(Words{1, 1, 0, 1, 0, 1, 1, 1}) == Spans{{0, 2}, {3, 4}, {5, 8}});
}

TEST_CASE("byte spans become the words that they touch")
{
    const std::vector<ByteRange> words{{0, 3}, {4, 7}, {8, 11}};
    using Bytes = std::vector<ByteRange>;
    CHECK(wordSpans(words, Bytes{{0, 11}}) == Spans{{0, 3}});
    CHECK(wordSpans(words, Bytes{{5, 6}, {2, 5}}) == Spans{{1, 2}, {0, 2}});
    CHECK(wordSpans(words, Bytes{{4, 7}, {5, 6}}) == Spans{{1, 2}}); // the same word twice
    CHECK(wordSpans(words, Bytes{{3, 4}, {20, 30}, {5, 5}}).empty());
}

TEST_CASE("overlap is measured in words")
{
    CHECK(intersectionOverUnion({0, 4}, {2, 4}) == 0.5);
    CHECK(intersectionOverUnion({0, 4}, {0, 4}) == 1);
    CHECK(intersectionOverUnion({0, 2}, {2, 4}) == 0);
    CHECK(intersectionOverUnion({3, 3}, {3, 3}) == 0);
    CHECK(intersectionOverUnion({0, 3}, {2, 5}) == doctest::Approx(0.2));
}

TEST_CASE("an instance by hand")
{
    // Words:              0  1  2  3  4  5  6  7
    const Words selected{1, 1, 0, 0, 1, 0, 0, 1};
    const Spans marked{{0, 3}, {4, 5}, {5, 7}};
    const EraserInstance instance = eraserInstance(selected, marked);
    CHECK(instance.words.truePositive == 3);
    CHECK(instance.words.falsePositive == 1);
    CHECK(instance.words.falseNegative == 3);
    CHECK(instance.words.trueNegative == 1);
    CHECK(instance.predictedSpans == 3);
    CHECK(instance.markedSpans == 3);
    CHECK(instance.matchedSpans == 2); // 2/3 of the first, all of the second
    CHECK(eraserInstance(Words{}, Spans{}).words.n() == 0);
    // Half is enough, less is not.
    CHECK(eraserInstance(Words{1, 1, 0, 0, 0}, Spans{{0, 4}}).matchedSpans == 1);
    CHECK(eraserInstance(Words{1, 1, 0, 0, 0}, Spans{{0, 5}}).matchedSpans == 0);
}
