// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>

class QCustomPlot;
class QPainter;
class QString;

/// Paints a plot into a figure, at the painter's place, in a size of the figure's.
void drawPlot(QPainter &painter, QCustomPlot &plot, int width, int height);

/// Type of a figure: the program's, in pixels of the figure.
[[nodiscard]] QFont figureType(int pixels, bool bold);
/// Writes a text into a figure, wrapped at a width; without a painter it is only measured. Returns the height it takes.
double drawText(QPainter *painter, QPointF place, double width, const QString &text, const QFont &type,
                const QColor &ink);
