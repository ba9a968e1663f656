// SPDX-License-Identifier: GPL-3.0-or-later
// Values made by tests/data/tokenizer_golden.py with Hugging Face's tokenizers.
#include "core/text/normaliser.h"
#include "core/text/tokenizer.h"
#include "core/text/tokenizerjson.h"
#include "tests/core/text/goldenlines.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>

using namespace adaplens;
using namespace adaplens::test;

namespace {

TokenizerOptions optionsOf(const std::string &name, bool lowerCase)
{
    TokenizerOptions options;
    options.doLowerCase = lowerCase;
    if (name == "accents")
        options.stripAccents = !lowerCase;
    options.tokenizeChineseChars = name != "ideographs";
    return options;
}

/// "a", the character and "b" after cleaning, split as BERT does before it looks for pieces.
std::string between(const Normaliser &normaliser, char32_t character)
{
    if (Normaliser::isWhiteSpace(character))
        return "a b\n";
    const auto append = [](std::string &text, char32_t c) {
        const auto bits = static_cast<std::uint32_t>(c);
        const auto add = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
        if (bits < 0x80) {
            add(bits);
            return;
        }
        if (bits < 0x800) {
            add(0xC0 | bits >> 6U);
        } else {
            if (bits < 0x10000) {
                add(0xE0 | bits >> 12U);
            } else {
                add(0xF0 | bits >> 18U);
                add(0x80 | (bits >> 12U & 0x3FU));
            }
            add(0x80 | (bits >> 6U & 0x3FU));
        }
        add(0x80 | (bits & 0x3FU));
    };
    std::string text = "a";
    append(text, character);
    text += "b";
    std::vector<NormalChar> characters;
    normaliser.normalise(text, characters);
    std::string result;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i > 0 && (characters[i].alone() || characters[i - 1].alone()))
            result += " ";
        append(result, characters[i].value);
    }
    return result + "\n";
}

} // namespace

TEST_CASE("ids and offsets are those of Hugging Face")
{
    std::map<std::pair<std::string, bool>, Tokenizer> tokenizers;
    for (const bool uncased : {true, false}) {
        const auto vocabulary = std::make_shared<const Vocabulary>(
            Vocabulary::load(dataFile(uncased ? "tokenizer_uncased.vocab" : "tokenizer_cased.vocab")));
        for (const char *name : {"default", "accents", "ideographs"})
            tokenizers.emplace(std::pair{std::string(name), uncased}, Tokenizer(vocabulary, optionsOf(name, uncased)));
        TokenizerJson read =
            readTokenizerJson(dataFile(uncased ? "tokenizer_json/uncased.json" : "tokenizer_json/cased.json"));
        tokenizers.emplace(std::pair{std::string("json"), uncased},
                           Tokenizer(std::make_shared<const Vocabulary>(std::move(read.vocabulary)), read.options));
    }

    std::size_t lines = 0;
    std::size_t pairs = 0;
    std::size_t truncated = 0;
    std::size_t fromJson = 0;
    for (const auto &row : rowsOf("tokenizer_golden.tsv")) {
        REQUIRE(row.size() == 6);
        const std::string text = unescape(row[2]);
        const std::string pair = row[3] == "-" ? "" : unescape(row[3].substr(1));
        const auto second = row[3] == "-" ? std::nullopt : std::optional<std::string_view>(pair);
        for (const bool uncased : {true, false}) {
            const Encoding encoding = tokenizers.at({row[0], uncased}).encode(text, second, std::stoul(row[1]));
            CHECK_MESSAGE(describe(encoding) == row[uncased ? 4 : 5], row[0], " ", row[1], " \"", row[2], "\" ",
                          row[3]);
            truncated += encoding.cutPieces > 0 ? 1 : 0;
            if (row[0] == "default") {
                const Encoding same = tokenizers.at({"json", uncased}).encode(text, second, std::stoul(row[1]));
                CHECK_MESSAGE(describe(same) == row[uncased ? 4 : 5], "tokenizer.json ", row[1], " \"", row[2], "\"");
                ++fromJson;
            }
        }
        ++lines;
        pairs += second ? 1 : 0;
    }
    CHECK(lines >= 2000);
    CHECK(pairs >= 400);
    CHECK(truncated >= 400);
    CHECK(fromJson >= 2000);
}

TEST_CASE("every character of Unicode is treated as Hugging Face does")
{
    std::vector<Normaliser> normalisers;
    for (const auto &[lowerCase, strip] : {std::pair{true, true}, {false, false}, {true, false}})
        normalisers.emplace_back(TokenizerOptions{lowerCase, strip, true});

    std::size_t blocks = 0;
    for (const auto &row : rowsOf("tokenizer_characters.tsv")) {
        REQUIRE(row.size() == 4);
        const auto first = static_cast<char32_t>(std::stoul(row[0], nullptr, 16));
        for (std::size_t column = 0; column < normalisers.size(); ++column) {
            std::uint64_t hash = hashed({});
            for (char32_t c = first; c < first + 1024; ++c) {
                if (c >= 0xD800 && c < 0xE000)
                    continue;
                // U+1171E counts among the marks that are stripped up to Unicode 15 only; U+1171D still does.
                const char32_t asOf15 = column == 0 && c == 0x1171E ? 0x1171D : c;
                hash = hashed(between(normalisers[column], asOf15), hash);
            }
            CHECK_MESSAGE(hash == std::stoull(row[column + 1], nullptr, 16), "characters from U+", row[0], ", column ",
                          column + 1);
        }
        ++blocks;
    }
    CHECK(blocks == 1088);
}
