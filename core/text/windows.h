// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace adaplens {

/// The pieces [begin, end) of one window.
struct PieceRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const PieceRange &) const = default;
};

/// Cuts pieces into consecutive windows of at most `room` pieces (at least 1). `words` gives each piece's word; a
/// window ends between words where it can, and a word longer than a window is split. No pieces give one empty window.
/// `noBreakBefore` is empty or [pieces]: a window does not end before a piece with 1, unless it could not end between words
/// then.
[[nodiscard]] std::vector<PieceRange> cutWindows(std::span<const std::uint32_t> words, std::size_t room,
                                                 std::span<const std::uint8_t> noBreakBefore = {});

/// Pieces that stay of two texts in `room` pieces: the longer text loses first, and of equal halves the longer text (of
/// equal texts the second) has the odd piece, as in Hugging Face's longest-first truncation.
struct PairLengths {
    std::size_t first = 0;
    std::size_t second = 0;
    bool operator==(const PairLengths &) const = default;
};
[[nodiscard]] PairLengths truncateLongestFirst(std::size_t first, std::size_t second, std::size_t room);

} // namespace adaplens
