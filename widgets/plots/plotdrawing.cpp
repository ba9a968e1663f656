// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotdrawing.h"

#include "widgets/plots/qcp.h"

#include <QPainter>
#include <QPicture>

void drawPlot(QPainter &painter, QCustomPlot &plot, int width, int height)
{
    // QCustomPlot paints with a painter class of its own, which is made of the device and takes over our place on it.
    QPicture picture;
    QCPPainter recorder(&picture);
    recorder.setMode(QCPPainter::pmVectorized);
    recorder.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&recorder, width, height);
    recorder.end();
    painter.drawPicture(0, 0, picture);
}
