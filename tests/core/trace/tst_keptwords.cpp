// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/keptwords.h"
#include "tests/support/handmadetrace.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace adaplens;
using namespace adaplens::test;

namespace {

std::vector<std::string> wordsOf(const Trace &trace, const std::vector<TextPlace> &places)
{
    std::vector<std::string> words;
    for (const TextPlace &place : places) {
        const std::string &text = place.segment == 0 ? trace.text : trace.pair.value();
        words.push_back(text.substr(place.bytes.begin, place.bytes.end - place.bytes.begin));
    }
    return words;
}

using Words = std::vector<std::string>;

/// The same text through a model of two layers that reads whole words, punctuation with them, and keeps those named.
Trace otherwiseCut(const std::string &keptAfterFirst, const std::string &keptAtTheEnd)
{
    Trace trace;
    trace.text = handMadeTrace().text;
    trace.encoding.pieces.push_back({.text = "<s>", .id = 0, .source = {}, .special = true});
    for (std::size_t at = 0; at < trace.text.size();) {
        const std::size_t end = std::min(trace.text.find(' ', at), trace.text.size());
        const auto word = static_cast<int>(trace.encoding.words.size());
        trace.encoding.pieces.push_back(
            {.text = trace.text.substr(at, end - at), .id = 5, .source = {at, end}, .word = word});
        trace.encoding.words.push_back({.source = {at, end}, .segment = 0});
        at = end + 1;
    }
    std::vector<std::uint32_t> alive(trace.encoding.pieces.size());
    for (std::uint32_t i = 0; i < alive.size(); ++i) {
        alive[i] = i;
    }
    for (const std::string &kept : {keptAfterFirst, keptAtTheEnd}) {
        LayerTrace layer;
        layer.alive = alive;
        std::vector<std::uint32_t> left;
        for (const std::uint32_t piece : alive) {
            const bool keep = piece == 0 || kept.find(trace.encoding.pieces[piece].text) != std::string::npos;
            layer.kept.push_back(keep ? 1 : 0);
            if (keep) {
                left.push_back(piece);
            }
        }
        trace.layers.push_back(layer);
        alive = left;
    }
    trace.survivors = alive;
    return trace;
}

} // namespace

TEST_CASE("words are kept by both, by one alone or by none, layer by layer")
{
    const Trace first = handMadeTrace(), plain = handMadePlainTrace();
    const KeptWords begin = keptWords(first, plain, 0);
    CHECK(begin.words == 8);
    CHECK(wordsOf(first, begin.onlySecond) == Words{"A", ","});
    CHECK(begin.both.size() == 6);
    CHECK(begin.onlyFirst.empty());
    const KeptWords middle = keptWords(first, plain, 1); // "unforgettable" has lost one of its pieces
    CHECK(wordsOf(first, middle.both) == Words{"truly", "fine", "unforgettable", "\xF0\x9F\x98\x80"});
    const KeptWords end = keptWords(first, plain, 2);
    CHECK(wordsOf(first, end.both) == Words{"fine"});
    CHECK(wordsOf(first, keptWords(plain, first, 2).onlyFirst) == wordsOf(first, end.onlySecond));
}

TEST_CASE("models that cut the text otherwise and have fewer layers are compared by its bytes")
{
    const Trace first = handMadeTrace();
    const Trace other = otherwiseCut("A film, unforgettable", "A unforgettable");
    // "film," is one word there: "film" and "," share its fate.
    const KeptWords begin = keptWords(first, other, 0);
    CHECK(begin.words == 8);
    CHECK(wordsOf(first, begin.both) == Words{"film", "unforgettable"});
    CHECK(wordsOf(first, begin.onlyFirst) == Words{"truly", "fine", "\xF0\x9F\x98\x80", "!"});
    CHECK(wordsOf(first, begin.onlySecond) == Words{"A", ","});
    // Its second layer is its last: what it keeps there stays at the third of the other model.
    const KeptWords end = keptWords(first, other, 2);
    CHECK(end.both.empty());
    CHECK(wordsOf(first, end.onlyFirst) == Words{"fine"});
    CHECK(wordsOf(first, end.onlySecond) == Words{"A", "unforgettable"});
    CHECK(wordsOf(other, keptWords(other, first, 0).onlyFirst) == Words{"A"});
}

TEST_CASE("what one of them has not read is left out")
{
    const Trace first = handMadeTrace();
    Trace other = handMadePlainTrace();
    other.encoding.pieces[3].source = {0, 0}; // "fine", beyond a window, say
    CHECK(keptWords(first, other, 0).words == 7);
    CHECK(keptWords(other, first, 2).both.empty());
    other.text += " more";
    CHECK(keptWords(first, other, 0).words == 0);
    Trace pair = first, otherPair = first;
    pair.pair = "one";
    otherPair.pair = "two";
    CHECK(ofSameText(pair, first)); // which reads single texts only
    CHECK_FALSE(ofSameText(pair, otherPair));
}
