// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rationale/bootstrap.h"
#include "core/rationale/selection.h"
#include "core/text/encoding.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace adaplens {

/// Agreement as the ERASER benchmark scores it (DeYoung et al. 2020, section 4 and its published scorer): over the
/// white-space words of whole documents. An instance is one document of one annotation. Marked spans without a word,
/// which some public sets hold and the published scorer counts as spans never found, are no spans here.

/// The words [begin, end) of a document.
struct WordSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const WordSpan &) const = default;
};
/// Runs of 1 in a selection.
[[nodiscard]] std::vector<WordSpan> wordSpans(std::span<const std::uint8_t> selected);
/// The words that each byte span touches, in the order of the spans; spans that touch no word are left out, those that
/// touch the same words come once.
[[nodiscard]] std::vector<WordSpan> wordSpans(std::span<const ByteRange> words, std::span<const ByteRange> spans);
/// |a and b| / |a or b| in words; 0 where both are empty.
[[nodiscard]] double intersectionOverUnion(WordSpan a, WordSpan b);

/// What one instance brings to the scores: a few numbers, whatever the document's length.
struct EraserInstance {
    SelectionCounts words;
    std::size_t matchedSpans = 0; ///< predicted spans whose best overlap with a marked span reaches the threshold
    std::size_t predictedSpans = 0, markedSpans = 0;
    std::optional<double> auprc, averagePrecision, rocAuc; ///< of soft scores, where there are any

    static constexpr double overlapThreshold = 0.5;
};

/// Measures one instance. `selected` is 0 or 1 a word; `marked` are the spans as people marked them (they may overlap),
/// within the document; `scores` are empty or one a word. Average precision and ROC AUC are absent where all words or
/// none are marked, AUPRC only where none is (where all are, it is 1), as in the published scorer.
[[nodiscard]] EraserInstance eraserInstance(std::span<const std::uint8_t> selected, std::span<const WordSpan> marked,
                                            std::span<const double> scores = {});

/// Precision, recall and F1 of one way of averaging.
template <typename Number>
struct PrecisionRecall {
    Number precision{}, recall{}, f1{};
};

/// The scores of a set. Micro: ratios of sums over all instances. Macro over tokens: means of each instance's
/// precision, recall and F1, over the instances with a predicted or a marked word. Macro over spans: precision is the
/// mean over the instances with a predicted span, recall over those with a marked one, F1 is made from these two means.
/// Soft scores are means over the instances that have them. What has no instance is 0.
template <typename Number>
struct EraserMeasures {
    PrecisionRecall<Number> tokenMicro, tokenMacro, iouMicro, iouMacro;
    Number auprc{}, averagePrecision{}, rocAuc{};
};
using EraserScores = EraserMeasures<double>;
using EraserIntervals = EraserMeasures<Interval>;

/// Gathers instances one at a time; keeps a few sums for each document, from which intervals are drawn.
class EraserTally {
public:
    /// `document` counts from 0; instances of one document are drawn together.
    void add(const EraserInstance &instance, std::size_t document);
    [[nodiscard]] EraserScores scores() const;
    /// Bootstrap over documents; `mean` is what scores() gives.
    [[nodiscard]] EraserIntervals intervals(const BootstrapOptions &options = {}) const;

private:
    std::vector<double> m_sums; // documents x columns
};

} // namespace adaplens
