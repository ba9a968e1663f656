// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/trace/tokenmapmodel.h"
#include "widgets/style/drawing.h"
#include "widgets/inspect/tokenmappainter.h"

/// How an exported token map looks. It depends on nothing of the window: not its size, zoom or palette.
struct FigureOptions {
    TokenMapModel::Mode mode = TokenMapModel::Mode::Words;
    ColourScale colours = ColourScale::Relative;
    int columnsPerBand = 32; ///< longer texts get narrow cells, and bands one below the other, twice as many to each
};

/// The token maps of two analyses of a text, one above the other under their names, and in one sentence which words only
/// one of them keeps to the end.
[[nodiscard]] Drawing besideDrawing(std::shared_ptr<const adaplens::Trace> first,
                                    std::shared_ptr<const adaplens::Trace> second, const FigureOptions &options = {});

/// The token map of a trace, which must outlive the drawing, with title, legend and prediction.
[[nodiscard]] Drawing tokenMapDrawing(const adaplens::Trace &trace, const FigureOptions &options = {});
