// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/alignment.h"

#include <algorithm>
#include <cassert>

namespace adaplens {

namespace {

/// The words of the first text come before those of the second.
std::span<const Word> firstWords(const Encoding &encoding)
{
    const auto end = std::ranges::partition_point(encoding.words, [](const Word &word) { return word.segment == 0; });
    return {encoding.words.begin(), end};
}

bool touches(const Encoding &window, ByteRange span)
{
    const auto words = firstWords(window);
    const auto word =
        std::ranges::partition_point(words, [&](const Word &before) { return before.source.end <= span.begin; });
    return word != words.end() && word->source.begin < span.end;
}

} // namespace

std::vector<std::uint8_t> markedRanges(std::span<const ByteRange> ranges, std::span<const ByteRange> rationale)
{
    // Disjoint and sorted, so that a range needs one look.
    std::vector<ByteRange> spans;
    for (const ByteRange &span : rationale)
        if (span.begin < span.end)
            spans.push_back(span);
    std::ranges::sort(spans, {}, &ByteRange::begin);
    std::size_t count = 0;
    for (const ByteRange &span : spans) {
        if (count > 0 && span.begin <= spans[count - 1].end)
            spans[count - 1].end = std::max(spans[count - 1].end, span.end);
        else
            spans[count++] = span;
    }
    spans.resize(count);

    std::vector<std::uint8_t> marked;
    marked.reserve(ranges.size());
    for (const ByteRange &range : ranges) {
        const auto span = std::ranges::partition_point(spans, [&](ByteRange s) { return s.end <= range.begin; });
        marked.push_back(range.begin < range.end && span != spans.end() && span->begin < range.end ? 1 : 0);
    }
    return marked;
}

std::vector<std::uint8_t> markedPieces(const Encoding &encoding, std::span<const ByteRange> rationale)
{
    std::vector<ByteRange> words;
    for (const Word &word : firstWords(encoding))
        words.push_back(word.source);
    const auto markedWords = markedRanges(words, rationale);
    std::vector<std::uint8_t> marked = contentPieces(encoding);
    for (std::size_t i = 0; i < marked.size(); ++i)
        if (marked[i] != 0)
            marked[i] = markedWords[static_cast<std::size_t>(encoding.pieces[i].word)];
    return marked;
}

std::vector<std::uint8_t> contentPieces(const Encoding &encoding)
{
    std::vector<std::uint8_t> content;
    content.reserve(encoding.pieces.size());
    for (const Piece &piece : encoding.pieces)
        content.push_back(!piece.special && piece.segment == 0 ? 1 : 0);
    return content;
}

RationaleWindows rationaleWindows(const Tokenizer &tokenizer, const Example &example, std::size_t maxLength)
{
    RationaleWindows result;
    result.windows = tokenizer.encodeWindows(example.text, example.pair, maxLength, example.rationale);
    for (const ByteRange &span : example.rationale) {
        const auto parts =
            std::ranges::count_if(result.windows, [&](const Encoding &window) { return touches(window, span); });
        result.splitSpans += parts > 1 ? 1 : 0;
    }
    return result;
}

std::vector<double> wordScores(const Encoding &encoding, std::span<const float> pieceScores)
{
    assert(pieceScores.size() == encoding.pieces.size());
    std::vector<double> scores(encoding.words.size(), 0.0);
    for (std::size_t i = 0; i < encoding.pieces.size(); ++i)
        if (encoding.pieces[i].word >= 0)
            scores[static_cast<std::size_t>(encoding.pieces[i].word)] +=
                std::max(0.0, static_cast<double>(pieceScores[i]));
    return scores;
}

} // namespace adaplens
