// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/metric.h"

#include "core/agreement/metric_p.h"
#include "core/named.h"

namespace adaplens {

namespace {

using Term = MetricTerm;

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

template <Term term>
double mean(const TermSums &sums)
{
    return ratio(sums[term], sums.instances());
}

template <Term part, Term whole>
double share(const TermSums &sums)
{
    return ratio(sums[part], sums[whole]);
}

double f1Micro(const TermSums &sums)
{
    return ratio(2 * sums[Term::TruePositives], sums[Term::SelectedTokens] + sums[Term::MarkedTokens]);
}

/// ERASER: F1 of the mean precision (where anything is predicted) and the mean recall (where anything is marked).
double iouF1(const TermSums &sums)
{
    const double precision = ratio(sums[Term::IouPrecision], sums[Term::IouPredicted]);
    const double recall = ratio(sums[Term::IouRecall], sums[Term::IouMarked]);
    return ratio(2 * precision * recall, precision + recall);
}

using Basis = MetricBasis;
constexpr auto portion = MetricUnit::Share, fall = MetricUnit::Probability;
constexpr auto higher = MetricDirection::HigherIsBetter, lower = MetricDirection::LowerIsBetter,
               neither = MetricDirection::Neither;

// clang-format off
constexpr MetricInfo metrics[] = {
    {Metric::AP, "ap", "AP", "AP", Basis::Ranking, portion, higher, mean<Term::Ap>},
    {Metric::AUPRC, "auprc", "AUPRC", "AUPRC", Basis::Ranking, portion, higher, mean<Term::Auprc>},
    {Metric::RocAuc, "roc_auc", "ROC AUC", "ROC AUC", Basis::Ranking, portion, higher, mean<Term::RocAuc>},
    {Metric::FPR, "fpr", "FPR", "FPR", Basis::Selection, portion, lower, mean<Term::Fpr>},
    {Metric::TPR, "tpr", "TPR", "TPR", Basis::Selection, portion, higher, mean<Term::Tpr>},
    {Metric::Selected, "selected", "Selected share", "selected", Basis::Selection, portion, neither,
     mean<Term::SelectedShare>},
    {Metric::FprAtCpSize, "fpr_at_cp_size", "FPR at equal size", "FPR, k", Basis::CpSize, portion, lower,
     mean<Term::FprAtCpSize>},
    {Metric::PrecisionAtCpSize, "precision_at_cp_size", "Precision at equal size", "P, k", Basis::CpSize, portion,
     higher, mean<Term::PrecisionAtCpSize>},
    {Metric::TokenPrecisionMicro, "token_precision_micro", "Token P, micro", nullptr, Basis::EraserCount, portion,
     higher, share<Term::TruePositives, Term::SelectedTokens>},
    {Metric::TokenRecallMicro, "token_recall_micro", "Token R, micro", nullptr, Basis::EraserCount, portion, higher,
     share<Term::TruePositives, Term::MarkedTokens>},
    {Metric::TokenF1Micro, "token_f1_micro", "Token F1, micro", "F1 micro", Basis::EraserCount, portion, higher,
     f1Micro},
    {Metric::TokenF1Macro, "token_f1_macro", "Token F1, macro", "F1 macro", Basis::EraserCount, portion, higher,
     share<Term::F1, Term::Predicted>},
    {Metric::IouF1, "iou_f1", "IOU F1", "IOU F1", Basis::EraserCount, portion, higher, iouF1},
    {Metric::Comprehensiveness, "comprehensiveness", "Comprehensiveness", "compreh.", Basis::Erasure, fall, higher,
     mean<Term::Comprehensiveness>},
    {Metric::Sufficiency, "sufficiency", "Sufficiency", "suff.", Basis::Erasure, fall, lower, mean<Term::Sufficiency>},
    {Metric::AopcComprehensiveness, "aopc_comprehensiveness", "AOPC comprehensiveness", "AOPC c.", Basis::Erasure,
     fall, higher, mean<Term::AopcComprehensiveness>},
    {Metric::AopcSufficiency, "aopc_sufficiency", "AOPC sufficiency", "AOPC s.", Basis::Erasure, fall, lower,
     mean<Term::AopcSufficiency>},
};
// clang-format on

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < std::size(metrics); ++i)
        if (metrics[i].metric != static_cast<Metric>(i))
            return false;
    return true;
}
static_assert(inOrder(), "infoOf() finds a metric by its number");

} // namespace

std::span<const MetricInfo> allMetrics()
{
    return metrics;
}

const MetricInfo &infoOf(Metric metric)
{
    return metrics[static_cast<std::size_t>(metric)];
}

Metric metricNamed(const std::string &name)
{
    return named(allMetrics(), name, message("metric")).metric;
}

} // namespace adaplens
