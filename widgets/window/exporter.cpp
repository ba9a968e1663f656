// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/exporter.h"

#include "core/io/atomicfile.h"
#include "core/trace/tracecsv.h"
#include "core/trace/tracejson.h"

#include <QFileInfo>

void exportTrace(const adaplens::Trace &trace, const QString &path, const FigureOptions &figure)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const std::filesystem::path file = QFileInfo(path).filesystemAbsoluteFilePath();
    if (suffix == QLatin1String("json")) {
        adaplens::writeFile(file, adaplens::traceToJson(trace));
    } else if (suffix == QLatin1String("csv")) {
        adaplens::writeFile(file, adaplens::traceToCsv(trace));
    } else {
        exportDrawing(tokenMapDrawing(trace, figure), path);
    }
}
