// SPDX-License-Identifier: GPL-3.0-or-later
// Values made by tests/data/bytepair_golden.py with Hugging Face's tokenizers.
#include "core/text/bytepairruns.h"
#include "core/text/tokenizer.h"
#include "core/text/tokenizerjson.h"
#include "core/text/vocabularyfiles.h"
#include "tests/core/text/goldenlines.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace adaplens;
using namespace adaplens::test;

namespace {

Tokenizer fromJson(const std::string &name, bool addPrefixSpace = false)
{
    TokenizerJson read = readTokenizerJson(dataFile("byte_pairs/" + name));
    read.options.addPrefixSpace = addPrefixSpace;
    return {std::make_shared<const Vocabulary>(std::move(read.vocabulary)), read.options};
}

Tokenizer fromFiles()
{
    return {std::make_shared<const Vocabulary>(readVocabularyFiles(dataFile("byte_pairs"))), TokenizerOptions{}};
}

} // namespace

TEST_CASE("ids and offsets of byte pairs are those of Hugging Face")
{
    const Tokenizer tokenizer = fromFiles();
    const auto results = rowsOf("byte_pairs/corpus.txt");
    std::size_t line = 0;
    std::size_t count = 0;
    std::size_t pairs = 0;
    std::size_t truncated = 0;
    for (const auto &row : rowsOf("tokenizer_golden.tsv")) {
        if (row[0] != "default")
            continue;
        const std::string &result = results.at(line++).at(0);
        const std::string text = unescape(row[2]);
        const auto pair = pairOf(row[3]);
        const std::size_t most = std::stoul(row[1]);
        if (most < (pair ? 4U : 2U))
            continue; // no room for RoBERTa's special pieces
        const Encoding encoding = tokenizer.encode(text, pair, most);
        CHECK_MESSAGE(describe(encoding) == result, row[1], " \"", row[2], "\" ", row[3]);
        checkWords(encoding, text, pair);
        ++count;
        pairs += pair ? 1 : 0;
        truncated += encoding.cutPieces > 0 ? 1 : 0;
    }
    CHECK(count >= 1800);
    CHECK(pairs >= 350);
    CHECK(truncated >= 300);
}

TEST_CASE("added tokens are found where Hugging Face finds them")
{
    const Tokenizer tokenizers[] = {fromJson("tokenizer.json"), fromJson("tokenizer.json", true),
                                    fromJson("bert.json")};
    std::size_t count = 0;
    for (const auto &row : rowsOf("byte_pairs/added.tsv")) {
        REQUIRE(row.size() == 6);
        const std::string text = unescape(row[1]);
        const auto pair = pairOf(row[2]);
        for (std::size_t i = 0; i < 3; ++i) {
            const Encoding encoding = tokenizers[i].encode(text, pair, std::stoul(row[0]));
            CHECK_MESSAGE(describe(encoding) == row[3 + i], i, " ", row[0], " \"", row[1], "\" ", row[2]);
            checkWords(encoding, text, pair);
        }
        ++count;
    }
    CHECK(count >= 500);
}

TEST_CASE("text is split around every character of Unicode as Hugging Face does")
{
    std::size_t blocks = 0;
    for (const auto &row : rowsOf("byte_pairs/characters.tsv")) {
        const auto block = static_cast<char32_t>(std::stoul(row[0], nullptr, 16));
        std::uint64_t hash = hashed({});
        for (char32_t c = block; c < block + 1024; ++c) {
            if (c >= 0xD800 && c < 0xE000)
                continue;
            const std::u32string text = {U'a', c, U'1', U' ', c, c, U' ', U'\''};
            std::string begins;
            for (std::size_t begin = 0; begin < text.size(); begin = endOfRun(text, begin))
                begins += (begin == 0 ? "" : " ") + std::to_string(begin);
            hash = hashed(begins + "\n", hash);
        }
        CHECK_MESSAGE(hash == std::stoull(row[1], nullptr, 16), "U+", row[0]);
        ++blocks;
    }
    CHECK(blocks == 1088);
}
