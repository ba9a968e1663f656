// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;
class QPainter;

/// Paints a plot into a figure, at the painter's place, in a size of the figure's.
void drawPlot(QPainter &painter, QCustomPlot &plot, int width, int height);
