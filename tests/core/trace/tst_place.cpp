// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/place.h"
#include "tests/support/handmadetrace.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace adaplens;

namespace {

/// A trace of "a film" or of "a film" and "bad film", one piece a word.
Trace traceOf(const std::string &text, const std::optional<std::string> &pair = std::nullopt)
{
    Trace trace;
    trace.text = text;
    trace.pair = pair;
    const auto add = [&](const std::string &source, int segment) {
        for (std::size_t at = 0; at < source.size();) {
            const std::size_t end = std::min(source.find(' ', at), source.size());
            trace.encoding.pieces.push_back(
                {.text = source.substr(at, end - at), .source = {at, end}, .word = 0, .segment = segment});
            at = end + 1;
        }
        trace.encoding.pieces.push_back({.text = "[SEP]", .source = {}, .segment = segment, .special = true});
    };
    trace.encoding.pieces.push_back({.text = "[CLS]", .source = {}, .special = true});
    add(text, 0);
    if (pair) {
        add(*pair, 1);
    }
    return trace;
}

std::string selected(const Trace &trace, const std::optional<TextPlace> &place)
{
    const auto piece = place ? pieceAt(trace, *place) : std::nullopt;
    return piece ? trace.encoding.pieces[*piece].text + "/" + std::to_string(trace.encoding.pieces[*piece].segment)
                 : "nothing";
}

} // namespace

TEST_CASE("Every piece is found again by its place")
{
    for (const Trace &trace : {test::handMadeTrace(), traceOf("a film"), traceOf("a film", "bad film")}) {
        for (std::size_t i = 0; i < trace.encoding.pieces.size(); ++i) {
            CHECK(pieceAt(trace, placeOf(trace, i)) == i);
        }
    }
}

TEST_CASE("A place finds the word in a trace that cuts the text otherwise")
{
    const Trace words = traceOf("an unforgettable film");
    Trace pieces = words;
    Piece &whole = pieces.encoding.pieces[2];
    Piece rest = whole;
    whole.source.end = 5;
    rest.source.begin = 5;
    pieces.encoding.pieces.insert(pieces.encoding.pieces.begin() + 3, rest);
    CHECK(pieceAt(pieces, placeOf(words, 2)) == 2);
    CHECK(pieceAt(words, placeOf(pieces, 3)) == 2);
}

TEST_CASE("A place outside the window is not found")
{
    Trace trace = traceOf("a bad film");
    const TextPlace place = placeOf(trace, 3);
    trace.encoding.pieces.erase(trace.encoding.pieces.begin() + 3);
    CHECK_FALSE(pieceAt(trace, place).has_value());
}

TEST_CASE("A selected word moves along with an edit")
{
    const Trace before = traceOf("a good film, a bad film");
    const auto after = [&](std::size_t piece, const std::string &text) {
        const Trace now = traceOf(text);
        return selected(now, placeAfterEdit(placeOf(before, piece), before, now));
    };
    CHECK(after(2, "a good film, a bad one") == "good/0");          // the edit is behind it
    CHECK(after(6, "really, a good film, a bad film") == "film/0"); // before it
    const Trace longer = traceOf("really, a good film, a bad film");
    CHECK(placeAfterEdit(placeOf(before, 6), before, longer) == placeOf(longer, 7)); // the second "film", not the first
    CHECK(after(5, "a good film, a worse film") == "nothing");                       // it was replaced
    CHECK(after(2, "") == "nothing");
    CHECK(after(0, "anything else") == "[CLS]/0");
    CHECK(after(7, "anything else") == "[SEP]/0");
}

TEST_CASE("A word of the second text stays in the second text")
{
    const Trace before = traceOf("a film", "bad film"), now = traceOf("a longer film", "bad film");
    const TextPlace place = placeOf(before, 5);
    CHECK(place.segment == 1);
    CHECK(selected(now, placeAfterEdit(place, before, now)) == "film/1");
    const Trace single = traceOf("a film");
    CHECK(selected(single, placeAfterEdit(place, before, single)) == "nothing");
}
