// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace adaplens {

class TermSums;

/// Agreement of scores with marked tokens. Means over instances, except the micro ones, which are ratios of sums, and
/// IouF1, the F1 of two means. Token and IOU scores are counted as ERASER's scorer does: in the mode documents-words
/// also over documents where all is marked, or nothing but in another document of the same annotation.
enum class Metric {
    AP,
    AUPRC,
    RocAuc,
    FPR,
    TPR,
    Selected, ///< of the selection chosen
    FprAtCpSize,
    PrecisionAtCpSize, ///< of the top k, k = how many the model's own scores select
    TokenPrecisionMicro,
    TokenRecallMicro,
    TokenF1Micro,
    TokenF1Macro,
    IouF1,
    Comprehensiveness,
    Sufficiency, ///< at 20 % of the words
    AopcComprehensiveness,
    AopcSufficiency
};

/// What a metric is made from, which says where it can be measured and over which instances it is a mean.
enum class MetricBasis {
    Ranking,     ///< the scores, by rank
    Selection,   ///< the tokens selected
    CpSize,      ///< the best tokens, as many as the model's own scores select: only beside these
    EraserCount, ///< the tokens selected, over the instances that ERASER's scorer counts
    Erasure      ///< probabilities without the best words and with them alone: only where it was asked for
};
enum class MetricUnit { Share, Probability }; ///< a number from 0 to 1; a difference of probabilities
enum class MetricDirection { HigherIsBetter, LowerIsBetter, Neither };

/// One row of the table that makes a metric: a further one is a further row.
struct MetricInfo {
    Metric metric;
    const char *name;   ///< in files: "ap", "auprc", "roc_auc", "fpr", ...
    const char *title;  ///< in tables, in English: "AP", "FPR at equal size", ...
    const char *column; ///< the same in at most eight characters; null: narrow tables leave it out
    MetricBasis basis;
    MetricUnit unit;
    MetricDirection direction;
    double (*value)(const TermSums &); ///< of one method and layer
};
/// All metrics, in the order of tables and files.
[[nodiscard]] std::span<const MetricInfo> allMetrics();
[[nodiscard]] const MetricInfo &infoOf(Metric metric);
[[nodiscard]] inline const char *nameOf(const MetricInfo &info)
{
    return info.name;
}
[[nodiscard]] Metric metricNamed(const std::string &name); ///< throws Error listing the known names

} // namespace adaplens
