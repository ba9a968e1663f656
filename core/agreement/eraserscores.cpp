// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/eraserscores.h"

#include <algorithm>
#include <cassert>

namespace adaplens {

double intersectionOverUnion(WordSpan a, WordSpan b)
{
    const std::size_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    const std::size_t shared = end > begin ? end - begin : 0;
    const std::size_t together = (a.end - a.begin) + (b.end - b.begin) - shared;
    return together == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(together);
}

EraserInstance eraserInstance(std::span<const std::uint8_t> selected, std::span<const WordSpan> marked)
{
    std::vector<std::uint8_t> labels(selected.size(), 0);
    for (const WordSpan span : marked) {
        assert(span.begin <= span.end && span.end <= labels.size());
        std::fill(labels.begin() + static_cast<std::ptrdiff_t>(span.begin),
                  labels.begin() + static_cast<std::ptrdiff_t>(span.end), std::uint8_t{1});
    }
    EraserInstance instance;
    instance.words = countSelection(selected, labels);
    const auto predicted = wordSpans(selected);
    instance.predictedSpans = predicted.size();
    instance.markedSpans = marked.size();
    instance.matchedSpans = static_cast<std::size_t>(std::ranges::count_if(predicted, [&](WordSpan p) {
        return std::ranges::any_of(
            marked, [&](WordSpan m) { return intersectionOverUnion(p, m) >= EraserInstance::overlapThreshold; });
    }));
    return instance;
}

} // namespace adaplens
