// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/alignment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace adaplens;

namespace {

/// One piece a letter.
Tokenizer letters()
{
    std::vector<std::string> pieces{"[PAD]", "[UNK]", "[CLS]", "[SEP]", ","};
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        pieces.emplace_back(1, letter);
        pieces.push_back(std::string("##") + letter);
    }
    return {std::make_shared<const Vocabulary>(Vocabulary::fromPieces(pieces, "letters")), TokenizerOptions{}};
}

std::string piecesOf(const Encoding &encoding)
{
    std::string result;
    for (const Piece &piece : encoding.pieces)
        if (!piece.special && piece.segment == 0)
            result += piece.text.starts_with("##") ? piece.text.substr(2) : (result.empty() ? "" : " ") + piece.text;
    return result;
}

std::vector<std::string> cut(const std::string &text, const std::vector<ByteRange> &rationale, std::size_t room,
                             std::size_t split = 0)
{
    const auto result = rationaleWindows(letters(), {"", text, std::nullopt, "", rationale}, room + 2);
    CHECK(result.splitSpans == split);
    std::vector<std::string> windows;
    for (const Encoding &window : result.windows) {
        CHECK(window.pieces.size() <= room + 2);
        windows.push_back(piecesOf(window));
    }
    return windows;
}

using Marks = std::vector<std::uint8_t>;
using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("words between white space")
{
    const std::string text = "\n one\ttwo,  \x05 caf\xC3\xA9 ";
    std::string joined;
    for (const ByteRange word : whiteSpaceWords(text))
        joined += "[" + text.substr(word.begin, word.end - word.begin) + "]";
    CHECK(joined == "[one][two,][\x05][caf\xC3\xA9]");
    CHECK(whiteSpaceWords("").empty());
    CHECK(whiteSpaceWords(" \r\n").empty());
}

TEST_CASE("a range is marked where it shares a byte with a span")
{
    const std::vector<ByteRange> ranges{{0, 3}, {4, 7}, {8, 11}, {12, 12}, {12, 15}};
    CHECK(markedRanges(ranges, std::vector<ByteRange>{{5, 6}}) == Marks{0, 1, 0, 0, 0});
    CHECK(markedRanges(ranges, std::vector<ByteRange>{{3, 4}}) == Marks{0, 0, 0, 0, 0});
    CHECK(markedRanges(ranges, std::vector<ByteRange>{{2, 5}, {14, 99}}) == Marks{1, 1, 0, 0, 1});
    CHECK(markedRanges(ranges, std::vector<ByteRange>{{0, 15}, {1, 2}}) == Marks{1, 1, 1, 0, 1}); // one within another
    CHECK(markedRanges(ranges, std::vector<ByteRange>{{9, 9}}) == Marks{0, 0, 0, 0, 0});
    CHECK(markedRanges(ranges, {}) == Marks{0, 0, 0, 0, 0});
}

TEST_CASE("every piece of a word that a span touches is marked, special pieces and the second text never")
{
    const Encoding encoding = letters().encode("ab c, def", "ab c", 32);
    // [CLS] a ##b c , d ##e ##f [SEP] a ##b c [SEP]
    CHECK(contentPieces(encoding) == Marks{0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
    CHECK(markedPieces(encoding, std::vector<ByteRange>{{7, 8}}) == Marks{0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0});
    CHECK(markedPieces(encoding, std::vector<ByteRange>{{1, 4}}) == Marks{0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(markedPieces(encoding, {}) == Marks(13, 0));
}

TEST_CASE("windows end early rather than within a span")
{
    //                       0 2 4 6 8 10
    const std::string text = "a b c d e f g h";
    CHECK(cut(text, {}, 4) == Texts{"a b c d", "e f g h"});
    CHECK(cut(text, {{6, 9}}, 4) == Texts{"a b c", "d e f g", "h"});
    CHECK(cut(text, {{0, 7}}, 4) == Texts{"a b c d", "e f g h"});
    CHECK(cut(text, {{4, 7}, {6, 9}}, 4) == Texts{"a b", "c d e f", "g h"}); // a chain of overlapping spans
    CHECK(cut(text, {{4, 7}, {8, 11}}, 4) == Texts{"a b c d", "e f g h"});   // neighbours may part
    CHECK(cut("a b ccc d", {{2, 7}}, 4) == Texts{"a", "b ccc", "d"});        // pieces count, not words
    CHECK(cut("abc def g", {{1, 5}}, 7) == Texts{"abc def g"});
    CHECK(cut("a bc def g", {{3, 6}}, 5) == Texts{"a", "bc def", "g"}); // a span within words holds these together
}

TEST_CASE("a span that no window holds is split and counted")
{
    const std::string text = "a b c d e f g h";
    CHECK(cut(text, {{2, 11}}, 4, 1) == Texts{"a b c d", "e f g h"});
    CHECK(cut("a b c d e f g h i", {{2, 11}, {14, 17}}, 4, 1) == Texts{"a b c d", "e f g", "h i"});
    // Either fits, but together they leave no place to break: one is split.
    CHECK(cut(text, {{0, 7}, {6, 13}}, 4, 1) == Texts{"a b c d", "e f g h"});
    CHECK(cut("aaaaa b", {{0, 5}}, 3, 1) == Texts{"aaa", "aa b"});
}

TEST_CASE("windows leave nothing out, and split no span that fits, wherever spans lie")
{
    std::mt19937 random(11);
    const Tokenizer tokenizer = letters();
    for (int round = 0; round < 300; ++round) {
        Example example;
        for (std::size_t words = 1 + random() % 40; words > 0; --words) {
            example.text += example.text.empty() ? "" : " ";
            example.text += std::string(1 + random() % 4, static_cast<char>('a' + random() % 26));
        }
        std::size_t place = 0; // spans that do not overlap, of at most 3 words or so
        while (place < example.text.size()) {
            const std::size_t begin = place + random() % 12, end = begin + 1 + random() % 6;
            if (end <= example.text.size())
                example.rationale.push_back({begin, end});
            place = end + 4; // no word shared with the next
        }
        const std::size_t room = 16 + random() % 8; // any span's words fit: at most 5 words of 4
        const auto [windows, split] = rationaleWindows(tokenizer, example, room + 2);
        CHECK(split == 0);
        std::string joined;
        std::size_t marked = 0;
        for (const Encoding &window : windows) {
            joined += (joined.empty() ? "" : " ") + piecesOf(window);
            const auto marks = markedPieces(window, example.rationale);
            marked += static_cast<std::size_t>(std::count(marks.begin(), marks.end(), 1));
        }
        CHECK(joined == example.text);
        const Encoding whole = tokenizer.encode(example.text, std::nullopt, 1000);
        const auto marks = markedPieces(whole, example.rationale);
        CHECK(marked == static_cast<std::size_t>(std::count(marks.begin(), marks.end(), 1)));
    }
}

TEST_CASE("scores of words are sums over their pieces, of which none counts less than nothing")
{
    const Encoding encoding = letters().encode("ab c", "d", 32); // [CLS] a ##b c [SEP] d [SEP]
    const std::vector<float> scores{9, 0.5F, 0.25F, -1, 9, 2, 9};
    CHECK(wordScores(encoding, scores) == std::vector<double>{0.75, 0, 2});
}
