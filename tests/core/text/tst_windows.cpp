// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/tokenizer.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace adaplens;

namespace {

std::shared_ptr<const Vocabulary> vocabulary()
{
    return std::make_shared<const Vocabulary>(Vocabulary::load(ADAPLENS_TEST_DATA "/tokenizer_uncased.vocab"));
}

Tokenizer tokenizer(bool lowerCase = true)
{
    return {vocabulary(), TokenizerOptions{lowerCase, std::nullopt, true}};
}

/// Knows a handful of words, each one piece.
Tokenizer wordTokenizer()
{
    const std::vector<std::string> pieces{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "good", "bad",
                                          "film",  ",",     "-",     "x",     "y",    "z"};
    return {std::make_shared<const Vocabulary>(Vocabulary::fromPieces(pieces, "words")), TokenizerOptions{}};
}

std::size_t contentPieces(const Encoding &encoding, int segment)
{
    std::size_t count = 0;
    for (const Piece &piece : encoding.pieces)
        count += !piece.special && piece.segment == segment ? 1U : 0U;
    return count;
}

/// Mixed text: words, signs, Chinese, emoji, marks, special tokens, control characters, broken UTF-8.
std::string randomText(std::mt19937 &random, std::size_t most)
{
    static const std::vector<std::string> parts{"the",
                                                "It's",
                                                "Depression-era",
                                                "unbelievably",
                                                "U.S.",
                                                "3.5",
                                                "...",
                                                "\u4e2d\u6587",
                                                "\u0e20\u0e32\u0e29\u0e32",
                                                "\U0001F469\u200D\U0001F469",
                                                "e\u0301",
                                                "\u0130\u00c9",
                                                "[SEP]",
                                                "[MASK",
                                                std::string(1, '\0'),
                                                "\xff",
                                                "\xe4\xb8",
                                                "\u200b",
                                                "\ufeff",
                                                "#\ufe0f\u20e3",
                                                "\u0301",
                                                std::string(150, 'x'),
                                                "(",
                                                ")",
                                                "-",
                                                "'",
                                                ".",
                                                ",",
                                                "\u2260",
                                                " ",
                                                " ",
                                                " ",
                                                "\n",
                                                "\u3000"};
    std::string text;
    for (std::size_t i = random() % (most + 1); i > 0; --i)
        text += parts[random() % parts.size()];
    return text;
}

/// What holds for every encoding of `text` and `pair`.
void checkEncoding(const Encoding &encoding, std::string_view text, std::string_view pair, std::size_t most)
{
    CHECK(encoding.pieces.size() <= most);
    std::size_t last[2] = {0, 0};
    int word = -1;
    for (const Piece &piece : encoding.pieces) {
        if (piece.special) {
            CHECK(piece.word == -1);
            continue;
        }
        const std::string_view source = piece.segment == 0 ? text : pair;
        auto &previous = last[static_cast<std::size_t>(piece.segment)];
        REQUIRE(piece.source.begin < piece.source.end);
        REQUIRE(piece.source.end <= source.size());
        CHECK(piece.source.begin >= previous);
        previous = piece.source.begin;
        // A border that is the second byte of a character would follow a first byte that asks for it; in broken text
        // such bytes also stand alone, but those are removed and never a piece.
        CHECK((static_cast<unsigned char>(source[piece.source.begin]) & 0xC0U) != 0x80U);

        REQUIRE((piece.word == word || piece.word == word + 1));
        word = piece.word;
        REQUIRE(static_cast<std::size_t>(word) < encoding.words.size());
        const Word &owner = encoding.words[static_cast<std::size_t>(word)];
        CHECK(owner.segment == piece.segment);
        CHECK(owner.source.begin <= piece.source.begin);
        CHECK(owner.source.end >= piece.source.end);
    }
    CHECK(static_cast<std::size_t>(word + 1) == encoding.words.size());
    for (std::size_t i = 1; i < encoding.words.size(); ++i) {
        if (encoding.words[i].segment == encoding.words[i - 1].segment)
            CHECK(encoding.words[i].source.begin >= encoding.words[i - 1].source.end);
    }
}

} // namespace

TEST_CASE("windows end between words where they can")
{
    using Ranges = std::vector<PieceRange>;
    CHECK(cutWindows({}, 3) == Ranges{{0, 0}});
    const std::vector<std::uint32_t> words{0, 1, 1, 2, 2, 2, 2, 2, 3, 4};
    CHECK(cutWindows(words, 100) == Ranges{{0, 10}});
    CHECK(cutWindows(words, 10) == Ranges{{0, 10}});
    CHECK(cutWindows(words, 8) == Ranges{{0, 8}, {8, 10}});
    CHECK(cutWindows(words, 5) == Ranges{{0, 3}, {3, 8}, {8, 10}});
    CHECK(cutWindows(words, 4) == Ranges{{0, 3}, {3, 7}, {7, 10}}); // word 2 is longer than a window
    CHECK(cutWindows(words, 1).size() == 10);
}

TEST_CASE("the longer text of a pair loses first")
{
    CHECK(truncateLongestFirst(4, 5, 9) == PairLengths{4, 5});
    CHECK(truncateLongestFirst(4, 20, 9) == PairLengths{4, 5});
    CHECK(truncateLongestFirst(20, 4, 9) == PairLengths{5, 4});
    CHECK(truncateLongestFirst(20, 30, 9) == PairLengths{4, 5});
    CHECK(truncateLongestFirst(30, 20, 9) == PairLengths{5, 4});
    CHECK(truncateLongestFirst(20, 20, 9) == PairLengths{4, 5});
    CHECK(truncateLongestFirst(20, 0, 9) == PairLengths{9, 0});
    CHECK(truncateLongestFirst(1, 20, 9) == PairLengths{1, 8});
    CHECK(truncateLongestFirst(3, 3, 0) == PairLengths{0, 0});
}

TEST_CASE("what truncation cuts is counted")
{
    const Tokenizer subject = wordTokenizer();
    const std::string text = "good film, x-y-z bad";
    const Encoding whole = subject.encode(text, std::nullopt, 512);
    REQUIRE(whole.pieces.size() == 11); // good film , x - y - z bad
    CHECK(whole.cutPieces == 0);
    CHECK(whole.cutWords == 0);
    CHECK(whole.words.size() == 5);

    const Encoding cut = subject.encode(text, std::nullopt, 7);
    CHECK(cut.pieces.size() == 7);
    CHECK(cut.cutPieces == 4);
    CHECK(cut.cutWords == 2); // "x-y-z" in part, "bad" wholly
    CHECK(cut.words.size() == 4);
    CHECK(cut.covered == ByteRange{0, 13});

    const Encoding pair = subject.encode(text, "bad bad", 6);
    CHECK(contentPieces(pair, 0) == 2);
    CHECK(contentPieces(pair, 1) == 1);
    CHECK(pair.cutPieces == 8);
    CHECK(pair.cutWords == 4);

    const Encoding nothing = subject.encode(text, std::nullopt, 2);
    CHECK(nothing.pieces.size() == 2);
    CHECK(nothing.cutWords == 5);
    CHECK_THROWS_AS(static_cast<void>(subject.encode(text, std::nullopt, 1)), Error);
    CHECK_THROWS_AS(static_cast<void>(subject.encode(text, "bad", 2)), Error);
    CHECK_THROWS_AS(static_cast<void>(subject.encodeWindows(text, std::nullopt, 2)), Error);
    CHECK_THROWS_AS(static_cast<void>(subject.encodeWindows(text, "bad", 3)), Error);
}

TEST_CASE("a pair repeats in each window")
{
    const Tokenizer subject = wordTokenizer();
    std::string longText;
    for (int i = 0; i < 50; ++i)
        longText += "good film ";

    const auto windows = subject.encodeWindows(longText, "bad film", 23);
    REQUIRE(windows.size() == 6); // 100 pieces, 18 a window
    for (const Encoding &window : windows) {
        CHECK(contentPieces(window, 1) == 2);
        CHECK(window.cutPieces == 0);
    }
    const auto both = subject.encodeWindows(longText, longText, 23);
    REQUIRE(both.size() == 10); // half of a window each
    CHECK(contentPieces(both[9], 1) == 10);
    CHECK(both[9].cutPieces == 90);
    CHECK(both[9].cutWords == 90);
    // A short text leaves its room to the pair.
    const auto shortText = subject.encodeWindows("good", longText, 23);
    REQUIRE(shortText.size() == 1);
    CHECK(contentPieces(shortText[0], 1) == 19);
}

TEST_CASE("a short text has one window, which is its encoding")
{
    const Tokenizer subject = tokenizer();
    for (const char *text : {"", "  ", "A good film."}) {
        const auto windows = subject.encodeWindows(text, std::nullopt, 16);
        const Encoding whole = subject.encode(text, std::nullopt, 16);
        REQUIRE(windows.size() == 1);
        REQUIRE(windows[0].pieces.size() == whole.pieces.size());
        CHECK(windows[0].covered == whole.covered);
        for (std::size_t i = 0; i < whole.pieces.size(); ++i)
            CHECK(windows[0].pieces[i].source == whole.pieces[i].source);
    }
}

TEST_CASE("any text: pieces lie in the text and in their word, windows cover it exactly once")
{
    std::mt19937 random(1); // NOLINT: the same texts each time
    for (const bool lowerCase : {true, false}) {
        const Tokenizer subject = tokenizer(lowerCase);
        for (int round = 0; round < 1500; ++round) {
            const std::string text = randomText(random, 40);
            const bool hasPair = random() % 3 == 0;
            const std::string pair = hasPair ? randomText(random, 10) : "";
            const auto second = hasPair ? std::optional<std::string_view>(pair) : std::nullopt;
            const std::size_t most = 4 + random() % 30;

            checkEncoding(subject.encode(text, second, most), text, pair, most);
            const Encoding whole = subject.encode(text, second, 100000);
            checkEncoding(whole, text, pair, 100000);
            CHECK(whole.cutPieces == 0);

            std::vector<ByteRange> expected;
            for (const Piece &piece : whole.pieces) {
                if (!piece.special && piece.segment == 0)
                    expected.push_back(piece.source);
            }
            std::vector<ByteRange> covered;
            for (const Encoding &window : subject.encodeWindows(text, second, most)) {
                checkEncoding(window, text, pair, most);
                for (const Piece &piece : window.pieces) {
                    if (!piece.special && piece.segment == 0)
                        covered.push_back(piece.source);
                }
            }
            CHECK(covered == expected);
        }
    }
}
