// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/utf8.h"
#include "core/text/encoding.h"
#include "core/text/normaliser.h"

#include <algorithm>
#include <array>
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

/// What BERT's vocabularies hold for the model's own use. Written out in a text, each is a word.
inline constexpr std::array<std::string_view, 5> specialTokens{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};

/// Walks through a text in order: `chunk(begin, end)` for each run of bytes without white space and special tokens,
/// `special(begin, end, i)` where specials[i] is written.
template <typename Chunk, typename Special>
void walkText(std::string_view text, std::span<const std::string_view> specials, Chunk chunk, Special special)
{
    std::size_t start = 0;
    const auto endChunk = [&](std::size_t end) {
        if (start < end)
            chunk(start, end);
    };
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t character = nextCharacter(text, position);
        if (character == U'[') {
            const auto written = [&](std::string_view token) { return text.substr(begin).starts_with(token); };
            const auto found = std::ranges::find_if(specials, written);
            if (found == specials.end())
                continue;
            endChunk(begin);
            start = position = begin + found->size();
            special(begin, position, static_cast<std::size_t>(found - specials.begin()));
        } else if (Normaliser::isWhiteSpace(character)) {
            endChunk(begin);
            start = position;
        }
    }
    endChunk(text.size());
}

/// The words of a whole text, in order, as a Tokenizer cuts them: what a user marks.
[[nodiscard]] std::vector<ByteRange> wordsOf(std::string_view text);

} // namespace adaplens
