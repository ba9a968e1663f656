// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rationale/eraser.h"

#include <algorithm>
#include <cassert>

namespace adaplens {

std::vector<WordSpan> wordSpans(std::span<const std::uint8_t> selected)
{
    std::vector<WordSpan> spans;
    for (std::size_t i = 0; i < selected.size(); ++i) {
        if (selected[i] == 0)
            continue;
        if (i > 0 && selected[i - 1] != 0)
            spans.back().end = i + 1;
        else
            spans.push_back({i, i + 1});
    }
    return spans;
}

std::vector<WordSpan> wordSpans(std::span<const ByteRange> words, std::span<const ByteRange> spans)
{
    std::vector<WordSpan> result;
    for (const ByteRange &span : spans) {
        const auto first = std::ranges::partition_point(words, [&](ByteRange w) { return w.end <= span.begin; });
        const auto last = std::partition_point(first, words.end(), [&](ByteRange w) { return w.begin < span.end; });
        const WordSpan found{static_cast<std::size_t>(first - words.begin()),
                             static_cast<std::size_t>(last - words.begin())};
        if (found.begin < found.end && span.begin < span.end && std::ranges::find(result, found) == result.end())
            result.push_back(found);
    }
    return result;
}

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
