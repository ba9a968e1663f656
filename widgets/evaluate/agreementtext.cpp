// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementtext.h"

#include "widgets/style/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Agreement)
};

/// How to read each metric, in the order of core's table.
constexpr const char *captions[] = {
    QT_TRANSLATE_NOOP("Agreement", "average precision: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "area under the precision-recall curve, by trapezoids: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "area under the ROC curve: higher is better, 0.5 is chance"),
    QT_TRANSLATE_NOOP("Agreement", "false positive rate: lower is better, but says little without the share selected"),
    QT_TRANSLATE_NOOP("Agreement", "true positive rate, or recall: higher is better, but selecting more raises it"),
    QT_TRANSLATE_NOOP("Agreement",
                      "share of the tokens selected: neither good nor bad, what FPR and TPR are to be read with"),
    QT_TRANSLATE_NOOP("Agreement",
                      "false positive rate where every method selects as many tokens as CP: lower is better"),
    QT_TRANSLATE_NOOP("Agreement", "marked share of the best tokens, as many as CP selects: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "marked share of all selected tokens: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "selected share of all marked tokens: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "F1 over all tokens: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "mean F1 of the texts: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "F1 of spans that overlap by half: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "fall of the probability without the best 20 % of the words: higher is better"),
    QT_TRANSLATE_NOOP("Agreement", "fall of the probability with only the best 20 % of the words: lower is better"),
    QT_TRANSLATE_NOOP("Agreement",
                      "fall of the probability without the best words, mean of five shares: higher is better"),
    QT_TRANSLATE_NOOP("Agreement",
                      "fall of the probability with only the best words, mean of five shares: lower is better"),
};

/// The titles in core's table, for those who translate.
[[maybe_unused]] constexpr const char *titles[] = {
    QT_TRANSLATE_NOOP("Agreement", "AP"),
    QT_TRANSLATE_NOOP("Agreement", "AUPRC"),
    QT_TRANSLATE_NOOP("Agreement", "ROC AUC"),
    QT_TRANSLATE_NOOP("Agreement", "FPR"),
    QT_TRANSLATE_NOOP("Agreement", "TPR"),
    QT_TRANSLATE_NOOP("Agreement", "Selected share"),
    QT_TRANSLATE_NOOP("Agreement", "FPR at CP's size"),
    QT_TRANSLATE_NOOP("Agreement", "Precision at CP's size"),
    QT_TRANSLATE_NOOP("Agreement", "Token P, micro"),
    QT_TRANSLATE_NOOP("Agreement", "Token R, micro"),
    QT_TRANSLATE_NOOP("Agreement", "Token F1, micro"),
    QT_TRANSLATE_NOOP("Agreement", "Token F1, macro"),
    QT_TRANSLATE_NOOP("Agreement", "IOU F1"),
    QT_TRANSLATE_NOOP("Agreement", "Comprehensiveness"),
    QT_TRANSLATE_NOOP("Agreement", "Sufficiency"),
    QT_TRANSLATE_NOOP("Agreement", "AOPC comprehensiveness"),
    QT_TRANSLATE_NOOP("Agreement", "AOPC sufficiency"),
};

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString documents(std::size_t count)
{
    return Words::tr("%Ln document(s)", nullptr, static_cast<int>(count));
}

QString instancesOf(adaplens::AgreementMode mode, std::size_t count)
{
    return mode == adaplens::AgreementMode::DocumentsWords
               ? documents(count)
               : Words::tr("%Ln window(s)", nullptr, static_cast<int>(count));
}

QString duration(double seconds)
{
    const auto whole = static_cast<int>(std::ceil(seconds));
    return whole < 100 ? Words::tr("%1 s").arg(whole) : Words::tr("%1 min").arg((whole + 59) / 60);
}

} // namespace

namespace agreement {

using adaplens::Interval;
using adaplens::Metric;

QString name(Metric metric)
{
    return QCoreApplication::translate("Agreement", adaplens::infoOf(metric).title);
}

QString shortName(Metric metric)
{
    return metric == Metric::PrecisionAtCpSize ? Words::tr("P at CP's size") : name(metric);
}

QString caption(Metric metric)
{
    return QCoreApplication::translate("Agreement", captions[static_cast<std::size_t>(metric)]);
}

QString name(const adaplens::Selection &selection)
{
    switch (selection.kind) {
    case adaplens::Selection::Kind::Uniform:
        return Words::tr("≥ 1/n (uniform)");
    case adaplens::Selection::Kind::Model:
        return Words::tr("the model's own");
    case adaplens::Selection::Kind::TopK:
        return Words::tr("best %1").arg(selection.count);
    case adaplens::Selection::Kind::TopShare:
        return Words::tr("best %1").arg(format::percent(selection.share));
    }
    return {};
}

QString value(double value)
{
    return format::number(value, 3);
}

QString halfWidth(const Interval &interval)
{
    return interval.resamples > 0 ? QStringLiteral("±") + value((interval.high - interval.low) / 2) : QString();
}

QString range(const Interval &interval)
{
    return Words::tr("%1 – %2").arg(value(interval.low), value(interval.high));
}

QString level(const Interval &interval)
{
    return format::percent(interval.level);
}

QString instances(const adaplens::AgreementReport &report, std::size_t count)
{
    return instancesOf(report.options.mode, count);
}

QString toolTip(const QString &head, Metric metric, const adaplens::MetricValue &at,
                const adaplens::AgreementReport &report)
{
    QString text = QStringLiteral("<p style='white-space:pre'><b>%1</b><br>%2 <b>%3</b>")
                       .arg(head.toHtmlEscaped(), name(metric).toHtmlEscaped(), value(at.interval.mean));
    if (at.interval.resamples > 0) {
        text += QStringLiteral("<br>") + Words::tr("%1 interval %2").arg(level(at.interval), range(at.interval));
    }
    text += QStringLiteral("<br>") + Words::tr("n = %1").arg(instances(report, at.n));
    if (at.cpDifference) {
        const Interval &difference = *at.cpDifference;
        const QString sign = difference.mean > 0 ? QStringLiteral("+") : QString();
        text += QStringLiteral("<br>") +
                Words::tr("CP minus this: %1%2 (%3)").arg(sign, value(difference.mean), range(difference));
        if (difference.resamples > 0) {
            const bool apart = difference.low > 0 || difference.high < 0;
            text += QStringLiteral("<br>") + (apart ? Words::tr("the interval of the difference leaves out zero")
                                                    : Words::tr("the interval of the difference holds zero"));
        }
    }
    return text + QStringLiteral("</p>");
}

QString runName(const adaplens::AgreementReport &report)
{
    QString data = QString::fromStdString(report.data);
    if (!report.split.empty()) {
        data = Words::tr("%1 %2").arg(data, QString::fromStdString(report.split));
    }
    QStringList parts{data, QString::fromStdString(report.model)};
    parts.removeAll(QString());
    // What is not as usual, so that two runs that lie over one another can be told apart.
    const adaplens::AgreementOptions &options = report.options;
    if (options.mode == adaplens::AgreementMode::DocumentsWords) {
        parts << Words::tr("documents, words");
    }
    if (options.selection.kind != adaplens::Selection::Kind::Uniform) {
        parts << name(options.selection);
    }
    if (!options.goldClass) {
        parts << Words::tr("predicted class");
    }
    if (options.dropped == adaplens::DroppedScore::LastSeen) {
        parts << Words::tr("last score seen");
    }
    if (options.raw) {
        parts << Words::tr("CP before rescaling");
    }
    if (options.fromAdapler) {
        parts << Words::tr("AdapLeR weights");
    }
    return parts.join(QStringLiteral(" · "));
}

QString conditions(const adaplens::AgreementReport &report)
{
    const adaplens::AgreementOptions &options = report.options;
    QStringList parts;
    parts << (options.mode == adaplens::AgreementMode::DocumentsWords
                  ? Words::tr("n = %1, one score a word").arg(documents(report.instances))
                  : Words::tr("n = %1 of %2, one score a piece")
                        .arg(instances(report, report.instances), documents(report.documents)));
    parts << Words::tr("base rate %1").arg(value(report.baseRate.mean));
    parts << Words::tr("selection %1").arg(name(options.selection));
    parts << (options.dropped == adaplens::DroppedScore::Zero ? Words::tr("CP of dropped tokens = 0")
                                                              : Words::tr("CP of dropped tokens as last seen"));
    if (options.raw) {
        parts << Words::tr("CP before rescaling");
    }
    const bool twin = report.twin == "twin" && !options.fromAdapler;
    parts << (twin ? Words::tr("attention and gradients from the plain twin")
                   : Words::tr("attention and gradients from the AdapLeR weights, nothing dropped"));
    parts << (options.goldClass ? Words::tr("gold class") : Words::tr("predicted class"));
    parts << Words::tr("seed %1").arg(options.seed);
    const adaplens::Conditions &here = report.conditions;
    parts << Words::tr("%n thread(s)", nullptr, here.threads);
    parts << QString::fromLatin1(adaplens::nameOf(here.precision)) << QString::fromStdString(here.device);
    if (!here.processor.empty()) {
        // Its name; what it can do besides stands in the exports.
        parts << QString::fromStdString(here.processor).section(QLatin1String(" ("), 0, 0).simplified();
    }
    if (report.complete && here.seconds > 0) {
        parts << duration(here.seconds);
    }
    return parts.join(QStringLiteral(" · "));
}

QString leftOut(const adaplens::AgreementReport &report)
{
    const bool windows = report.options.mode == adaplens::AgreementMode::WindowsPieces;
    QStringList parts;
    if (const auto count = static_cast<int>(report.withoutRationale); count > 0) {
        parts << (windows ? Words::tr("%Ln window(s) without a rationale left out", nullptr, count)
                          : Words::tr("%Ln document(s) without a rationale left out", nullptr, count));
    }
    if (const auto count = static_cast<int>(report.fullyMarked); count > 0) {
        parts << (windows ? Words::tr("%Ln window(s) with everything marked left out", nullptr, count)
                          : Words::tr("%Ln document(s) with everything marked left out", nullptr, count));
    }
    for (const auto &[reason, count] : report.skipped) {
        parts << Words::tr("%1: %2").arg(QString::fromStdString(reason), number(count));
    }
    if (report.splitSpans > 0) {
        parts << Words::tr("spans longer than a window: %1").arg(number(report.splitSpans));
    }
    return parts.join(QStringLiteral(" · "));
}

QString progress(const adaplens::AgreementProgress &progress, adaplens::AgreementMode mode)
{
    QStringList parts;
    parts << (progress.total > 0 ? Words::tr("%1 of %Ln document(s)", nullptr, static_cast<int>(progress.total))
                                       .arg(number(progress.documents))
                                 : documents(progress.documents));
    if (mode == adaplens::AgreementMode::WindowsPieces) {
        parts << instancesOf(mode, progress.instances);
    }
    if (progress.secondsLeft) {
        parts << Words::tr("%1 left").arg(duration(*progress.secondsLeft));
    }
    return parts.join(QStringLiteral(" · "));
}

std::optional<Interval> chance(Metric metric, const adaplens::AgreementReport &report)
{
    switch (metric) {
    case Metric::AP:
    case Metric::AUPRC:
    case Metric::PrecisionAtCpSize:
    case Metric::TokenPrecisionMicro:
        return report.baseRate;
    case Metric::RocAuc:
        return Interval{.mean = 0.5, .low = 0.5, .high = 0.5};
    default:
        return std::nullopt;
    }
}

QString chanceName(Metric metric)
{
    return metric == Metric::RocAuc ? Words::tr("chance") : Words::tr("base rate");
}

const adaplens::MetricValue *valueOf(const adaplens::MethodAgreement &method, Metric metric,
                                     std::optional<std::size_t> layer)
{
    const adaplens::MetricValues *values = &method.mean;
    if (layer && method.layers.size() == 1) {
        values = &method.layers.front();
    } else if (layer) {
        if (*layer >= method.layers.size()) {
            return nullptr;
        }
        values = &method.layers[*layer];
    }
    const auto at = values->find(metric);
    return at == values->end() ? nullptr : &at->second;
}

std::size_t layersOf(const adaplens::AgreementReport &report)
{
    std::size_t layers = 0;
    for (const adaplens::MethodAgreement &method : report.methods) {
        layers = std::max(layers, method.layers.size());
    }
    return layers;
}

} // namespace agreement
