// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"
#include "core/text/tokenizer.h"
#include "core/text/wordspans.h"

#include <cstdint>
#include <span>
#include <vector>

namespace adaplens {

/// 1 for each range that shares a byte with a marked one.
[[nodiscard]] std::vector<std::uint8_t> markedRanges(std::span<const ByteRange> ranges,
                                                     std::span<const ByteRange> rationale);
/// [n] 1 for each piece of the first text whose (tokeniser's) word shares a byte with the rationale; special pieces and
/// the second text are 0.
[[nodiscard]] std::vector<std::uint8_t> markedPieces(const Encoding &encoding, std::span<const ByteRange> rationale);
/// [n] 1 for each piece of the first text that is not special: those that metrics look at.
[[nodiscard]] std::vector<std::uint8_t> contentPieces(const Encoding &encoding);

/// A long text cut into windows for agreement with its rationale.
struct RationaleWindows {
    std::vector<Encoding> windows;
    std::size_t splitSpans = 0; ///< rationale spans that no window could hold whole, which had to be split
};
/// Windows of at most `maxLength` pieces, cut early rather than through a rationale span. Nothing is left out.
[[nodiscard]] RationaleWindows rationaleWindows(const Tokenizer &tokenizer, const Example &example,
                                                std::size_t maxLength);

/// The sum of the scores of each word's pieces; parallel to encoding.words. Negative scores count as 0.
[[nodiscard]] std::vector<double> wordScores(const Encoding &encoding, std::span<const float> pieceScores);

} // namespace adaplens
