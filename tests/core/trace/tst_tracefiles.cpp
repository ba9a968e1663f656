// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/trace/tracecsv.h"
#include "core/trace/tracejson.h"
#include "core/io/utf8.h"
#include "tests/support/handmadetrace.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <sstream>

using namespace adaplens;
using nlohmann::json;

namespace {

/// Everything a trace file holds, compared member by member.
void checkSame(const Trace &a, const Trace &b)
{
    CHECK(a.model == b.model);
    CHECK(a.text == b.text);
    CHECK(a.pair == b.pair);
    CHECK(a.score == b.score);
    CHECK(a.drops == b.drops);
    CHECK(a.labels == b.labels);
    CHECK(a.survivors == b.survivors);
    CHECK(a.plainModel == b.plainModel);
    CHECK(a.window == b.window);
    CHECK(a.windows == b.windows);
    REQUIRE(a.encoding.pieces.size() == b.encoding.pieces.size());
    for (std::size_t i = 0; i < a.encoding.pieces.size(); ++i) {
        const Piece &p = a.encoding.pieces[i], &q = b.encoding.pieces[i];
        CHECK(p.text == q.text);
        CHECK(p.id == q.id);
        CHECK(p.source == q.source);
        CHECK(p.word == q.word);
        CHECK(p.segment == q.segment);
        CHECK(p.special == q.special);
        CHECK(p.unknown == q.unknown);
    }
    REQUIRE(a.encoding.words.size() == b.encoding.words.size());
    for (std::size_t i = 0; i < a.encoding.words.size(); ++i) {
        CHECK(a.encoding.words[i].source == b.encoding.words[i].source);
        CHECK(a.encoding.words[i].segment == b.encoding.words[i].segment);
    }
    CHECK(a.encoding.cutPieces == b.encoding.cutPieces);
    CHECK(a.encoding.cutWords == b.encoding.cutWords);
    CHECK(a.encoding.covered == b.encoding.covered);
    REQUIRE(a.layers.size() == b.layers.size());
    for (std::size_t l = 0; l < a.layers.size(); ++l) {
        CHECK(a.layers[l].alive == b.layers[l].alive);
        CHECK(a.layers[l].raw == b.layers[l].raw);
        CHECK(a.layers[l].adjusted == b.layers[l].adjusted);
        CHECK(a.layers[l].threshold == b.layers[l].threshold);
        CHECK(a.layers[l].kept == b.layers[l].kept);
    }
    const auto samePrediction = [](const Prediction &p, const Prediction &q) {
        CHECK(p.logits == q.logits);
        CHECK(p.probabilities == q.probabilities);
        CHECK(p.label == q.label);
    };
    samePrediction(a.reduced, b.reduced);
    samePrediction(a.plain, b.plain);
    CHECK(a.cost.flopsPlain == b.cost.flopsPlain);
    CHECK(a.cost.flopsReduced == b.cost.flopsReduced);
    CHECK(a.cost.msPlain == b.cost.msPlain);
    CHECK(a.cost.msReduced == b.cost.msReduced);
    CHECK(a.cost.runs == b.cost.runs);
    CHECK(a.cost.threads == b.cost.threads);
    CHECK(a.cost.device == b.cost.device);
}

Trace pairTrace()
{
    Trace trace = test::handMadeTrace();
    trace.pair = "Zwei Wörter";
    trace.encoding.words.push_back({{0, 4}, 1});
    trace.encoding.pieces.push_back({"zwei", 77, {0, 4}, 8, 1, false, false});
    trace.encoding.cutPieces = 3;
    trace.encoding.cutWords = 1;
    trace.window = 1;
    trace.windows = 3;
    trace.layers.back().raw.front() = 1.0F / 3;
    trace.layers.back().threshold = std::nextafter(0.05F, 1.0F);
    trace.cost.msPlain = 1.0 / 7;
    return trace;
}

std::string failure(const json &root)
{
    try {
        (void)traceFromJson(root.dump(), "t.json");
    } catch (const Error &error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("a trace comes back from JSON unchanged, numbers bit for bit")
{
    for (const Trace &trace : {test::handMadeTrace(), test::handMadePlainTrace(), test::longTrace(512, 6), pairTrace()})
        checkSame(trace, traceFromJson(traceToJson(trace), "t.json"));
}

TEST_CASE("the JSON holds the members that its schema names")
{
    const json root = json::parse(traceToJson(test::handMadeTrace()));
    CHECK(root["schema"] == "adaplens.trace/1");
    CHECK(root["label"] == "positive");
    CHECK(root["tokens"][6] == json{{"piece", "un"},
                                    {"id", 10},
                                    {"start", 19},
                                    {"end", 21},
                                    {"word", 5},
                                    {"segment", 0},
                                    {"special", false},
                                    {"unknown", false}});
    CHECK(root["layers"].size() == 3);
    CHECK(root["layers"][1]["alive"].size() == 10);
    CHECK(root["layers"][1]["kept"][0] == true);
    CHECK(root["layers"][1]["raw"].size() == 10);
    CHECK(root["cost"]["speedup"] == 2.0);
    CHECK(root["cost"]["speedup_wall"] == 1.5);
    CHECK(root["plain"]["model"] == "twin");
    CHECK(root["plain"]["label"] == "positive");
    CHECK(root["truncated"] == 0);
    CHECK(!root.contains("pair"));
    CHECK(!root.contains("repaired"));
    // Floats are written as short as they can be.
    CHECK(traceToJson(test::handMadeTrace()).find("\"logits\":[-1.5,2.0]") != std::string::npos);
}

TEST_CASE("broken UTF-8 becomes valid JSON, and offsets follow")
{
    Trace trace = test::handMadeTrace();
    trace.text = "A\xFFtruly\xE2\x82 fine \xC3\xA9"; // a byte that never occurs, and a character cut short
    trace.encoding.words = {{{0, 1}, 0}, {{2, 7}, 0}, {{10, 14}, 0}, {{15, 17}, 0}};
    trace.encoding.pieces = {{"a\xFF", 1, {0, 1}, 0, 0, false, false},
                             {"truly", 2, {2, 7}, 1, 0, false, false},
                             {"fine", 3, {10, 14}, 2, 0, false, false},
                             {"e", 4, {15, 17}, 3, 0, false, false}};
    trace.encoding.covered = {0, 17};
    trace.layers.clear();
    trace.survivors = {0};
    const std::string written = traceToJson(trace);
    CHECK(!ValidText(written).repaired());
    const Trace back = traceFromJson(written, "t.json");
    CHECK(back.text == "A\uFFFDtruly\uFFFD fine \u00E9");
    const auto bytes = [&](std::size_t i) {
        const ByteRange r = back.encoding.pieces[i].source;
        return back.text.substr(r.begin, r.end - r.begin);
    };
    CHECK(bytes(0) == "A");
    CHECK(bytes(1) == "truly");
    CHECK(bytes(2) == "fine");
    CHECK(bytes(3) == "\u00E9");
    CHECK(back.encoding.covered.end == back.text.size());
    CHECK(json::parse(written)["repaired"] == true);
    CHECK(!ValidText(traceToCsv(trace)).repaired());
}

TEST_CASE("a text is made valid by one U+FFFD for each broken sequence")
{
    CHECK(ValidText("plain").text() == "plain");
    CHECK(ValidText("\x80\x80").text() == "\uFFFD\uFFFD");
    CHECK(ValidText("\xF0\x9F\x98").text() == "\uFFFD");
    CHECK(ValidText("\xED\xA0\x80").text() == "\uFFFD\uFFFD\uFFFD"); // a surrogate
    CHECK(ValidText("\xC0\xAF").text() == "\uFFFD\uFFFD");
    CHECK(ValidText(std::string_view("a\0b", 3)).text() == std::string("a\0b", 3));
    const ValidText text("ab\xF0\x9F\x98zz\xFF");
    CHECK(text.text() == "ab\uFFFDzz\uFFFD");
    CHECK(text.offset(1) == 1);
    CHECK(text.offset(2) == 2);
    CHECK(text.offset(4) == 2);
    CHECK(text.offset(5) == 5);
    CHECK(text.offset(7) == 7);
    CHECK(text.offset(8) == 10);
}

TEST_CASE("a trace says what it was computed in; files that do not were in float32")
{
    Trace trace = test::handMadeTrace();
    trace.precision = Precision::Int8;
    json written = json::parse(traceToJson(trace));
    CHECK(written["precision"] == "int8");
    CHECK(traceFromJson(written.dump(), "t.json").precision == Precision::Int8);
    written["precision"] = "int4";
    CHECK_THROWS_WITH_AS((void)traceFromJson(written.dump(), "t.json"), doctest::Contains("'precision'"), Error);
    written.erase("precision");
    CHECK(traceFromJson(written.dump(), "t.json").precision == Precision::Float32);
}

TEST_CASE("numbers that JSON has none for become null")
{
    Trace trace = test::handMadeTrace();
    trace.layers[0].raw[1] = std::nanf("");
    const std::string written = traceToJson(trace);
    CHECK(json::parse(written)["layers"][0]["raw"][1].is_null());
    CHECK(std::isnan(traceFromJson(written, "t.json").layers[0].raw[1]));
}

TEST_CASE("windows are traces with mean probabilities")
{
    Trace second = test::handMadeTrace();
    second.reduced.probabilities = {0.9F, 0.1F};
    Trace first = second;
    first.reduced.probabilities = {0.2F, 0.8F};
    first.plain.probabilities = second.plain.probabilities = {0.25F, 0.75F};
    const std::vector<Trace> windows{first, second};
    const json root = json::parse(windowsToJson(windows));
    CHECK(root["schema"] == "adaplens.windows/1");
    REQUIRE(root["windows"].size() == 2);
    CHECK(root["windows"][1]["schema"] == "adaplens.trace/1");
    CHECK(root["probabilities"][0].get<double>() == doctest::Approx(0.55));
    CHECK(root["label"] == "negative");
    CHECK(root["plain"]["label"] == "positive");
    checkSame(traceFromJson(root["windows"][0].dump(), "w"), first);
}

TEST_CASE("what is no trace is refused with what is wrong")
{
    const json good = json::parse(traceToJson(test::handMadeTrace()));
    CHECK(failure(good).empty());
    struct Case {
        const char *pointer;
        json value;
        const char *says;
    };
    for (const auto &[pointer, value, says] : {
             Case{"/schema", "adaplens.trace/9", "its schema is 'adaplens.trace/9'"},
             Case{"/tokens/1/end", 4000, "outside the text"},
             Case{"/tokens/1/start", -1, "'start' must be a whole number"},
             Case{"/tokens/1/word", 99, "names a word that is not there"},
             Case{"/tokens/1/segment", 1, "'segment' names a text that is not there"},
             Case{"/layers/0/alive/0", 99, "names a token that is not there"},
             Case{"/layers/0/alive/1", 0, "is not in order"},
             Case{"/layers/0/raw", json::array(), "must be as long as 'alive'"},
             Case{"/survivors/0", 12, "names a token that is not there"},
             Case{"/logits", json{1.0}, "must be as long as 'labels'"},
             Case{"/label", "negative", "is not the class with the largest logit"},
             Case{"/score", "magic", "of no known kind"},
             Case{"/cost", 3, "of another kind"},
             Case{"/covered/1", 4000, "'covered' lies outside the text"},
         }) {
        INFO(pointer);
        json bad = good;
        bad[json::json_pointer(pointer)] = value;
        CHECK(failure(bad).find(says) != std::string::npos);
    }
    json bad = good;
    bad.erase("plain");
    CHECK(failure(bad).find("a member is missing") != std::string::npos);
    CHECK(failure(json::array()).find("its schema is missing") != std::string::npos);
    CHECK_THROWS_WITH_AS((void)traceFromJson("{\"schema\":", "t.json"), doctest::Contains("'t.json'"), Error);
}

TEST_CASE("CSV of windows is that of each, with the window's number in front")
{
    Trace second = test::handMadeTrace();
    second.window = 1;
    second.windows = 2;
    const std::vector<Trace> windows{test::handMadeTrace(), second};
    const std::string one = traceToCsv(second), both = windowsToCsv(windows);
    CHECK(both.starts_with("window," + one.substr(0, one.find("\r\n"))));
    CHECK(std::ranges::count(both, '\n') == 2 * std::ranges::count(one, '\n') - 1);
    CHECK(both.find("\r\n1,1,0,[CLS],") != std::string::npos);
    CHECK(both.find("\r\n2,1,0,[CLS],") != std::string::npos);
    CHECK(both.find("\r\n1,2,") != std::string::npos);
}

TEST_CASE("CSV has a row for each layer and token alive")
{
    const Trace trace = test::handMadeTrace();
    std::istringstream lines(traceToCsv(trace));
    std::string line;
    std::vector<std::string> rows;
    while (std::getline(lines, line))
        rows.push_back(line);
    REQUIRE(rows.size() == 1 + 12 + 10 + 7);
    CHECK(rows[0] == "layer,index,piece,word,segment,start,end,raw,adjusted,threshold,kept\r");
    CHECK(rows[1].starts_with("1,0,[CLS],-1,0,0,0,"));
    CHECK(rows[6].starts_with("1,5,\",\",4,0,17,18,"));
    CHECK(rows[6].ends_with(",0\r"));
    CHECK(rows[13].starts_with("2,0,[CLS],"));
    const auto cell = rows[14].substr(std::string("1,2,truly,1,0,2,7,").size());
    CHECK(std::stof(cell) == trace.layers[1].raw[1]);
}
