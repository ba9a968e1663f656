// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"
#include "core/data/writers.h"
#include "core/error.h"
#include "core/agreement/alignment.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <random>
#include <string>

using namespace adaplens;
using nlohmann::json;

namespace {

std::vector<json> linesOf(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    std::vector<json> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(json::parse(line));
    return lines;
}

std::vector<Example> read(const std::filesystem::path &path, DataFormat format)
{
    DataSource source;
    source.path = path;
    source.format = format;
    return readAll(source);
}

Example randomExample(std::mt19937 &random)
{
    static const std::vector<std::string> parts{
        "good", "b\u00e4d", "\u4e2d\u6587", "\U0001F600", "e\u0301", "\"", "\\", ",", " ", " ", "\n", "\t"};
    Example example;
    example.id = "e" + std::to_string(random() % 1000000);
    example.text = "x"; // a document of an ERASER set is no empty file
    std::vector<std::size_t> borders{0, 1};
    for (std::size_t i = random() % 30; i > 0; --i) {
        example.text += parts[random() % parts.size()];
        borders.push_back(example.text.size());
    }
    for (std::size_t i = random() % 4; i > 0; --i) {
        const std::size_t begin = random() % (borders.size() - 1);
        const std::size_t end = begin + 1 + random() % (borders.size() - begin - 1);
        const ByteRange range{borders[begin], borders[end]};
        if (std::ranges::find(example.rationale, range) == example.rationale.end())
            example.rationale.push_back(range);
    }
    std::ranges::sort(example.rationale, {}, [](ByteRange r) { return std::pair(r.begin, r.end); });
    example.label = random() % 2 == 0 ? "pos" : "neg";
    if (random() % 3 == 0)
        example.pair = "pair " + std::to_string(random() % 5);
    return example;
}

} // namespace

TEST_CASE("own JSONL reads back as it was")
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "own.jsonl";
    std::mt19937 random(3);
    std::vector<Example> examples;
    JsonlWriter writer(file);
    for (int i = 0; i < 300; ++i) {
        examples.push_back(randomExample(random));
        writer.add(examples.back());
    }
    CHECK(!std::filesystem::exists(file)); // not before it is whole
    writer.commit();
    const auto back = read(file, DataFormat::Jsonl);
    REQUIRE(back.size() == examples.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
        CHECK(back[i].id == examples[i].id);
        CHECK(back[i].text == examples[i].text);
        CHECK(back[i].pair == examples[i].pair);
        CHECK(back[i].label == examples[i].label);
        CHECK(back[i].rationale == examples[i].rationale);
    }
}

TEST_CASE("broken UTF-8 is repaired, and spans keep their words")
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "own.jsonl";
    JsonlWriter writer(file);
    writer.add({"a\xff", "bad \xff\xe4\xb8 and good", std::nullopt, "p\xc3", {{12, 16}, {4, 7}}, {}});
    writer.commit();
    const auto back = read(file, DataFormat::Jsonl);
    REQUIRE(back.size() == 1);
    CHECK(back[0].text == "bad \uFFFD\uFFFD and good");
    REQUIRE(back[0].rationale.size() == 2);
    CHECK(back[0].text.substr(back[0].rationale[1].begin) == "good");
}

TEST_CASE("an ERASER data set reads back with the same words marked")
{
    const test::TemporaryFolder folder;
    std::mt19937 random(4);
    std::vector<Example> examples;
    EraserWriter writer(folder.path(), "test");
    for (int i = 0; i < 200; ++i) {
        examples.push_back(randomExample(random));
        examples.back().id = std::to_string(i);
        writer.add(examples.back());
    }
    CHECK(!std::filesystem::exists(folder.path() / "test.jsonl"));
    writer.commit();
    DataSource source;
    source.path = folder.path();
    source.split = "test";
    const auto back = readAll(source);
    REQUIRE(back.size() == examples.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
        const auto words = whiteSpaceWords(examples[i].text);
        CHECK(back[i].id == examples[i].id);
        CHECK(back[i].label == examples[i].label);
        CHECK(back[i].pair.value_or("") == examples[i].pair.value_or(""));
        CHECK(whiteSpaceWords(back[i].text) == words);
        CHECK(markedRanges(words, back[i].rationale) == markedRanges(words, examples[i].rationale));
        CHECK(back[i].text.find('\t') == std::string::npos);
    }
}

TEST_CASE("ERASER annotations have the form that its scorer reads")
{
    const test::TemporaryFolder folder;
    EraserWriter writer(folder.path(), "val");
    const Example joined{"id",  "one two\nthree  four", std::nullopt,
                         "POS", {{4, 13}, {15, 16}},    {{"a.txt", {0, 7}}, {"sub/b", {8, 19}}}};
    writer.add(joined);
    writer.add({"id", "other", "a query", "NEG", {}, {}});
    writer.add({"../evil", "x", std::nullopt, "NEG", {}, {}});
    writer.add({"id", "third", std::nullopt, "NEG", {}, {}});
    writer.commit();
    CHECK_THROWS_AS(EraserWriter(folder.path(), "none").add({"i", "t", std::nullopt, "", {}, {}}), Error);
    const auto lines = linesOf(folder.path() / "val.jsonl");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == json::parse(R"({"annotation_id": "id", "classification": "POS", "docids": ["a.txt", "sub/b"],
        "query": "", "query_type": null, "evidences": [[
        {"docid": "a.txt", "start_token": 1, "end_token": 2, "start_sentence": -1, "end_sentence": -1, "text": "two"},
        {"docid": "sub/b", "start_token": 0, "end_token": 1, "start_sentence": -1, "end_sentence": -1, "text": "three"},
        {"docid": "sub/b", "start_token": 1, "end_token": 2, "start_sentence": -1, "end_sentence": -1, "text": "four"}]]})"));
    CHECK(lines[1]["evidences"] == json::array());
    CHECK(lines[1]["query"] == "a query");
    CHECK(lines[1]["annotation_id"] == "id#2");
    CHECK(lines[2]["docids"] == json::array({"document-3"}));
    CHECK(lines[3]["docids"] == json::array({"id-2"})); // "id" holds another text
    CHECK(std::filesystem::exists(folder.path() / "docs" / "sub" / "b"));
    CHECK(!std::filesystem::exists(folder.path() / "evil"));
}

TEST_CASE("predictions: one line each, words numbered within their documents")
{
    const Example example{"id", "one two\nthree  four", std::nullopt, "POS", {}, {{"a.txt", {0, 7}}, {"b", {8, 19}}}};
    EraserPrediction prediction;
    prediction.annotation = "id";
    prediction.documents =
        eraserDocuments(example, std::vector<std::uint8_t>{0, 1, 1, 0}, std::vector<double>{0.1, 0.2, 1.0 / 3, 0});
    prediction.classification = "POS";
    prediction.scores = {{"NEG", 0.25}, {"POS", 0.75}};
    CHECK(json::parse(toJsonLine(prediction)) == json::parse(R"({"annotation_id": "id", "rationales": [
        {"docid": "a.txt", "hard_rationale_predictions": [{"start_token": 1, "end_token": 2}],
         "soft_rationale_predictions": [0.1, 0.2]},
        {"docid": "b", "hard_rationale_predictions": [{"start_token": 0, "end_token": 1}],
         "soft_rationale_predictions": [0.3333333333333333, 0.0]}],
        "classification": "POS", "classification_scores": {"NEG": 0.25, "POS": 0.75}})"));
    prediction.comprehensiveness = {{"NEG", 0.5}, {"POS", 0.5}};
    prediction.sufficiency = {{"NEG", 0.125}, {"POS", 0.875}};
    prediction.thresholds = {{0.01, prediction.comprehensiveness, prediction.sufficiency}};

    const test::TemporaryFolder folder;
    const auto file = folder.path() / "new" / "predictions.jsonl";
    EraserPredictionWriter writer(file);
    for (int i = 0; i < 3; ++i)
        writer.add(prediction);
    CHECK(!std::filesystem::exists(file));
    writer.commit();
    const auto lines = linesOf(file);
    REQUIRE(lines.size() == 3);
    CHECK(lines[2]["comprehensiveness_classification_scores"]["POS"] == 0.5);
    CHECK(lines[2]["sufficiency_classification_scores"]["POS"] == 0.875);
    CHECK(lines[2]["thresholded_scores"][0]["threshold"] == 0.01);
    CHECK(lines[2]["thresholded_scores"][0]["sufficiency_classification_scores"]["NEG"] == 0.125);

    // Without documents and soft scores the example is its own document.
    const auto whole = eraserDocuments({"x", " a b", std::nullopt, "", {}, {}}, std::vector<std::uint8_t>{1, 1}, {});
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].id == "x");
    CHECK(whole[0].hard == std::vector<WordSpan>{{0, 2}});
    CHECK(whole[0].soft.empty());
}
