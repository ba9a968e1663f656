// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace adaplens {

/// Half-open range of UTF-8 bytes in a source text.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const ByteRange &) const = default;
};

/// One piece, tied to the bytes of the user's own text it came from.
struct Piece {
    std::string text;     ///< as in the vocabulary, e.g. "##ing"; of a byte pair its text
    std::int32_t id = 0;  ///< index in the vocabulary
    ByteRange source;     ///< bytes in the original text (of the pair where segment is 1); empty for added specials
    int word = -1;        ///< index into Encoding::words, -1 for special pieces that the encoding added
    int segment = 0;      ///< 0 = first text, 1 = second text
    bool special = false; ///< [CLS] or [SEP] (RoBERTa: <s> or </s>) added by the encoding
    bool unknown = false; ///< [UNK] (RoBERTa: <unk>)
};

/// What a user would call a word: the unit every view shows.
struct Word {
    ByteRange source;
    int segment = 0;
};

/// One sequence `[CLS] a [SEP]` or `[CLS] a [SEP] b [SEP]` ready for the model; of RoBERTa `<s> a </s>` or
/// `<s> a </s></s> b </s>`.
struct Encoding {
    std::vector<Piece> pieces;
    std::vector<Word> words;   ///< every word that has at least one piece here, in order
    std::size_t cutPieces = 0; ///< pieces that truncation left out
    std::size_t cutWords = 0;  ///< words wholly or partly left out
    ByteRange covered;         ///< bytes of the first text that the pieces cover (a window's place in a long text)
};

} // namespace adaplens
