// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace adaplens {

/// All pieces and words of one text. The words of the pieces never decrease.
struct TextPieces {
    std::vector<std::int32_t> ids;
    std::vector<std::uint32_t> wordOf;
    std::vector<ByteRange> sources;
    std::vector<ByteRange> words;

    /// Adds a piece of the last word.
    void add(std::int32_t id, ByteRange source);

    /// [pieces] 1 where a break before the piece would cut the words of a span; spans over `room` pieces do not count.
    [[nodiscard]] std::vector<std::uint8_t> noBreakBefore(std::span<const ByteRange> unbroken, std::size_t room) const;
};

/// A piece of a text, its word not known yet.
struct CutPiece {
    std::int32_t id = 0;
    ByteRange source;
};

/// Adds pieces, in order, and their words. `words` are those of the same bytes: what a piece holds together becomes one
/// word; a piece that touches none belongs to the next word, or to the last one; where there are none, all are of one
/// word.
void addWithWords(std::span<const CutPiece> pieces, std::span<const ByteRange> words, TextPieces &result);

/// Cuts texts into the pieces of one vocabulary. Safe to use from several threads at once.
class TextCutter {
public:
    TextCutter() = default;
    TextCutter(const TextCutter &) = delete;
    TextCutter &operator=(const TextCutter &) = delete;
    virtual ~TextCutter() = default;

    [[nodiscard]] virtual TextPieces cut(std::string_view text) const = 0;
};

} // namespace adaplens
