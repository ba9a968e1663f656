// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"
#include "core/text/words.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <thread>

using namespace adaplens;

namespace {

/// Specials, and all ASCII characters as first and as following pieces: enough to spell any ASCII word.
std::shared_ptr<const Vocabulary> spellingVocabulary()
{
    std::vector<std::string> pieces{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    for (char c = '!'; c <= '~'; ++c) {
        pieces.emplace_back(1, c);
        pieces.push_back("##" + std::string(1, c));
    }
    return std::make_shared<const Vocabulary>(Vocabulary::fromPieces(std::move(pieces), "spelling"));
}

Tokenizer tokenizer(bool lowerCase)
{
    return {spellingVocabulary(), TokenizerOptions{lowerCase, std::nullopt, true}};
}

/// The words of a text, each in bars.
std::string barred(std::string_view text, bool lowerCase = true)
{
    const Encoding encoding = tokenizer(lowerCase).encode(text, std::nullopt, 100000);
    std::string result = "|";
    for (const Word &word : encoding.words)
        result += std::string(text.substr(word.source.begin, word.source.end - word.source.begin)) + "|";
    return result;
}

} // namespace

TEST_CASE("words are what a user calls words")
{
    struct Row {
        const char *text;
        const char *words;
    };
    const Row rows[] = {
        {"", "|"},
        {"  \t\n ", "|"},
        {"The film drags.", "|The|film|drags|.|"},
        {"It's a Depression-era story!", "|It's|a|Depression-era|story|!|"},
        {"don\u2019t rock'n'roll", "|don\u2019t|rock'n'roll|"},
        {"\"Nice,\" he (well) said:", "|\"|Nice|,|\"|he|(|well|)|said|:|"},
        {"3.5 1,200,000 10:30 24/7", "|3.5|1,200,000|10:30|24/7|"},
        {"good,bad yes:no and/or", "|good|,|bad|yes|:|no|and|/|or|"},
        {"$20 70% #tag @me", "|$|20|70|%|#|tag|@|me|"},
        {"the U.S. critics, e.g. Ph.D. students in the U.S.", "|the|U.S.|critics|,|e.g.|Ph.D.|students|in|the|U.S.|"},
        {"the U.S., U.S.-based U.S.'s (U.S.)", "|the|U.S.|,|U.S.-based|U.S.'s|(|U.S.|)|"},
        {"www.films.example. end.", "|www.films.example|.|end|.|"},
        {"wait...what?! No!!! --- a--b", "|wait|...|what|?|!|No|!!!|---|a|--|b|"},
        {"AT&T me@home.example e_f x=y", "|AT&T|me@home.example|e_f|x|=|y|"},
        {"dogs' 'tis -5 a- -b", "|dogs|'|'|tis|-|5|a|-|-|b|"},
        {"\u201eNein\u201c, stra\u00dfe\u2026", "|\u201e|Nein|\u201c|,|stra\u00dfe|\u2026|"},
        {"\u4e2d\u6587abc\u5b57\u3002", "|\u4e2d|\u6587|abc|\u5b57|\u3002|"},
        {"\u3053\u306e\u6620\u753b\u3067\u3059", "|\u3053\u306e|\u6620|\u753b|\u3067\u3059|"},
        {"\u092b\u093c\u093f\u0932\u094d\u092e\u0964", "|\u092b\u093c\u093f\u0932\u094d\u092e|\u0964|"},
        {"cafe\u0301, e\u0301! \u0301x", "|cafe\u0301|,|e\u0301|!|x|"},
        {"\U0001F469\u200D\U0001F469\u200D\U0001F467, \u2764\uFE0F\u200D\U0001F525!",
         "|\U0001F469\u200D\U0001F469\u200D\U0001F467|,|\u2764\uFE0F\u200D\U0001F525|!|"},
        {"#\uFE0F\u20E3 1\uFE0F\u20E3 \u203C\uFE0F \U0001F1E9\U0001F1EA",
         "|#\uFE0F\u20E3|1\uFE0F\u20E3|\u203C\uFE0F|\U0001F1E9\U0001F1EA|"},
        {"x[SEP]y [MASK]. [sep]", "|x|[SEP]|y|[MASK]|.|[|sep|]|"},
        {"\u2260 a\u2260b", "|\u2260|a|\u2260|b|"},
    };
    for (const Row &row : rows)
        CHECK_MESSAGE(barred(row.text) == row.words, row.text);
}

TEST_CASE("the words of a text alone are those of the tokenizer")
{
    for (const std::string_view text : {"x[SEP]y [MASK]. [sep]", "[MASK]", "a [[MASK]] b", "[MASK", "[CLS][PAD][UNK]",
                                        "It's [MASK]'s U.S. [ MASK ]", " \ta film ", "\u3000a film"}) {
        CAPTURE(text);
        const Encoding encoding = tokenizer(true).encode(text, std::nullopt, 1000);
        std::vector<ByteRange> words;
        for (const Word &word : encoding.words)
            words.push_back(word.source);
        CHECK(adaplens::wordsOf(text) == words);
    }
}

TEST_CASE("marks that a cased model keeps stay with their base")
{
    CHECK(barred("cafe\u0301, \u4e2d\u0301 !\u0301", false) == "|cafe\u0301|,|\u4e2d\u0301|!\u0301|");
    // BERT takes the mark and the letters behind it as one run, which no word border may cut.
    CHECK(barred(".\u0301abc", false) == "|.\u0301abc|");
}

TEST_CASE("bytes that cleaning removes are at no word's edge")
{
    CHECK(barred(std::string_view("\0ab\0cd\0 \0", 9)) == std::string("|ab\0cd|", 7));
    CHECK(barred("\xff"
                 "ab\xe4\xb8 \xf0\x9f x\xff") == "|ab|x|");
    CHECK(barred("\ufeff\u200bword\u200b") == "|word|");
}

TEST_CASE("pieces know their word")
{
    const Encoding encoding = tokenizer(true).encode("Ab-c [SEP]d", "E", 100);
    std::string seen;
    for (const Piece &piece : encoding.pieces)
        seen += piece.text + (piece.special ? "*" : "") + "/" + std::to_string(piece.word) + "/" +
                std::to_string(piece.segment) + " ";
    CHECK(seen == "[CLS]*/-1/0 a/0/0 ##b/0/0 -/0/0 c/0/0 [SEP]/1/0 d/2/0 [SEP]*/-1/0 e/3/1 [SEP]*/-1/1 ");
    REQUIRE(encoding.words.size() == 4);
    CHECK(encoding.words[3].segment == 1);
    CHECK(encoding.covered == ByteRange{0, 11});
    CHECK(encoding.pieces[5].source == ByteRange{5, 10});

    const Encoding unknown = tokenizer(true).encode("\u4e2d [UNK]", std::nullopt, 100);
    REQUIRE(unknown.pieces.size() == 4);
    CHECK(unknown.pieces[1].unknown);
    CHECK(unknown.pieces[2].unknown);
    CHECK_FALSE(unknown.pieces[0].unknown);
}

TEST_CASE("one tokenizer serves several threads")
{
    const Tokenizer shared = tokenizer(true);
    const std::string text = "It's \u00c9\u0327 \u4e2d, caf\u00e9 #\ufe0f\u20e3 [SEP] U.S.";
    std::array<std::size_t, 4> counts{};
    {
        std::vector<std::jthread> threads;
        threads.reserve(counts.size());
        for (std::size_t &count : counts) {
            threads.emplace_back([&shared, &text, &count] {
                for (int i = 0; i < 50; ++i)
                    count += shared.encode(text, std::nullopt, 512).pieces.size();
            });
        }
    }
    const std::size_t expected = 50 * shared.encode(text, std::nullopt, 512).pieces.size();
    for (const std::size_t count : counts)
        CHECK(count == expected);
}
