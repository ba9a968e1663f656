// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"
#include "core/io/resources.h"
#include "core/io/utf8.h"
#include "core/model/opentokenizer.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace adaplens;
using nlohmann::json;

namespace {

std::filesystem::path shippedFile()
{
    return resourceFolder() / "examples" / "rationales.jsonl";
}

std::vector<json> shippedLines()
{
    std::ifstream file(shippedFile());
    std::vector<json> result;
    for (std::string line; std::getline(file, line);)
        result.push_back(json::parse(line));
    return result;
}

/// Byte at which each character of `text` starts, and the text's size at the end.
std::vector<std::size_t> characterStarts(const std::string &text)
{
    std::vector<std::size_t> starts;
    for (std::size_t byte = 0; byte < text.size(); ++byte)
        if ((static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80)
            starts.push_back(byte);
    starts.push_back(text.size());
    return starts;
}

/// Whether a sentence ends inside `span` (its own last character not counted).
bool crossesSentence(const std::string &span)
{
    for (std::size_t i = 0; i + 1 < span.size(); ++i)
        if (span[i] == '\n' || (std::string_view(".!?").find(span[i]) != std::string_view::npos && span[i + 1] == ' '))
            return true;
    return false;
}

} // namespace

TEST_CASE("the shipped annotated texts are many, different and balanced")
{
    const auto lines = shippedLines();
    CHECK(lines.size() >= 80);
    std::map<std::string, std::size_t> labels;
    std::set<std::string> ids, titles, texts, openings;
    std::size_t several = 0, beyondAscii = 0;
    for (const auto &line : lines) {
        const auto id = line.at("id").get<std::string>();
        const auto text = line.at("text").get<std::string>();
        INFO(id);
        CHECK(ids.insert(id).second);
        CHECK(titles.insert(line.at("title").get<std::string>()).second);
        CHECK(texts.insert(text).second);
        CHECK(openings.insert(text.substr(0, 16)).second);
        CHECK(!ValidText(text).repaired());
        ++labels[line.at("label").get<std::string>()];
        several += line.at("rationale").size() > 1 ? 1 : 0;
        beyondAscii += characterStarts(text).size() <= text.size() ? 1 : 0;
    }
    CHECK(labels.size() == 2);
    CHECK(labels["negative"] * 10 >= lines.size() * 4);
    CHECK(labels["positive"] * 10 >= lines.size() * 4);
    CHECK(several * 10 >= lines.size() * 6);
    CHECK(beyondAscii >= 10); // characters and bytes differ, so that a mix-up shows
}

TEST_CASE("the shipped rationales mark whole words, in order, within a sentence")
{
    const auto tokenizer = openTokenizer(resourceFolder() / "models" / "reviews");
    for (const auto &line : shippedLines()) {
        INFO(line.at("id").get<std::string>());
        const auto text = line.at("text").get<std::string>();
        const auto starts = characterStarts(text);
        const auto encoding = tokenizer.encode(text, std::nullopt, 1024);
        REQUIRE(encoding.cutPieces == 0);
        std::map<std::size_t, std::size_t> wordAt, wordBefore; // by the bytes where words begin and end
        for (std::size_t word = 0; word < encoding.words.size(); ++word) {
            wordAt[encoding.words[word].source.begin] = word;
            wordBefore[encoding.words[word].source.end] = word;
        }
        const auto isLetter = [](char c) {
            return (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
        };

        CHECK(!line.at("rationale").empty());
        std::size_t last = 0, marked = 0;
        for (const auto &pair : line.at("rationale")) {
            REQUIRE(pair.size() == 2);
            const auto begin = pair[0].get<std::size_t>(), end = pair[1].get<std::size_t>();
            CHECK(begin >= last);
            REQUIRE(begin < end);
            REQUIRE(end < starts.size());
            last = end;
            const auto first = wordAt.find(starts[begin]), final = wordBefore.find(starts[end]);
            const std::string span = text.substr(starts[begin], starts[end] - starts[begin]);
            INFO(span);
            REQUIRE(first != wordAt.end());
            REQUIRE(final != wordBefore.end());
            CHECK(isLetter(span.front()));
            CHECK(isLetter(span.back()));
            CHECK_FALSE(crossesSentence(span));
            marked += final->second - first->second + 1;
        }
        CHECK(marked * 100 >= encoding.words.size() * 5);
        CHECK(marked * 100 <= encoding.words.size() * 35);
    }
}

TEST_CASE("the shipped annotated texts are a data set like any other")
{
    const auto lines = shippedLines();
    DataSource source;
    source.path = shippedFile();
    const auto examples = readAll(source);
    REQUIRE(examples.size() == lines.size());
    const std::vector<std::string> classes{"negative", "positive"};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(examples[i].id == lines[i].at("id").get<std::string>());
        CHECK(examples[i].text == lines[i].at("text").get<std::string>());
        CHECK(classes[mapLabel(examples[i].label, classes)] == lines[i].at("label").get<std::string>());
    }
}
