// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/utf8.h"
#include "core/text/encoding.h"
#include "core/text/normaliser.h"

#include <span>
#include <string_view>
#include <vector>

namespace adaplens {

/// A user's word in a chunk: normalised characters [first, last) and the bytes of the chunk that it takes, with marks
/// that normalising removed from its end.
struct ChunkWord {
    std::size_t first = 0;
    std::size_t last = 0;
    ByteRange source;
};

/// Splits a chunk (text without white space) into what a user calls words; replaces `result`. Punctuation around a word
/// is words of its own (equal signs in a row are one); apostrophes, hyphens and dots inside a word, commas and colons
/// inside a number, and the last dot of "U.S." belong to it; each Chinese character is a word; combining marks and
/// emoji joiners stay with what they follow. Words do not overlap, hold every character of `characters`, and never cut
/// what WordPieces takes as one run.
void splitWords(std::string_view chunk, std::span<const NormalChar> characters, std::vector<ChunkWord> &result);

/// Calls `chunk(begin, end)` for each run of bytes [begin, end) of text[first, last) without white space, in order.
template <typename Chunk>
void walkChunks(std::string_view text, std::size_t first, std::size_t last, Chunk chunk)
{
    std::size_t start = first;
    for (std::size_t position = first; position < last;) {
        const std::size_t begin = position;
        if (!Normaliser::isWhiteSpace(nextCharacter(text, position)))
            continue;
        if (start < begin)
            chunk(start, begin);
        start = position;
    }
    if (start < last)
        chunk(start, last);
}

/// The words of a whole text, in order, as a tokeniser of word pieces cuts them: what a user marks. BERT's special
/// pieces, written out, are words.
[[nodiscard]] std::vector<ByteRange> wordsOf(std::string_view text);

} // namespace adaplens
