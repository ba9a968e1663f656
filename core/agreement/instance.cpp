// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/instance_p.h"

#include "core/agreement/ranking.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

using Parts = std::array<double, partCount>;
using Mask = std::vector<std::uint8_t>;

double &at(Parts &parts, Part part)
{
    return parts[static_cast<std::size_t>(part)];
}

std::size_t countOf(const Mask &mask)
{
    return static_cast<std::size_t>(std::ranges::count_if(mask, [](std::uint8_t value) { return value != 0; }));
}

/// One instance under every method and layer.
class Measuring {
public:
    Measuring(const Instance &instance, std::span<const ScoreMethod> methods, const Selection &selection)
        : m_instance(instance), m_selection(selection)
    {
        const auto cp = std::ranges::find(methods, ScoreMethod::Contribution);
        if (cp == methods.end())
            return;
        const auto &rows = instance.rows[static_cast<std::size_t>(cp - methods.begin())];
        for (std::size_t l = 0; l < rows.size(); ++l)
            m_cpSizes.push_back(countOf(selected(rows[l], l, true)));
    }

    Parts row(std::size_t method, std::size_t layer, bool contribution) const
    {
        const auto &rows = m_instance.rows[method];
        const Instance::Row &scores = rows[layer];
        Parts parts{};
        // A method that scores tokens once meets the size of every layer.
        const bool once = rows.size() == 1;
        const std::size_t sizes = m_selection.kind == Selection::Kind::Model ? m_instance.kept.size() : 1;
        addOver(once ? sizes : 1, layer, [&](std::size_t l, double weight) {
            addSelection(parts, eraserInstance(selected(scores, l, contribution), m_instance.spans), weight);
        });
        if (!m_instance.counts())
            return parts;
        at(parts, Part::Ap) = averagePrecision(scores.scores, m_instance.labels).value_or(0);
        at(parts, Part::Auprc) = auprc(scores.scores, m_instance.labels).value_or(0);
        at(parts, Part::RocAuc) = rocAuc(scores.scores, m_instance.labels).value_or(0);
        if (scores.faithfulness) {
            at(parts, Part::Comprehensiveness) = scores.faithfulness->comprehensiveness(faithfulnessShare);
            at(parts, Part::Sufficiency) = scores.faithfulness->sufficiency(faithfulnessShare);
            at(parts, Part::AopcComprehensiveness) = scores.faithfulness->aopcComprehensiveness();
            at(parts, Part::AopcSufficiency) = scores.faithfulness->aopcSufficiency();
        }
        addOver(
            once ? m_cpSizes.size() : std::min<std::size_t>(m_cpSizes.size(), 1), layer,
            [&](std::size_t l, double weight) { addAtCpSize(parts, selectTop(scores.scores, m_cpSizes[l]), weight); });
        return parts;
    }

    Mask selected(const Instance::Row &row, std::size_t layer, bool contribution) const
    {
        switch (m_selection.kind) {
        case Selection::Kind::Uniform:
            break;
        case Selection::Kind::Model:
            return contribution ? m_instance.kept[layer] : selectTop(row.scores, countOf(m_instance.kept[layer]));
        case Selection::Kind::TopK:
            return selectTop(row.scores, m_selection.count);
        case Selection::Kind::TopShare:
            return selectTop(row.scores, countOfShare(m_selection.share, row.scores.size()));
        }
        return row.uniform;
    }

private:
    /// Calls `add` for so many layers from `first` on, each with its share of the mean.
    template <typename Add>
    static void addOver(std::size_t count, std::size_t first, const Add &add)
    {
        for (std::size_t l = first; l < first + count; ++l)
            add(l, 1.0 / static_cast<double>(count));
    }

    void addSelection(Parts &parts, const EraserInstance &measured, double weight) const
    {
        const SelectionCounts &counts = measured.words;
        if (m_instance.counts()) {
            at(parts, Part::Fpr) += weight * counts.falsePositiveRate();
            at(parts, Part::Tpr) += weight * counts.truePositiveRate();
            at(parts, Part::SelectedShare) += weight * counts.selectedShare();
        }
        at(parts, Part::TruePositives) += weight * static_cast<double>(counts.truePositive);
        at(parts, Part::SelectedTokens) += weight * static_cast<double>(counts.truePositive + counts.falsePositive);
        at(parts, Part::MarkedTokens) += weight * static_cast<double>(counts.truePositive + counts.falseNegative);
        at(parts, Part::F1) += weight * counts.f1();
        at(parts, Part::Predicted) += counts.n() > counts.trueNegative ? weight : 0;
        const auto matched = static_cast<double>(measured.matchedSpans);
        if (measured.predictedSpans > 0) {
            at(parts, Part::IouPrecision) += weight * matched / static_cast<double>(measured.predictedSpans);
            at(parts, Part::IouPredicted) += weight;
        }
        if (measured.markedSpans > 0) {
            at(parts, Part::IouRecall) += weight * matched / static_cast<double>(measured.markedSpans);
            at(parts, Part::IouMarked) += weight;
        }
    }

    void addAtCpSize(Parts &parts, const Mask &mask, double weight) const
    {
        const SelectionCounts counts = countSelection(mask, m_instance.labels);
        at(parts, Part::FprAtCpSize) += weight * counts.falsePositiveRate();
        at(parts, Part::PrecisionAtCpSize) += weight * counts.precision();
    }

    const Instance &m_instance;
    const Selection &m_selection;
    std::vector<std::size_t> m_cpSizes; ///< tokens that contribution selects at each layer; empty without it
};

} // namespace

bool Instance::counts() const
{
    const std::size_t count = marked();
    return count > 0 && count < labels.size();
}

std::size_t Instance::marked() const
{
    return countOf(labels);
}

double Instance::markedShare() const
{
    return labels.empty() ? 0 : static_cast<double>(marked()) / static_cast<double>(labels.size());
}

std::vector<double> measure(const Instance &instance, std::span<const ScoreMethod> methods, const Selection &selection)
{
    const Measuring measuring(instance, methods, selection);
    std::vector<double> result;
    for (std::size_t m = 0; m < methods.size(); ++m)
        for (std::size_t l = 0; l < instance.rows[m].size(); ++l) {
            const Parts parts = measuring.row(m, l, methods[m] == ScoreMethod::Contribution);
            result.insert(result.end(), parts.begin(), parts.end());
        }
    return result;
}

std::vector<std::vector<std::vector<std::uint8_t>>>
selectionsOf(const Instance &instance, std::span<const ScoreMethod> methods, const Selection &selection)
{
    const Measuring measuring(instance, methods, selection);
    std::vector<std::vector<Mask>> result(methods.size());
    for (std::size_t m = 0; m < methods.size(); ++m) {
        const auto &rows = instance.rows[m];
        for (std::size_t l = 0; l < rows.size(); ++l)
            result[m].push_back(measuring.selected(rows[l], rows.size() == 1 ? instance.kept.size() - 1 : l,
                                                   methods[m] == ScoreMethod::Contribution));
    }
    return result;
}

} // namespace adaplens
