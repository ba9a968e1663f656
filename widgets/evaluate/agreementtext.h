// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agree.h"

#include <QString>

#include <memory>

/// A report under the name it has on the screen.
struct NamedReport {
    QString name;
    std::shared_ptr<const adaplens::AgreementReport> report;
    bool operator==(const NamedReport &) const = default;
};

/// How agreement with human rationales is worded: names of metrics, intervals, conditions.
namespace agreement {

[[nodiscard]] QString name(adaplens::Metric metric);      ///< "FPR at equal size"
[[nodiscard]] QString shortName(adaplens::Metric metric); ///< "P at equal size"
[[nodiscard]] QString caption(adaplens::Metric metric);   ///< "false positive rate: lower is better; ..."
/// A method as its model calls it: "attention", or what the scores are called by which the model drops tokens.
[[nodiscard]] QString name(adaplens::ScoreMethod method, const adaplens::AgreementReport &report);
/// "gold class, ≥ 1/n, ..." are settings; this is one of them.
[[nodiscard]] QString name(const adaplens::Selection &selection);

[[nodiscard]] QString value(double value);                           ///< "0.312"
[[nodiscard]] QString halfWidth(const adaplens::Interval &interval); ///< "±0.021"; empty where it was not drawn
[[nodiscard]] QString range(const adaplens::Interval &interval);     ///< "0.290 – 0.334"
[[nodiscard]] QString level(const adaplens::Interval &interval);     ///< "95 %"
[[nodiscard]] QString instances(const adaplens::AgreementReport &report, std::size_t count); ///< "214 windows"
/// Rich text: mean, interval, n, and the difference to the model's own scores.
[[nodiscard]] QString toolTip(const QString &head, adaplens::Metric metric, const adaplens::MetricValue &value,
                              const adaplens::AgreementReport &report);

/// "movies val · Sentiment".
[[nodiscard]] QString runName(const adaplens::AgreementReport &report);
/// What dropping tokens costs and saves over the documents of the run; empty before the first.
[[nodiscard]] QString cost(const adaplens::AgreementReport &report);
/// The line below the table: what the numbers hold for.
[[nodiscard]] QString conditions(const adaplens::AgreementReport &report);
/// "31 windows without a rationale left out · ..."; empty if nothing was.
[[nodiscard]] QString leftOut(const adaplens::AgreementReport &report);
/// "128 of 200 documents · 214 windows · 41 s left".
[[nodiscard]] QString progress(const adaplens::AgreementProgress &progress, adaplens::AgreementMode mode);

/// The level that scores without any knowledge reach on average, where that is known; for the metric's own line.
[[nodiscard]] std::optional<adaplens::Interval> chance(adaplens::Metric metric,
                                                       const adaplens::AgreementReport &report);
[[nodiscard]] QString chanceName(adaplens::Metric metric); ///< "base rate" or "chance"
/// The value of a metric at one layer, or (no layer) of the mean over layers; null where it was not measured. Methods
/// without layers have the same value at each.
[[nodiscard]] const adaplens::MetricValue *valueOf(const adaplens::MethodAgreement &method, adaplens::Metric metric,
                                                   std::optional<std::size_t> layer);
/// How many layers the report's methods have.
[[nodiscard]] std::size_t layersOf(const adaplens::AgreementReport &report);

} // namespace agreement
