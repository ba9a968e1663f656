// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rationale/eraser.h"

#include "core/rationale/ranking.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace adaplens {

namespace {

/// What is summed over the instances of a document.
enum Column : std::size_t {
    SharedWords,
    PredictedWords,
    MarkedWords,
    Instances, // with a predicted or a marked word
    WordPrecision,
    WordRecall,
    WordF1,
    MatchedSpans,
    PredictedSpans,
    MarkedSpans,
    PredictedInstances, // with a predicted span
    SpanPrecision,
    MarkedInstances, // with a marked span
    SpanRecall,
    AuprcInstances,
    Auprc,
    ApInstances,
    Ap,
    RocAucInstances,
    RocAuc,
    Columns
};

double f1(double precision, double recall)
{
    return precision > 0 && recall > 0 ? 2 * precision * recall / (precision + recall) : 0.0;
}

using Sums = std::span<const double>;

double ratio(Sums sums, Column part, Column whole)
{
    return sums[whole] > 0 ? sums[part] / sums[whole] : 0.0;
}

double f1(Sums sums, Column part, Column precisionOf, Column recallPart, Column recallOf)
{
    return f1(ratio(sums, part, precisionOf), ratio(sums, recallPart, recallOf));
}

/// Makes each measure by `make(statistic)`, the statistic being a function of sums.
template <typename Number, typename Make>
EraserMeasures<Number> measures(const Make &make)
{
    const auto quotient = [&](Column part, Column whole) {
        return make([=](Sums sums) { return ratio(sums, part, whole); });
    };
    const auto harmonic = [&](Column part, Column precisionOf, Column recallPart, Column recallOf) {
        return make([=](Sums sums) { return f1(sums, part, precisionOf, recallPart, recallOf); });
    };
    EraserMeasures<Number> result;
    result.tokenMicro = {quotient(SharedWords, PredictedWords), quotient(SharedWords, MarkedWords),
                         harmonic(SharedWords, PredictedWords, SharedWords, MarkedWords)};
    result.tokenMacro = {quotient(WordPrecision, Instances), quotient(WordRecall, Instances),
                         quotient(WordF1, Instances)};
    result.iouMicro = {quotient(MatchedSpans, PredictedSpans), quotient(MatchedSpans, MarkedSpans),
                       harmonic(MatchedSpans, PredictedSpans, MatchedSpans, MarkedSpans)};
    result.iouMacro = {quotient(SpanPrecision, PredictedInstances), quotient(SpanRecall, MarkedInstances),
                       harmonic(SpanPrecision, PredictedInstances, SpanRecall, MarkedInstances)};
    result.auprc = quotient(Auprc, AuprcInstances);
    result.averagePrecision = quotient(Ap, ApInstances);
    result.rocAuc = quotient(RocAuc, RocAucInstances);
    return result;
}

} // namespace

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

EraserInstance eraserInstance(std::span<const std::uint8_t> selected, std::span<const WordSpan> marked,
                              std::span<const double> scores)
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
    if (scores.empty())
        return instance;
    assert(scores.size() == labels.size());
    instance.averagePrecision = averagePrecision(scores, labels);
    instance.rocAuc = rocAuc(scores, labels);
    instance.auprc = auprc(scores, labels);
    if (!instance.auprc && labels.front() != 0)
        instance.auprc = 1.0; // all words are marked: precision is 1 at every threshold
    return instance;
}

void EraserTally::add(const EraserInstance &instance, std::size_t document)
{
    if (m_sums.size() < (document + 1) * Columns)
        m_sums.resize((document + 1) * Columns, 0.0);
    const std::span<double> row = std::span(m_sums).subspan(document * Columns, Columns);
    const SelectionCounts &words = instance.words;
    const auto add = [&](Column column, double value) { row[column] += value; };
    const auto addCount = [&](Column column, std::size_t value) { row[column] += static_cast<double>(value); };
    addCount(SharedWords, words.truePositive);
    addCount(PredictedWords, words.truePositive + words.falsePositive);
    addCount(MarkedWords, words.truePositive + words.falseNegative);
    if (words.truePositive + words.falsePositive + words.falseNegative > 0) {
        add(Instances, 1);
        add(WordPrecision, words.precision());
        add(WordRecall, words.truePositiveRate());
        add(WordF1, words.f1());
    }
    const auto matched = static_cast<double>(instance.matchedSpans);
    add(MatchedSpans, matched);
    addCount(PredictedSpans, instance.predictedSpans);
    addCount(MarkedSpans, instance.markedSpans);
    if (instance.predictedSpans > 0) {
        add(PredictedInstances, 1);
        add(SpanPrecision, matched / static_cast<double>(instance.predictedSpans));
    }
    if (instance.markedSpans > 0) {
        add(MarkedInstances, 1);
        add(SpanRecall, matched / static_cast<double>(instance.markedSpans));
    }
    const auto addMean = [&](Column count, Column sum, const std::optional<double> &value) {
        if (value) {
            add(count, 1);
            add(sum, *value);
        }
    };
    addMean(AuprcInstances, Auprc, instance.auprc);
    addMean(ApInstances, Ap, instance.averagePrecision);
    addMean(RocAucInstances, RocAuc, instance.rocAuc);
}

EraserScores EraserTally::scores() const
{
    std::array<double, Columns> sums{};
    for (std::size_t i = 0; i < m_sums.size(); ++i)
        sums[i % Columns] += m_sums[i];
    return measures<double>([&](const auto &statistic) { return statistic(sums); });
}

EraserIntervals EraserTally::intervals(const BootstrapOptions &options) const
{
    return measures<Interval>(
        [&](const auto &statistic) { return bootstrapSums(m_sums, Columns, statistic, options); });
}

} // namespace adaplens
