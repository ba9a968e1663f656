// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/instance_p.h"

#include "core/agreement/ranking.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

using Term = MetricTerm;
using Terms = std::array<double, termCount>;
using Mask = std::vector<std::uint8_t>;

double &at(Terms &terms, Term term)
{
    return terms[static_cast<std::size_t>(term)];
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
        const auto cp = std::ranges::find_if(methods, isOwnScore);
        if (cp == methods.end())
            return;
        const auto &rows = instance.rows[static_cast<std::size_t>(cp - methods.begin())];
        for (std::size_t l = 0; l < rows.size(); ++l)
            m_cpSizes.push_back(countOf(selected(rows[l], l, true)));
    }

    Terms row(std::size_t method, std::size_t layer, bool contribution) const
    {
        const auto &rows = m_instance.rows[method];
        const Instance::Row &scores = rows[layer];
        Terms terms{};
        // A method that scores tokens once meets the size of every layer.
        const bool once = rows.size() == 1;
        const std::size_t sizes = m_selection.kind == Selection::Kind::Model ? m_instance.kept.size() : 1;
        addOver(once ? sizes : 1, layer, [&](std::size_t l, double weight) {
            addSelection(terms, eraserInstance(selected(scores, l, contribution), m_instance.spans), weight);
        });
        if (!m_instance.counts())
            return terms;
        at(terms, Term::Ap) = averagePrecision(scores.scores, m_instance.labels).value_or(0);
        at(terms, Term::Auprc) = auprc(scores.scores, m_instance.labels).value_or(0);
        at(terms, Term::RocAuc) = rocAuc(scores.scores, m_instance.labels).value_or(0);
        if (scores.faithfulness) {
            at(terms, Term::Comprehensiveness) = scores.faithfulness->comprehensiveness(faithfulnessShare);
            at(terms, Term::Sufficiency) = scores.faithfulness->sufficiency(faithfulnessShare);
            at(terms, Term::AopcComprehensiveness) = scores.faithfulness->aopcComprehensiveness();
            at(terms, Term::AopcSufficiency) = scores.faithfulness->aopcSufficiency();
        }
        addOver(
            once ? m_cpSizes.size() : std::min<std::size_t>(m_cpSizes.size(), 1), layer,
            [&](std::size_t l, double weight) { addAtCpSize(terms, selectTop(scores.scores, m_cpSizes[l]), weight); });
        return terms;
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

    void addSelection(Terms &terms, const EraserInstance &measured, double weight) const
    {
        const SelectionCounts &counts = measured.words;
        if (m_instance.counts()) {
            at(terms, Term::Fpr) += weight * counts.falsePositiveRate();
            at(terms, Term::Tpr) += weight * counts.truePositiveRate();
            at(terms, Term::SelectedShare) += weight * counts.selectedShare();
        }
        at(terms, Term::TruePositives) += weight * static_cast<double>(counts.truePositive);
        at(terms, Term::SelectedTokens) += weight * static_cast<double>(counts.truePositive + counts.falsePositive);
        at(terms, Term::MarkedTokens) += weight * static_cast<double>(counts.truePositive + counts.falseNegative);
        at(terms, Term::F1) += weight * counts.f1();
        at(terms, Term::Predicted) += counts.n() > counts.trueNegative ? weight : 0;
        const auto matched = static_cast<double>(measured.matchedSpans);
        if (measured.predictedSpans > 0) {
            at(terms, Term::IouPrecision) += weight * matched / static_cast<double>(measured.predictedSpans);
            at(terms, Term::IouPredicted) += weight;
        }
        if (measured.markedSpans > 0) {
            at(terms, Term::IouRecall) += weight * matched / static_cast<double>(measured.markedSpans);
            at(terms, Term::IouMarked) += weight;
        }
    }

    void addAtCpSize(Terms &terms, const Mask &mask, double weight) const
    {
        const SelectionCounts counts = countSelection(mask, m_instance.labels);
        at(terms, Term::FprAtCpSize) += weight * counts.falsePositiveRate();
        at(terms, Term::PrecisionAtCpSize) += weight * counts.precision();
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
            const Terms terms = measuring.row(m, l, isOwnScore(methods[m]));
            result.insert(result.end(), terms.begin(), terms.end());
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
            result[m].push_back(
                measuring.selected(rows[l], rows.size() == 1 ? instance.kept.size() - 1 : l, isOwnScore(methods[m])));
    }
    return result;
}

} // namespace adaplens
