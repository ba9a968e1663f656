// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/strongestword.h"
#include "core/trace/trace.h"
#include "tests/support/handmadetrace.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace adaplens;
using namespace adaplens::test;

namespace {

void checkConsistent(const Trace &trace)
{
    std::vector<std::uint32_t> expected(trace.encoding.pieces.size());
    std::iota(expected.begin(), expected.end(), 0U);
    for (const LayerTrace &layer : trace.layers) {
        CHECK(layer.alive == expected);
        REQUIRE(layer.raw.size() == layer.alive.size());
        REQUIRE(layer.adjusted.size() == layer.alive.size());
        REQUIRE(layer.kept.size() == layer.alive.size());
        CHECK(std::accumulate(layer.raw.begin(), layer.raw.end(), 0.0) == doctest::Approx(1).epsilon(1e-5));
        expected.clear();
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            if (layer.kept[i] != 0) {
                expected.push_back(layer.alive[i]);
            }
        }
        CHECK(layer.keptCount() == expected.size());
    }
    CHECK(trace.survivors == expected);
}

} // namespace

TEST_CASE("hand-made traces are consistent")
{
    checkConsistent(handMadeTrace());
    checkConsistent(handMadePlainTrace());
    checkConsistent(longTrace(512, 6));
    const Trace trace = handMadeTrace();
    CHECK(trace.layers[0].keptCount() == 10);
    CHECK(trace.layers[1].keptCount() == 7);
    CHECK(trace.survivors == std::vector<std::uint32_t>{0, 3});
    CHECK(longTrace(512, 6).survivors.size() < 400);
}

TEST_CASE("each layer of the hand-made trace drops what is said of it")
{
    const Trace trace = handMadeTrace();
    CHECK(droppedAt(trace, 0) == std::nullopt);
    CHECK(droppedAt(trace, 1) == 0U);
    CHECK(droppedAt(trace, 3) == std::nullopt);
    CHECK(droppedAt(trace, 8) == 1U);
    CHECK(droppedAt(trace, 11) == 2U);
    CHECK(droppedAt(trace, 99) == std::nullopt);
    const Trace plain = handMadePlainTrace();
    for (std::size_t i = 0; i < plain.encoding.pieces.size(); ++i) {
        CHECK(droppedAt(plain, i) == std::nullopt);
    }
}

TEST_CASE("columns are words with the user's own spelling, or pieces")
{
    const Trace trace = handMadeTrace();
    const auto words = columns(trace, false);
    std::vector<std::string> labels;
    labels.reserve(words.size());
    for (const Column &column : words) {
        labels.push_back(column.label);
    }
    CHECK(labels == std::vector<std::string>{"[CLS]", "A", "truly", "fine", "film", ",", "unforgettable",
                                             "\xF0\x9F\x98\x80", "!", "[SEP]"});
    CHECK(words[0].special);
    CHECK(words[0].word == -1);
    CHECK(words[6].pieces == std::vector<std::uint32_t>{6, 7, 8});
    CHECK(words[6].word == 5);
    CHECK_FALSE(words[6].unknown);
    CHECK(words[7].unknown);

    const auto pieces = columns(trace, true);
    REQUIRE(pieces.size() == trace.encoding.pieces.size());
    CHECK(pieces[7].label == "##forget");
    CHECK(pieces[7].pieces == std::vector<std::uint32_t>{7});
    CHECK(pieces[7].word == 5);
}

TEST_CASE("columns of a pair take each word's bytes from its own text")
{
    Trace trace;
    trace.text = "One";
    trace.pair = "Two";
    trace.encoding.words = {{{0, 3}, 0}, {{0, 3}, 1}};
    trace.encoding.pieces.resize(2);
    trace.encoding.pieces[0].word = 0;
    trace.encoding.pieces[1].word = 1;
    trace.encoding.pieces[1].segment = 1;
    const auto words = columns(trace, false);
    REQUIRE(words.size() == 2);
    CHECK(words[0].label == "One");
    CHECK(words[1].label == "Two");
    CHECK(words[1].segment == 1);
}

TEST_CASE("a word's score is the sum of its pieces alive, against pieces / n")
{
    const Trace trace = handMadeTrace();
    const auto words = columns(trace, false);
    const Column &unforgettable = words[6];

    const WordScore first = scoreOf(trace, unforgettable, 0);
    CHECK(first.fate == Fate::Kept);
    CHECK(first.uniform == doctest::Approx(3.0 / 12));
    CHECK(first.raw == doctest::Approx(12.0 / 46)); // three times 4 of 9 * 4 + 8 + 1 + 1
    CHECK(first.ratio() == doctest::Approx(first.adjusted / first.uniform));

    CHECK(scoreOf(trace, unforgettable, 1).fate == Fate::Partly);
    const WordScore last = scoreOf(trace, unforgettable, 2);
    CHECK(last.fate == Fate::Dropped);
    CHECK(last.uniform == doctest::Approx(2.0 / 7)); // "##table" went a layer before

    CHECK(scoreOf(trace, words[1], 0).fate == Fate::Dropped);
    const WordScore gone = scoreOf(trace, words[1], 1);
    CHECK(gone.fate == Fate::Gone);
    CHECK(gone.raw == 0.0F);
    CHECK(gone.ratio() == 0.0F);
    CHECK(scoreOf(trace, words[3], 2).fate == Fate::Kept);
}

TEST_CASE("the strongest word is the one that stays longest, then the one with the highest last score")
{
    Trace trace = handMadeTrace();
    CHECK(strongestWord(trace, 24) == std::optional<std::size_t>(3)); // "fine", with 40 at the last layer
    CHECK(strongestWord(trace, 3) == std::optional<std::size_t>(2));  // of "A" and "truly" the one dropped later
    CHECK(!strongestWord(trace, 1));                                  // [CLS] is no word
    CHECK(!strongestWord(trace, 0));
    trace.layers.pop_back(); // of those that stay "fine" still has the highest score
    CHECK(strongestWord(trace, 24) == std::optional<std::size_t>(3));
    trace.layers[1].adjusted[2] = 0;
    CHECK(strongestWord(trace, 24) != std::optional<std::size_t>(3));
}

TEST_CASE("a word of which a piece went earlier stays partly dropped while the rest is kept")
{
    Trace trace = handMadeTrace();
    trace.layers[2].kept.assign(trace.layers[2].kept.size(), 1);
    CHECK(scoreOf(trace, columns(trace, false)[6], 2).fate == Fate::Partly);
}
