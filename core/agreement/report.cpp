// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report.h"

#include "core/named.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

struct MetricName {
    Metric metric;
    const char *name, *title;
    bool higherIsBetter;
};

constexpr std::array metricNames{
    MetricName{Metric::AP, "ap", "AP", true},
    MetricName{Metric::AUPRC, "auprc", "AUPRC", true},
    MetricName{Metric::RocAuc, "roc_auc", "ROC AUC", true},
    MetricName{Metric::FPR, "fpr", "FPR", false},
    MetricName{Metric::TPR, "tpr", "TPR", true},
    MetricName{Metric::Selected, "selected", "Selected share", false},
    MetricName{Metric::FprAtCpSize, "fpr_at_cp_size", "FPR at CP's size", false},
    MetricName{Metric::PrecisionAtCpSize, "precision_at_cp_size", "Precision at CP's size", true},
    MetricName{Metric::TokenPrecisionMicro, "token_precision_micro", "Token P, micro", true},
    MetricName{Metric::TokenRecallMicro, "token_recall_micro", "Token R, micro", true},
    MetricName{Metric::TokenF1Micro, "token_f1_micro", "Token F1, micro", true},
    MetricName{Metric::TokenF1Macro, "token_f1_macro", "Token F1, macro", true},
    MetricName{Metric::IouF1, "iou_f1", "IOU F1", true},
    MetricName{Metric::Comprehensiveness, "comprehensiveness", "Comprehensiveness", true},
    MetricName{Metric::Sufficiency, "sufficiency", "Sufficiency", false},
    MetricName{Metric::AopcComprehensiveness, "aopc_comprehensiveness", "AOPC comprehensiveness", true},
    MetricName{Metric::AopcSufficiency, "aopc_sufficiency", "AOPC sufficiency", false},
};

const MetricName &rowOf(Metric metric)
{
    return *std::ranges::find(metricNames, metric, &MetricName::metric);
}

} // namespace

const char *nameOf(AgreementMode mode)
{
    return mode == AgreementMode::DocumentsWords ? "documents-words" : "windows-pieces";
}

AgreementMode agreementModeNamed(const std::string &name)
{
    return named(std::array{AgreementMode::WindowsPieces, AgreementMode::DocumentsWords}, name, "mode");
}

const char *nameOf(Metric metric)
{
    return rowOf(metric).name;
}

const char *titleOf(Metric metric)
{
    return rowOf(metric).title;
}

bool higherIsBetter(Metric metric)
{
    return rowOf(metric).higherIsBetter;
}

Metric metricNamed(const std::string &name)
{
    return named(allMetrics(), name, "metric");
}

const std::vector<Metric> &allMetrics()
{
    static const std::vector<Metric> all = [] {
        std::vector<Metric> result;
        result.reserve(std::size(metricNames));
        for (const MetricName &row : metricNames)
            result.push_back(row.metric);
        return result;
    }();
    return all;
}

} // namespace adaplens
