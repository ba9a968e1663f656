// SPDX-License-Identifier: GPL-3.0-or-later
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

/// Everything that a trace file is to hold, member by member.
void checkHolds(const json &root, const Trace &trace)
{
    CHECK(root["model"] == trace.model);
    CHECK(root["text"] == trace.text);
    CHECK(root.value("pair", "") == trace.pair.value_or(""));
    CHECK(root["drops"] == trace.drops);
    CHECK(root["labels"] == trace.labels);
    CHECK(root["survivors"] == trace.survivors);
    CHECK(root["plain"]["model"] == trace.plainModel);
    CHECK(root["window"] == json{{"index", trace.window}, {"count", trace.windows}});
    const Encoding &encoding = trace.encoding;
    REQUIRE(root["tokens"].size() == encoding.pieces.size());
    for (std::size_t i = 0; i < encoding.pieces.size(); ++i) {
        const Piece &piece = encoding.pieces[i];
        CHECK(root["tokens"][i] == json{{"piece", piece.text},
                                        {"id", piece.id},
                                        {"start", piece.source.begin},
                                        {"end", piece.source.end},
                                        {"word", piece.word},
                                        {"segment", piece.segment},
                                        {"special", piece.special},
                                        {"unknown", piece.unknown}});
    }
    REQUIRE(root["words"].size() == encoding.words.size());
    for (std::size_t i = 0; i < encoding.words.size(); ++i) {
        const Word &word = encoding.words[i];
        CHECK(root["words"][i] ==
              json{{"start", word.source.begin}, {"end", word.source.end}, {"segment", word.segment}});
    }
    CHECK(root["truncated"] == encoding.cutPieces);
    CHECK(root["truncated_words"] == encoding.cutWords);
    CHECK(root["covered"] == json{encoding.covered.begin, encoding.covered.end});
    REQUIRE(root["layers"].size() == trace.layers.size());
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        const json &layer = root["layers"][l];
        CHECK(layer["alive"] == trace.layers[l].alive);
        CHECK(layer["raw"].get<std::vector<float>>() == trace.layers[l].raw);
        CHECK(layer["adjusted"].get<std::vector<float>>() == trace.layers[l].adjusted);
        CHECK(layer["threshold"].get<float>() == trace.layers[l].threshold);
        REQUIRE(layer["kept"].size() == trace.layers[l].kept.size());
        for (std::size_t i = 0; i < layer["kept"].size(); ++i)
            CHECK(layer["kept"][i] == (trace.layers[l].kept[i] != 0));
    }
    const auto checkPrediction = [&](const json &object, const Prediction &prediction) {
        CHECK(object["logits"].get<std::vector<float>>() == prediction.logits);
        CHECK(object["probabilities"].get<std::vector<float>>() == prediction.probabilities);
        CHECK(object["label"] == trace.labels[prediction.label]);
    };
    checkPrediction(root, trace.reduced);
    checkPrediction(root["plain"], trace.plain);
    CHECK(root["cost"] == json{{"flops_plain", trace.cost.flopsPlain},
                               {"flops_reduced", trace.cost.flopsReduced},
                               {"speedup", trace.cost.speedup()},
                               {"ms_plain", trace.cost.msPlain},
                               {"ms_reduced", trace.cost.msReduced},
                               {"speedup_wall", trace.cost.speedupWall()},
                               {"runs", trace.cost.runs},
                               {"threads", trace.cost.threads},
                               {"device", trace.cost.device}});
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

} // namespace

TEST_CASE("the JSON holds everything that a trace says, numbers bit for bit")
{
    for (const Trace &trace : {test::handMadeTrace(), test::handMadePlainTrace(), test::longTrace(512, 6), pairTrace()})
        checkHolds(json::parse(traceToJson(trace)), trace);
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
    const json root = json::parse(written);
    const std::string text = root["text"];
    CHECK(text == "A\uFFFDtruly\uFFFD fine \u00E9");
    const auto bytes = [&](std::size_t i) {
        const std::size_t begin = root["tokens"][i]["start"], end = root["tokens"][i]["end"];
        return text.substr(begin, end - begin);
    };
    CHECK(bytes(0) == "A");
    CHECK(bytes(1) == "truly");
    CHECK(bytes(2) == "fine");
    CHECK(bytes(3) == "\u00E9");
    CHECK(root["covered"][1] == text.size());
    CHECK(root["repaired"] == true);
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

TEST_CASE("CSV says by which rule tokens are dropped, where in the layer, and what turns a score into the rule's own")
{
    const auto linesOf = [](const Trace &trace) {
        std::vector<std::string> lines;
        std::istringstream text(traceToCsv(trace));
        for (std::string line; std::getline(text, line);) {
            lines.push_back(line);
        }
        return lines;
    };
    Trace trace = test::handMadeTrace();
    CHECK(linesOf(trace).front().ends_with(",threshold,kept,rule,drop,scale\r"));
    CHECK(linesOf(trace)[1].ends_with(",1,adapler,before-attention,1\r"));
    trace.rule = {.name = "power", .title = "PoWER-BERT", .score = "significance"};
    for (LayerTrace &layer : trace.layers) {
        layer.drop = DropPlace::AfterAttention;
        layer.scale = 1.5F;
    }
    CHECK(linesOf(trace)[1].ends_with(",1,power,after-attention,1.5\r"));
    Trace plain = test::handMadePlainTrace();
    for (LayerTrace &layer : plain.layers) {
        layer.drop = DropPlace::Nowhere;
    }
    CHECK(linesOf(plain)[1].ends_with(",1,none,nowhere,1\r"));
}

TEST_CASE("a trace says what it was computed in, and what its scores are")
{
    Trace trace = test::handMadeTrace();
    trace.precision = Precision::Int8;
    CHECK(json::parse(traceToJson(trace))["precision"] == "int8");
    for (const auto &[kind, name] : {std::pair{ScoreKind::Contribution, "contribution"},
                                     {ScoreKind::Attention, "attention"},
                                     {ScoreKind::Saliency, "saliency"}}) {
        trace.score = kind;
        CHECK(json::parse(traceToJson(trace))["score"] == name);
    }
}

TEST_CASE("numbers that JSON has none for become null")
{
    Trace trace = test::handMadeTrace();
    trace.layers[0].raw[1] = std::nanf("");
    const std::string written = traceToJson(trace);
    CHECK(json::parse(written)["layers"][0]["raw"][1].is_null());
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
    checkHolds(root["windows"][0], first);
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
    CHECK(rows[0] == "layer,index,piece,word,segment,start,end,raw,adjusted,threshold,kept,rule,drop,scale\r");
    CHECK(rows[1].starts_with("1,0,[CLS],-1,0,0,0,"));
    CHECK(rows[6].starts_with("1,5,\",\",4,0,17,18,"));
    CHECK(rows[6].ends_with(",0,adapler,before-attention,1\r"));
    CHECK(rows[13].starts_with("2,0,[CLS],"));
    const auto cell = rows[14].substr(std::string("1,2,truly,1,0,2,7,").size());
    CHECK(std::stof(cell) == trace.layers[1].raw[1]);
}
