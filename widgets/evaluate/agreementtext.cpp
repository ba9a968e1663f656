// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementtext.h"

#include "widgets/style/coretext.h"
#include "widgets/style/format.h"
#include "widgets/style/methods.h"
#include "widgets/style/richtip.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Agreement)
};

/// What scores without any knowledge reach on average: not known, the marked share, or 0.5.
enum class Chance { Unknown, BaseRate, Half };

/// How to read a metric.
struct Reading {
    const char *caption;
    Chance chance = Chance::Unknown;
};

// In the order of core's table.
constexpr Reading readings[] = {
    Reading{QT_TRANSLATE_NOOP("Agreement", "average precision: higher is better"), Chance::BaseRate},
    Reading{QT_TRANSLATE_NOOP("Agreement", "area under the precision-recall curve, by trapezoids: higher is better"),
            Chance::BaseRate},
    Reading{QT_TRANSLATE_NOOP("Agreement", "area under the ROC curve: higher is better, 0.5 is chance"), Chance::Half},
    Reading{QT_TRANSLATE_NOOP("Agreement",
                              "false positive rate: lower is better, but says little without the share selected")},
    Reading{QT_TRANSLATE_NOOP("Agreement",
                              "true positive rate, or recall: higher is better, but selecting more raises it")},
    Reading{QT_TRANSLATE_NOOP(
        "Agreement", "share of the tokens selected: neither good nor bad, what FPR and TPR are to be read with")},
    Reading{QT_TRANSLATE_NOOP(
        "Agreement", "false positive rate where every method selects as many tokens as the model's own scores: "
                     "lower is better")},
    Reading{QT_TRANSLATE_NOOP("Agreement",
                              "marked share of the best tokens, as many as the model's own scores select: higher is "
                              "better"),
            Chance::BaseRate},
    Reading{QT_TRANSLATE_NOOP("Agreement", "marked share of all selected tokens: higher is better"), Chance::BaseRate},
    Reading{QT_TRANSLATE_NOOP("Agreement", "selected share of all marked tokens: higher is better")},
    Reading{QT_TRANSLATE_NOOP("Agreement", "F1 over all tokens: higher is better")},
    Reading{QT_TRANSLATE_NOOP("Agreement", "mean F1 of the texts: higher is better")},
    Reading{QT_TRANSLATE_NOOP("Agreement", "F1 of spans that overlap by half: higher is better")},
    Reading{
        QT_TRANSLATE_NOOP("Agreement", "fall of the probability without the best 20 % of the words: higher is better")},
    Reading{QT_TRANSLATE_NOOP("Agreement",
                              "fall of the probability with only the best 20 % of the words: lower is better")},
    Reading{QT_TRANSLATE_NOOP("Agreement",
                              "fall of the probability without the best words, mean of five shares: higher is better")},
    Reading{QT_TRANSLATE_NOOP(
        "Agreement", "fall of the probability with only the best words, mean of five shares: lower is better")},
};

const Reading &readingOf(adaplens::Metric metric)
{
    return readings[static_cast<std::size_t>(metric)];
}

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
    return QCoreApplication::translate("core", adaplens::infoOf(metric).title); // see coretexts.cmake
}

QString shortName(Metric metric)
{
    return metric == Metric::PrecisionAtCpSize ? Words::tr("P at equal size") : name(metric);
}

QString name(adaplens::ScoreMethod method, const adaplens::AgreementReport &report)
{
    return methods::name(method, namesOf(report));
}

QString caption(Metric metric)
{
    return QCoreApplication::translate("Agreement", readingOf(metric).caption);
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
    QStringList lines{QStringLiteral("%1 <b>%2</b>").arg(name(metric).toHtmlEscaped(), value(at.interval.mean))};
    if (at.interval.resamples > 0) {
        lines << Words::tr("%1 interval %2").arg(level(at.interval), range(at.interval));
    }
    lines << Words::tr("n = %1").arg(instances(report, at.n));
    if (at.cpDifference) {
        const Interval &difference = *at.cpDifference;
        const QString sign = difference.mean > 0 ? QStringLiteral("+") : QString();
        lines << Words::tr("%1 minus this: %2%3 (%4)")
                     .arg(translated(namesOf(report).scoreTitle), sign, value(difference.mean), range(difference));
        if (difference.resamples > 0) {
            const bool apart = difference.low > 0 || difference.high < 0;
            lines << (apart ? Words::tr("the interval of the difference leaves out zero")
                            : Words::tr("the interval of the difference holds zero"));
        }
    }
    return richTip(head.toHtmlEscaped(), lines);
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
        parts << Words::tr("scores before rescaling");
    }
    if (options.fromAdapler) {
        parts << Words::tr("%1 weights").arg(translated(namesOf(report).title));
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
    const adaplens::RuleNames rule = namesOf(report);
    const bool drops = rule.keptBy != adaplens::KeptBy::Nothing;
    if (drops) {
        const QString score = translated(rule.scoreTitle);
        parts << (options.dropped == adaplens::DroppedScore::Zero ? Words::tr("%1 of dropped tokens = 0")
                                                                  : Words::tr("%1 of dropped tokens as last seen"))
                     .arg(score);
        if (options.raw) {
            parts << Words::tr("%1 before rescaling").arg(score);
        }
        const bool twin = report.twin == "twin" && !options.fromAdapler;
        parts << (twin ? Words::tr("attention and gradients from the plain twin")
                       : Words::tr("attention and gradients from the %1 weights, nothing dropped")
                             .arg(translated(rule.title)));
    } else {
        parts << Words::tr("attention and gradients from the plain model");
    }
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

QString cost(const adaplens::AgreementReport &report)
{
    const bool drops = namesOf(report).keptBy != adaplens::KeptBy::Nothing;
    const auto share = [&report](std::size_t part) {
        return value(static_cast<double>(part) / static_cast<double>(report.predicted));
    };
    QStringList parts;
    if (report.predicted > 0) {
        parts << (drops ? Words::tr("accuracy %1, without dropping %2")
                              .arg(share(report.correct), share(report.correctPlain))
                        : Words::tr("accuracy %1").arg(share(report.correct)));
    }
    if (drops && report.documents > 0) {
        parts << Words::tr("%1 fewer operations").arg(format::speedup(report.speedup));
        if (report.speedupPadded) {
            parts << Words::tr(
                         "%1 with every window padded to the longest, %n piece(s), as many published tables count",
                         nullptr, static_cast<int>(report.longest))
                         .arg(format::speedup(*report.speedupPadded));
        }
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
    if (!report.skipped.empty()) {
        parts << translatedCounts(report.skipped);
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
    const Chance level = readingOf(metric).chance;
    return level == Chance::BaseRate ? std::optional(report.baseRate)
           : level == Chance::Half   ? std::optional(Interval{.mean = 0.5, .low = 0.5, .high = 0.5})
                                     : std::nullopt;
}

QString chanceName(Metric metric)
{
    return readingOf(metric).chance == Chance::Half ? Words::tr("chance") : Words::tr("base rate");
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
