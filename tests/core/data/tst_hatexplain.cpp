// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"
#include "core/error.h"
#include "tests/support/readers.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace adaplens;
using namespace adaplens::test;

namespace {

/// Two posts of three annotators; the second has no majority label.
const std::string posts = R"({
  "p1_gab": {"post_id": "p1_gab",
    "annotators": [{"label": "hatespeech", "annotator_id": 1, "target": ["A"]},
                   {"label": "hatespeech", "annotator_id": 2, "target": []},
                   {"label": "offensive", "annotator_id": 3, "target": ["A", "B"]}],
    "rationales": [[0, 1, 1, 0, 0], [0, 0, 1, 0, 1], [0, 1, 1, 0, 0]],
    "post_tokens": ["these", "caf\u00e9", "<user>", "are", "{\"b]ad\""]},
  "p2": {"post_id": "p2", "annotators": [{"label": "normal"}, {"label": "offensive"}], "rationales": [],
    "post_tokens": ["so", "what"]},
  "p3": {"post_id": "p3", "annotators": [{"label": "normal"}, {"label": "normal"}, {"label": "offensive"}],
    "rationales": [], "post_tokens": ["well", "then"]}
})";

} // namespace

TEST_CASE("HateXplain: majority, union and one annotator")
{
    const Files files;
    files.put("dataset.json", posts);
    auto source = files.source("dataset.json");
    const auto reader = openReader(source);
    const auto first = reader->next();
    REQUIRE(first);
    CHECK(first->id == "p1_gab");
    CHECK(first->label == "hatespeech");
    CHECK(first->text == "these caf\u00e9 <user> are {\"b]ad\"");
    CHECK(marked(*first) == "[caf\u00e9 <user>]");
    const auto second = reader->next();
    REQUIRE(second);
    CHECK(second->id == "p3");
    CHECK(second->rationale.empty());
    CHECK(!reader->next());
    CHECK(reader->skipped() == SkipCounts{{"posts without a majority label", 1}});

    chooseAnnotators(source, "union");
    CHECK(marked(readAll(source).front()) == "[caf\u00e9 <user>][{\"b]ad\"]");
    chooseAnnotators(source, "2");
    CHECK(marked(readAll(source).front()) == "[<user>][{\"b]ad\"]");
    chooseAnnotators(source, "9"); // nobody: no marks
    CHECK(readAll(source).front().rationale.empty());
    for (const char *choice : {"0", "", "most", "-1", "1.5"})
        CHECK_THROWS_AS(chooseAnnotators(source, choice), Error);
    CHECK(readAll(files.source()).size() == 2); // the folder
}

TEST_CASE("HateXplain: the published layout, in one line, with fewer marks than annotators")
{
    // Marks come from those who were asked for them: three, two or none of the three annotators of a post.
    const auto post = [](const std::string &id, const std::vector<std::string> &labels, const std::string &marks) {
        std::string annotators;
        for (std::size_t i = 0; i < labels.size(); ++i)
            annotators += (i > 0 ? ", " : "") + std::string(R"({"label": ")") + labels[i] + R"(", "annotator_id": )" +
                          std::to_string(200 + i) + R"(, "target": ["None"]})";
        return '"' + id + R"(": {"post_id": ")" + id + R"(", "annotators": [)" + annotators + R"(], "rationales": [)" +
               marks + R"(], "post_tokens": ["you", "lot", "are", "awful", "<user>"]})";
    };
    const Files files;
    files.put("dataset.json",
              '{' + post("11790_twitter", {"normal", "normal", "normal"}, "") + ", " +
                  post("2419_gab", {"hatespeech", "hatespeech", "offensive"}, "[0,0,0,1,0], [1,1,0,1,0], [0,1,0,1,0]") +
                  ", " + post("77_gab", {"normal", "offensive", "offensive"}, "[0,0,1,1,0], [0,0,0,1,0]") + ", " +
                  post("78_gab", {"normal", "offensive", "hatespeech"}, "") + ", " +
                  post("79_gab", {"offensive", "normal", "normal"}, "") + '}');
    files.put("post_id_divisions.json",
              R"({"train": ["11790_twitter", "78_gab"], "val": ["2419_gab", "77_gab"], "test": ["79_gab"]})");
    auto source = files.source();
    const auto reader = openReader(source);
    std::vector<std::string> seen;
    while (const auto example = reader->next())
        seen.push_back(example->id + ' ' + example->label + ' ' + marked(*example));
    CHECK(seen == std::vector<std::string>{"11790_twitter normal ", "2419_gab hatespeech [lot][awful]",
                                           "77_gab offensive [awful]", "79_gab normal "});
    CHECK(reader->skipped() == SkipCounts{{"posts without a majority label", 1}});
    source.split = "val";
    CHECK(readAll(source).size() == 2);
    chooseAnnotators(source, "1"); // the first of those who marked the post, not of those who labelled it
    CHECK(marked(readAll(source).back()) == "[are awful]");
    chooseAnnotators(source, "3");
    CHECK(marked(readAll(source).front()) == "[lot][awful]");
    CHECK(readAll(source).back().rationale.empty());
}

TEST_CASE("HateXplain: splits come from the file beside it")
{
    const Files files;
    files.put("dataset.json", posts);
    auto source = files.source("dataset.json");
    source.split = "test";
    has(failure(source), "post_id_divisions.json', which says what belongs to the split 'test'");
    files.put("post_id_divisions.json", R"({"train": ["p1_gab", "p2"], "test": ["p3", "gone"]})");
    REQUIRE(readAll(source).size() == 1);
    CHECK(readAll(source).front().id == "p3");
    source.split = "dev";
    has(failure(source), "has no split 'dev'; its splits are 'test', 'train'");
    files.put("post_id_divisions.json", R"({"dev": [1]})");
    has(failure(source), "must hold an object with a list of post names");
    files.put("post_id_divisions.json", "[");
    has(failure(source), "must hold an object with a list of post names");
}

TEST_CASE("HateXplain: what cannot be read is said with file and line")
{
    const auto read = [](const std::string &content) {
        const Files files;
        auto source = files.put("dataset.json", content).source("dataset.json");
        source.format = DataFormat::HateXplain;
        return failure(source);
    };
    has(read("[]"), "dataset.json', line 1: broken JSON; an object");
    has(read("{\"a\": {}}"), "line 1: the post 'a' must have 'annotators'");
    has(read("{\n\n\"a\": 3}"), "line 3: the post 'a' must have 'annotators'");
    has(read("{\"a\": {\"annotators\": [{\"label\": 1}], \"post_tokens\": [\"x\"]}}"), "the post 'a' must have");
    has(read("{\"a\": {\"annotators\": [{\"label\": \"n\"}], \"post_tokens\": \"x\"}}"), "the post 'a' must have");
    has(read("{\"a\": {\"annotators\": [{\"label\": \"n\"}], \"post_tokens\": [\"x\"], \"rationales\": [[\"1\"]]}}"),
        "the post 'a' must have");
    has(read("{\"a\" {}}"), "a colon behind the name");
    has(read("{a: {}}"), "the name of a post in quotes");
    has(read("{,}"), "the name of a post in quotes");
    has(read("{\"a\": }"), "a whole and valid value");
    has(read("{\"a\": {\"b\": [1}]}"), "a whole and valid value");
    has(read("{\"a\": {\"b\": \"c"), "the end of the value that starts here");
    has(read("{\"a\": \"\xff\"}"), "a whole and valid value");
    has(read(posts + "x"), "the end of the file behind the last }");
    has(read(posts.substr(0, posts.size() - 2) + "\"x\": 1}"), "a comma or the closing }");
    auto named = DataSource{};
    const Files files;
    named = files.put("dataset.json", posts).source("dataset.json");
    named.textColumn = "post_tokens";
    has(failure(named), "its text and labels have fixed names");

    const Files odd;
    odd.put("dataset.json", R"({"a": {"annotators": [{"label": "n"}], "post_tokens": ["x", "y"], "rationales": [[1]]},
                                "b": {"annotators": [{"label": "n"}], "post_tokens": []}})");
    const auto reader = openReader(odd.source());
    CHECK(!reader->next());
    CHECK(reader->skipped().size() == 2);
    CHECK(read("{ }").empty());
}

TEST_CASE("HateXplain: damage anywhere gives posts or an Error, nothing else")
{
    std::mt19937 random(5);
    for (int round = 0; round < 400; ++round) {
        std::string content = posts;
        for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
            const std::size_t place = random() % content.size();
            if (random() % 2 == 0)
                content.erase(place, 1 + random() % 9);
            else
                content[place] = "\"{}[],:\\0\x01\xff"[random() % 11];
        }
        const Files files;
        auto source = files.put("dataset.json", content).source("dataset.json");
        source.format = DataFormat::HateXplain;
        try {
            for (const auto &example : readAll(source))
                for (const auto &range : example.rationale)
                    CHECK(range.end <= example.text.size());
        } catch (const Error &) {
        }
    }
}
