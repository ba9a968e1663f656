// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/selection.h"
#include "core/text/wordspans.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace adaplens {

/// Agreement as the ERASER benchmark scores it (DeYoung et al. 2020, section 4 and its published scorer): over the
/// white-space words of whole documents. An instance is one document of one annotation. Marked spans without a word,
/// which some public sets hold and the published scorer counts as spans never found, are no spans here.

/// |a and b| / |a or b| in words; 0 where both are empty.
[[nodiscard]] double intersectionOverUnion(WordSpan a, WordSpan b);

/// What one instance brings to the scores: a few numbers, whatever the document's length.
struct EraserInstance {
    SelectionCounts words;
    std::size_t matchedSpans = 0; ///< predicted spans whose best overlap with a marked span reaches the threshold
    std::size_t predictedSpans = 0, markedSpans = 0;

    static constexpr double overlapThreshold = 0.5;
};

/// Measures one instance. `selected` is 0 or 1 a word; `marked` are the spans as people marked them (they may overlap),
/// within the document.
[[nodiscard]] EraserInstance eraserInstance(std::span<const std::uint8_t> selected, std::span<const WordSpan> marked);

} // namespace adaplens
