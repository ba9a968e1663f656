// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationtext.h"

#include "widgets/style/coretext.h"
#include "widgets/style/format.h"
#include "widgets/style/richtip.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QCoreApplication>
#include <QLocale>

using adaplens::CalibratedScale;
using adaplens::Calibration;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

QString count(std::size_t n)
{
    return QLocale().toString(static_cast<qulonglong>(n));
}

/// At most so many per cent, without digits that say nothing: "1 %", "0.5 %".
QString limit(double share)
{
    return QLocale().toString(100 * share, 'g', 4) + QStringLiteral("\u202F%");
}

QString scaleOf(const CalibratedScale &scale)
{
    return QLocale().toString(scale.scale, 'g', 4);
}

/// "p = 0.0212", "p = 3.1e-05".
QString pValue(const CalibratedScale &scale)
{
    return Words::tr("p = %1").arg(scale.pValue < 1e-4 ? QLocale().toString(scale.pValue, 'e', 1)
                                                       : format::number(scale.pValue, 4));
}

QString counts(const Calibration &calibration, const CalibratedScale &scale)
{
    return Words::tr("%1 right answers turned wrong, %2 wrong ones turned right, of %3")
        .arg(count(scale.lost), count(scale.won), count(calibration.n));
}

QString verdict(const Calibration &calibration, std::size_t scale)
{
    return calibration.chosen == scale              ? Words::tr("the fastest that keeps the promise")
           : calibration.scales.at(scale).qualifies ? Words::tr("keeps the promise")
                                                    : Words::tr("does not keep the promise");
}

} // namespace

namespace calibrationtext {

QString share(double share)
{
    return format::number(100 * share, 2) + QStringLiteral("\u202F%");
}

QString name(const ShownCalibration &shown)
{
    return QString::fromStdString(shown.calibration.model) + QStringLiteral(" · ") + shown.data;
}

QString speedup(const ShownCalibration &shown)
{
    const Calibration &calibration = shown.calibration;
    return calibration.chosen ? format::speedup(calibration.speedup(calibration.scales[*calibration.chosen]))
                              : Words::tr("none");
}

QString answer(const ShownCalibration &shown)
{
    const Calibration &calibration = shown.calibration;
    return calibration.chosen ? Words::tr("fewer operations than the plain model, with the model's thresholds times %1")
                                    .arg(scaleOf(calibration.scales[*calibration.chosen]))
                              : translated(whyNone(calibration));
}

QString measured(const Calibration &calibration, std::size_t index)
{
    const CalibratedScale &scale = calibration.scales.at(index);
    return Words::tr("Accuracy lost: %1 (%2) · %3")
        .arg(share(calibration.lossOf(scale)), counts(calibration, scale), pValue(scale));
}

QString promise(const ShownCalibration &shown)
{
    return Words::tr("The promise: on texts like these at most %1 of the answers turn from right to wrong, with a "
                     "confidence of %2.")
        .arg(limit(shown.calibration.loss), format::percent(shown.calibration.confidence));
}

QString caveat(const ShownCalibration &shown)
{
    return shown.fixed
               ? Words::tr("This was set after the results had been seen, which weakens it: the promise holds for "
                           "the loss and confidence fixed before looking, %1 and %2.")
                     .arg(limit(shown.fixed->loss), format::percent(shown.fixed->confidence))
               : QString();
}

QString conditions(const ShownCalibration &shown)
{
    const Calibration &calibration = shown.calibration;
    QStringList parts{Words::tr("n = %1").arg(count(calibration.n)),
                      Words::tr("plain model right on %1")
                          .arg(share(static_cast<double>(calibration.correctPlain) /
                                     static_cast<double>(calibration.n > 0 ? calibration.n : 1)))};
    if (calibration.truncated > 0) {
        parts << Words::tr("%Ln text(s) cut at %1 pieces", nullptr, static_cast<int>(calibration.truncated))
                     .arg(count(calibration.maxLength));
    }
    if (!calibration.skipped.empty()) {
        parts << Words::tr("passed over: %1").arg(translatedCounts(calibration.skipped));
    }
    return (parts << tradeoff::measuredOn(calibration.conditions)).join(QStringLiteral(" · "));
}

QString toolTip(const Calibration &calibration, std::size_t index)
{
    const CalibratedScale &scale = calibration.scales.at(index);
    QStringList thresholds;
    for (const double threshold : scale.thresholds) {
        thresholds << QLocale().toString(threshold, 'g', 3);
    }
    return richTip(Words::tr("thresholds times %1").arg(scaleOf(scale)).toHtmlEscaped(),
                   {Words::tr("%1 fewer operations").arg(format::speedup(calibration.speedup(scale))).toHtmlEscaped(),
                    measured(calibration, index).toHtmlEscaped(), verdict(calibration, index).toHtmlEscaped(),
                    Words::tr("thresholds: %1").arg(thresholds.join(QLatin1Char(' '))).toHtmlEscaped()});
}

QString line(const Calibration &calibration, std::size_t index)
{
    const CalibratedScale &scale = calibration.scales.at(index);
    return Words::tr("thresholds times %1: %2 · %3 · %4")
        .arg(scaleOf(scale), verdict(calibration, index), format::speedup(calibration.speedup(scale)),
             measured(calibration, index));
}

} // namespace calibrationtext
