// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/tradeofftext.h"

#include "core/io/csv.h"
#include "core/io/fixednumber.h"
#include "widgets/style/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

using adaplens::Interval;
using adaplens::PointStatus;
using adaplens::SweepPoint;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Tradeoff)
};

QString separated(const std::initializer_list<QString> &parts)
{
    QStringList there(parts);
    there.removeAll(QString());
    return there.join(QStringLiteral(" · "));
}

QString local(const std::string &number)
{
    return QString::fromStdString(number).replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString count(std::size_t n)
{
    return QLocale().toString(static_cast<qulonglong>(n));
}

/// Mean and interval in one.
QString whole(const QString &mean, const std::optional<Interval> &figure, int digits)
{
    const QString interval = tradeoff::ends(figure, digits);
    return interval.isEmpty() ? mean : mean + QLatin1Char(' ') + interval;
}

/// "accuracy 0.8750 [0.8500, 0.9000], -0.0100 [-0.0200, 0.0050] against the plain model".
QString scoreLine(const QString &what, const std::optional<Interval> &score, const std::optional<Interval> &difference)
{
    if (!score) {
        return {};
    }
    const QString line = Words::tr("%1 %2").arg(what, whole(tradeoff::mean(score), score, 4));
    return difference
               ? Words::tr("%1; %2 against the plain model").arg(line, whole(tradeoff::mean(difference), difference, 4))
               : line;
}

} // namespace

namespace tradeoff {

QString measuredOn(const adaplens::Conditions &here)
{
    QStringList parts{QString::fromStdString(here.device), QString::fromLatin1(adaplens::nameOf(here.precision)),
                      Words::tr("%n thread(s)", nullptr, here.threads)};
    parts << (here.batch > 0 ? Words::tr("batches of %1").arg(here.batch) : Words::tr("texts one by one"));
    if (!here.processor.empty()) {
        // Its name; what it can do besides stands in the exports.
        parts << QString::fromStdString(here.processor).section(QLatin1String(" ("), 0, 0).simplified();
    }
    return parts.join(QStringLiteral(" · "));
}

QString number(double value, int digits)
{
    return local(adaplens::fixedNumber(value, digits));
}

QString mean(const std::optional<Interval> &figure)
{
    return figure ? number(figure->mean, 4) : QString();
}

QString ends(const std::optional<Interval> &figure, int digits)
{
    // The semicolon where numbers have commas.
    return figure && figure->resamples > 0
               ? Words::tr("[%1, %2]").arg(number(figure->low, digits), number(figure->high, digits))
               : QString();
}

QString times(const std::optional<double> &speedup)
{
    return speedup ? format::speedup(*speedup) : QString();
}

QString milliseconds(const SweepPoint &point)
{
    return point.msPlain && point.msReduced
               ? Words::tr("%1 → %2").arg(number(*point.msPlain, 2), number(*point.msReduced, 2))
               : QString();
}

QString kept(const SweepPoint &point)
{
    QStringList layers;
    for (const double tokens : point.kept) {
        layers << number(tokens, 1);
    }
    return layers.isEmpty() ? QString()
                            : Words::tr("%1 of %2").arg(layers.join(QLatin1Char(' ')), number(point.pieces, 1));
}

QString knob(const SweepPoint &point)
{
    const QString name = QString::fromStdString(point.knob);
    return point.value ? name + QLatin1Char(' ') + local(adaplens::csvNumber(*point.value)) : name;
}

QString name(const SweepPoint &point)
{
    return separated({QString::fromStdString(point.title), knob(point),
                      point.seed ? Words::tr("seed %1").arg(*point.seed) : QString()});
}

QString status(const SweepPoint &point)
{
    const auto because = [](const QString &what, const std::string &why) {
        return why.empty() ? what : Words::tr("%1: %2").arg(what, QString::fromStdString(why));
    };
    switch (point.status) {
    case PointStatus::Done:
        return Words::tr("done");
    case PointStatus::Failed:
        return because(Words::tr("failed"), point.reason);
    case PointStatus::Published:
        return because(Words::tr("published, %1").arg(QString::fromStdString(point.split)), point.source);
    case PointStatus::NotRun:
        break;
    }
    return because(Words::tr("not run"), point.reason);
}

QString axis(adaplens::SpeedAxis axis)
{
    switch (axis) {
    case adaplens::SpeedAxis::FlopsPadded:
        return Words::tr("speed-up in FLOPs, texts padded to the longest");
    case adaplens::SpeedAxis::Time:
        return Words::tr("speed-up in wall-clock time");
    case adaplens::SpeedAxis::Flops:
        break;
    }
    return Words::tr("speed-up in FLOPs, texts at their own length");
}

QString axis(const Tradeoff &tradeoff)
{
    if (tradeoff.choices.score == adaplens::ScoreAxis::Accuracy) {
        return Words::tr("accuracy");
    }
    for (const NamedSweep &sweep : tradeoff.sweeps) {
        if (!sweep.sweep->f1Label.empty()) {
            return Words::tr("F1 of “%1”").arg(QString::fromStdString(sweep.sweep->f1Label));
        }
    }
    return Words::tr("F1");
}

QString toolTip(const Tradeoff &tradeoff, std::size_t index)
{
    const SweepPoint &point = tradeoff.at(index);
    const adaplens::Sweep &sweep = tradeoff.sweepOf(index);
    QStringList lines;
    const auto add = [&lines](const QString &line) {
        if (!line.isEmpty()) {
            lines << line.toHtmlEscaped();
        }
    };
    add(scoreLine(Words::tr("accuracy"), point.accuracy, point.difference));
    add(scoreLine(Words::tr("F1"), point.f1, point.f1Difference));
    add(point.n > 0 ? Words::tr("%1, n = %2").arg(QString::fromStdString(point.split), count(point.n)) : QString());
    add(point.speedupFlops ? Words::tr("%1 fewer FLOPs, texts at their own length").arg(times(point.speedupFlops))
                           : QString());
    add(point.speedupFlopsPadded ? Words::tr("%1 fewer FLOPs, padded").arg(times(point.speedupFlopsPadded))
                                 : QString());
    if (point.speedupTime) {
        add(Words::tr("%1 faster by the clock").arg(whole(times(point.speedupTime->mean), point.speedupTime, 2)));
    }
    if (const QString ms = milliseconds(point); !ms.isEmpty()) {
        add(Words::tr("%1 ms a text, plain → reduced").arg(ms));
    }
    if (const QString layers = kept(point); !layers.isEmpty()) {
        add(Words::tr("kept per layer: %1").arg(layers));
    }
    if (!point.budgetOf.empty()) {
        const auto budget = std::ranges::find(sweep.points, point.budgetOf, &SweepPoint::id);
        add(Words::tr("as many tokens as %1")
                .arg(budget == sweep.points.end() ? QString::fromStdString(point.budgetOf) : name(*budget)));
    }
    add(tradeoff.points[index].front ? Words::tr("on the Pareto front: nothing measured here beats it") : QString());
    add(point.model.empty() ? QString() : QDir::toNativeSeparators(QString::fromStdU16String(point.model.u16string())));
    QString rest;
    if (point.status != PointStatus::Done) {
        rest = status(point);
    } else if (sweep.conditions) {
        rest = measuredOn(*sweep.conditions);
    }
    return QStringLiteral("<p style='white-space:pre'><b>%1</b><br>%2</p><p>%3</p>")
        .arg(name(point).toHtmlEscaped(), lines.join(QStringLiteral("<br>")), rest.toHtmlEscaped());
}

bool isPublished(const adaplens::Sweep &sweep)
{
    return !sweep.points.empty() && std::ranges::all_of(sweep.points, [](const SweepPoint &point) {
        return point.status == PointStatus::Published;
    });
}

QString conditions(const Tradeoff &tradeoff, std::size_t index)
{
    const adaplens::Sweep &sweep = *tradeoff.sweeps[index].sweep;
    QStringList sizes;
    double level = 0;
    for (std::size_t i = 0; i < tradeoff.points.size(); ++i) {
        const SweepPoint &point = tradeoff.at(i);
        if (tradeoff.points[i].sweep == index && point.status == PointStatus::Done) {
            const QString n = count(point.n);
            if (!sizes.contains(n)) {
                sizes << n;
            }
            level = point.accuracy && point.accuracy->resamples > 0 ? point.accuracy->level : level;
        }
    }
    return separated(
        {QString::fromStdString(sweep.data) + QLatin1Char(' ') + tradeoff.choices.split,
         sizes.isEmpty() ? QString() : Words::tr("n = %1").arg(sizes.join(QStringLiteral(", "))),
         level > 0
             ? Words::tr("%1 intervals by bootstrap, seed %2").arg(format::percent(level), QString::number(sweep.seed))
             : QString(),
         sweep.conditions ? measuredOn(*sweep.conditions) : QString()});
}

QStringList conditions(const Tradeoff &tradeoff)
{
    QStringList lines, names;
    for (std::size_t s = 0; s < tradeoff.sweeps.size(); ++s) {
        const bool shown = std::ranges::any_of(tradeoff.points, [s](const auto &point) { return point.sweep == s; });
        if (shown && !isPublished(*tradeoff.sweeps[s].sweep)) { // of those the legend says what they are
            lines << conditions(tradeoff, s);
            names << tradeoff.sweeps[s].name;
        }
    }
    for (qsizetype i = 0; lines.size() > 1 && i < lines.size(); ++i) {
        lines[i] = Words::tr("%1: %2").arg(names[i], lines[i]);
    }
    return lines;
}

} // namespace tradeoff
