// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/trace/tokenmapmodel.h"
#include "widgets/style/drawing.h"
#include "widgets/inspect/tokenmappainter.h"

#include <QByteArray>
#include <QString>

/// How an exported token map looks. It depends on nothing of the window: not its size, zoom or palette.
struct FigureOptions {
    TokenMapModel::Mode mode = TokenMapModel::Mode::Words;
    ColourScale colours = ColourScale::Relative;
    QString title;           ///< empty = the model's name
    double scale = 2;        ///< PNG only: pixels per unit of the drawing
    int columnsPerBand = 32; ///< longer texts get narrow cells, and bands one below the other, twice as many to each
};

/// The token map of a trace with title, legend and prediction as a file's bytes.
[[nodiscard]] QByteArray renderFigure(const adaplens::Trace &trace, FigureFormat format,
                                      const FigureOptions &options = {});

/// Writes it to `path`, whose suffix (.png, .svg, .pdf) is the format; an existing file is replaced as a whole or not
/// at all. Throws adaplens::Error with one sentence naming the file and what went wrong.
void exportFigure(const adaplens::Trace &trace, const QString &path, const FigureOptions &options = {});
