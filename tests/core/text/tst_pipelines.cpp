// SPDX-License-Identifier: GPL-3.0-or-later
// Values made by tests/data/pipelines_golden.py with Hugging Face's tokenizers.
#include "core/error.h"
#include "core/io/utf8.h"
#include "core/text/normaliser.h"
#include "core/text/tokenizer.h"
#include "core/text/tokenizerjson.h"
#include "core/text/wordpieces.h"
#include "tests/core/text/goldenlines.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace adaplens;
using namespace adaplens::test;

namespace {

using Json = nlohmann::json;

/// The tokenizers of pipelines.tsv as files in a folder.
std::vector<std::filesystem::path> writePipelines(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto &row : rowsOf("pipelines/pipelines.tsv")) {
        REQUIRE(row.size() == 3);
        Json json = Json::parse(std::ifstream(dataFile("byte_pairs/" + row[0])));
        json["normalizer"] = Json::parse(row[1]);
        json["pre_tokenizer"] = Json::parse(row[2]);
        files.push_back(folder / (std::to_string(files.size()) + ".json"));
        std::ofstream(files.back()) << json;
    }
    return files;
}

Tokenizer opened(const std::filesystem::path &file)
{
    TokenizerJson read = readTokenizerJson(file);
    return {std::make_shared<const Vocabulary>(std::move(read.vocabulary)), read.options};
}

struct Line {
    std::size_t most = 0;
    std::string text;
    std::optional<std::string> pair;
};

std::vector<Line> linesOf()
{
    std::vector<Line> lines;
    for (const auto &row : rowsOf("tokenizer_golden.tsv")) {
        if (row[0] == "default")
            lines.push_back({std::stoul(row[1]), unescape(row[2]), pairOf(row[3])});
    }
    for (const auto &row : rowsOf("byte_pairs/added.tsv"))
        lines.push_back({std::stoul(row[0]), unescape(row[1]), pairOf(row[2])});
    return lines;
}

std::string lowerHalf(std::uint64_t hash)
{
    std::string text(9, '\0');
    std::snprintf(text.data(), text.size(), "%08x", static_cast<unsigned int>(hash & 0xFFFFFFFFU));
    text.resize(8);
    return text;
}

TokenizerOptions optionsOf(std::vector<NormaliserStep> steps)
{
    TokenizerOptions options;
    options.pipeline = TextPipeline{.steps = std::move(steps), .splits = TextSplits{.wordEnds = true}};
    return options;
}

} // namespace

TEST_CASE("ids and offsets of other pipelines are those of Hugging Face, read, written and read again")
{
    const TemporaryFolder folder;
    std::vector<Tokenizer> tokenizers, again;
    for (const auto &file : writePipelines(folder.path())) {
        const TokenizerJson read = readTokenizerJson(file);
        REQUIRE(read.options.pipeline);
        tokenizers.push_back(opened(file));
        writeTokenizerJson(folder.path() / "written.json", read.vocabulary, read.options);
        const TokenizerJson reread = readTokenizerJson(folder.path() / "written.json");
        CHECK(reread.options.pipeline == read.options.pipeline);
        CHECK(reread.vocabulary.hasSamePieces(read.vocabulary));
        CHECK(reread.options.doLowerCase == read.options.doLowerCase);
        CHECK(reread.options.addPrefixSpace == read.options.addPrefixSpace);
        again.push_back(opened(folder.path() / "written.json"));
    }
    CHECK(tokenizers.size() == 12);
    const std::vector<Line> lines = linesOf();
    const auto results = rowsOf("pipelines/results.tsv");
    REQUIRE(lines.size() == results.size());
    std::size_t compared = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t k = 0; k < tokenizers.size(); ++k) {
            if (results[i][k] == "-")
                continue;
            const auto &[most, text, pair] = lines[i];
            const Encoding encoding = tokenizers[k].encode(text, pair, most);
            const std::string found = describe(encoding);
            CHECK_MESSAGE(lowerHalf(hashed(found)) == results[i][k], "pipeline ", k, ", ", most, " \"", text, "\" ",
                          pair.value_or("-"), ": ", found);
            checkWords(encoding, text, pair);
            if (i % 8 == 0)
                CHECK(describe(again[k].encode(text, pair, most)) == found);
            ++compared;
        }
    }
    CHECK(compared > 29'000);
}

TEST_CASE("every character is normalised and split as Hugging Face does")
{
    std::vector<Normaliser> normalisers;
    for (const NormaliserStep step : {NormaliserStep::LowerCase, NormaliserStep::Nfc, NormaliserStep::Nfd,
                                      NormaliserStep::Nfkc, NormaliserStep::Nfkd, NormaliserStep::StripAccents})
        normalisers.emplace_back(optionsOf({step}));
    const Normaliser none(optionsOf({}));
    std::vector<NormalChar> characters;
    std::size_t blocks = 0;
    for (const auto &row : rowsOf("pipelines/characters.tsv")) {
        const auto block = static_cast<char32_t>(std::stoul(row[0], nullptr, 16));
        std::uint64_t hash = hashed({});
        for (char32_t c = block; c < block + 1024; ++c) {
            if (c >= 0xD800 && c < 0xE000)
                continue;
            std::string itself;
            appendCharacter(itself, c);
            for (const Normaliser &normaliser : normalisers) {
                for (const std::string &text : {itself, "e" + itself + "\u0301"}) {
                    normaliser.normalise(text, characters);
                    std::string normal;
                    for (const NormalChar &character : characters)
                        appendCharacter(normal, character.value);
                    hash = hashed(normal + "\n", hash);
                }
            }
            none.normalise("a" + itself + "b+" + itself + "+", characters);
            std::string splits;
            walkRuns(characters, [&](std::size_t first, std::size_t last) {
                splits += (splits.empty() ? "" : " ") + std::to_string(first) + "-" + std::to_string(last);
            });
            hash = hashed(splits + "\n", hash);
        }
        CHECK_MESSAGE(hash == std::stoull(row[1], nullptr, 16), "U+", row[0]);
        ++blocks;
    }
    CHECK(blocks == 1088);
}

TEST_CASE("BERT's own pipeline is what its switches say")
{
    const TemporaryFolder folder;
    Json json = Json::parse(std::ifstream(dataFile("byte_pairs/bert.json")));
    const auto optionsAfter = [&](const char *key, const Json &value) {
        Json changed = json;
        changed[key] = value;
        std::ofstream(folder.path() / "tokenizer.json") << changed;
        return readTokenizerJson(folder.path() / "tokenizer.json").options;
    };
    CHECK_FALSE(optionsAfter("version", "1.0").pipeline);
    const TokenizerOptions inSequence =
        optionsAfter("pre_tokenizer", {{"type", "Sequence"}, {"pretokenizers", {{{"type", "BertPreTokenizer"}}}}});
    CHECK_FALSE(inSequence.pipeline);
    CHECK(optionsAfter("normalizer", nullptr).pipeline == TextPipeline{.splits = TextSplits{.punctuation = true}});
    CHECK_FALSE(optionsAfter("normalizer", nullptr).doLowerCase);
    CHECK(optionsAfter("normalizer", {{"type", "Lowercase"}}).doLowerCase);
}
