// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/exporter.h"

#include "core/io/atomicfile.h"
#include "core/trace/tracecsv.h"
#include "core/trace/tracejson.h"
#include "core/webpage/webpage.h"
#include "widgets/style/coretext.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

namespace {

/// In the language of the window.
std::string pageOf(const adaplens::Trace &trace, const FigureOptions &figure)
{
    return adaplens::webPage({&trace, 1},
                             {.language = QLocale().bcp47Name().toStdString(),
                              .rightToLeft = QGuiApplication::isRightToLeft(),
                              .say = [](const adaplens::Message &text) { return translated(text).toStdString(); },
                              .byPiece = figure.mode == TokenMapModel::Mode::Pieces});
}

} // namespace

void exportTrace(const adaplens::Trace &trace, const QString &path, const FigureOptions &figure)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const std::filesystem::path file = QFileInfo(path).filesystemAbsoluteFilePath();
    if (suffix == QLatin1String("json")) {
        adaplens::writeFile(file, adaplens::traceToJson(trace));
    } else if (suffix == QLatin1String("csv")) {
        adaplens::writeFile(file, adaplens::traceToCsv(trace));
    } else if (suffix == QLatin1String("html") || suffix == QLatin1String("htm")) {
        adaplens::writeFile(file, pageOf(trace, figure));
    } else {
        exportDrawing(tokenMapDrawing(trace, figure), path);
    }
}
