// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace adaplens {

/// What an instance adds to the sums that metrics are made of, for one method and layer.
enum class MetricTerm : std::size_t {
    Ap,
    Auprc,
    RocAuc,
    Fpr,
    Tpr,
    SelectedShare,
    FprAtCpSize,
    PrecisionAtCpSize,
    // From here to IouRecall as ERASER's scorer counts: of instances where all or nothing is marked too.
    TruePositives,
    SelectedTokens,
    MarkedTokens,
    F1,
    Predicted,    ///< 1 where anything is selected or marked: ERASER's mean F1 is over those
    IouPrecision, ///< of predicted spans
    IouPredicted, ///< 1 where a span is predicted at all: ERASER's mean precision is over those
    IouMarked,    ///< 1 where a span is marked at all: ERASER's mean recall is over those
    IouRecall,
    Comprehensiveness,
    Sufficiency,
    AopcComprehensiveness,
    AopcSufficiency
};
inline constexpr std::size_t termCount = static_cast<std::size_t>(MetricTerm::AopcSufficiency) + 1;

/// The terms of one method and layer, summed over instances.
class TermSums {
public:
    /// `terms`: [termCount]; `instances`: those that count.
    TermSums(std::span<const double> terms, double instances) : m_terms(terms), m_instances(instances) {}
    [[nodiscard]] double operator[](MetricTerm term) const { return m_terms[static_cast<std::size_t>(term)]; }
    [[nodiscard]] double instances() const { return m_instances; }

private:
    std::span<const double> m_terms;
    double m_instances;
};

} // namespace adaplens
