// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationfigure.h"

#include "core/io/atomicfile.h"
#include "widgets/plots/plotdrawing.h"
#include "widgets/plots/qcp.h"
#include "widgets/style/colourscheme.h"
#include "widgets/style/palette.h"
#include "widgets/tradeoff/calibrationplot.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>

#include <cmath>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CalibrationFigure)
};

constexpr int border = 28, width = 860, plotHeight = 440;

QString titleOf(const ShownCalibration &shown)
{
    return Words::tr("As fast as is safe: %1").arg(calibrationtext::name(shown));
}

/// The parts from top to bottom. Without a painter they are only measured. Returns the height that all takes.
double paint(const ShownCalibration &shown, QPainter *painter)
{
    const Palette palette = Palette::paper();
    const adaplens::Calibration &calibration = shown.calibration;
    double y = border;
    const auto write = [&](const QString &text, const QFont &type, const QColor &ink) {
        if (!text.isEmpty()) {
            y += drawText(painter, {border, y}, width, text, type, ink) + 4;
        }
    };
    write(titleOf(shown), figureType(20, true), palette.ink());
    y += 8;
    if (painter) {
        CalibrationPlot plot;
        plot.setPalette(lightPalette());
        plot.setFont(figureType(15, false));
        plot.setCalibration(calibration);
        painter->save();
        painter->translate(border, y);
        drawPlot(*painter, *plot.plot(), width, plotHeight);
        painter->restore();
    }
    y += plotHeight + 12;
    write(CalibrationPlot::tr("filled: keeps the promise · hollow: does not · ring: chosen · dashed: the loss allowed"),
          figureType(12, false), palette.quiet());
    write(calibration.chosen ? Words::tr("%1 %2").arg(calibrationtext::speedup(shown), calibrationtext::answer(shown))
                             : calibrationtext::answer(shown),
          figureType(15, true), palette.ink());
    if (calibration.chosen) {
        write(calibrationtext::measured(calibration, *calibration.chosen), figureType(15, false), palette.ink());
    }
    write(calibrationtext::promise(shown), figureType(15, false), palette.ink());
    write(calibrationtext::caveat(shown), figureType(12, false), palette.quiet());
    write(calibrationtext::conditions(shown), figureType(12, false), palette.quiet());
    return y + border - 8;
}

} // namespace

Drawing calibrationFigure(const ShownCalibration &shown)
{
    const QSizeF size(width + 2 * border, std::ceil(paint(shown, nullptr)));
    return {size, titleOf(shown), [shown, size](QPainter &painter) {
                painter.fillRect(QRectF(QPointF(), size), Qt::white);
                paint(shown, &painter);
            }};
}

void writeCalibration(const ShownCalibration &shown, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const std::filesystem::path file = QFileInfo(path).filesystemAbsoluteFilePath();
    if (suffix == QLatin1String("json")) {
        adaplens::writeFile(file, toJson(shown.calibration) + '\n');
    } else if (suffix == QLatin1String("csv")) {
        adaplens::writeFile(file, toCsv(shown.calibration));
    } else {
        exportDrawing(calibrationFigure(shown), path);
    }
}
