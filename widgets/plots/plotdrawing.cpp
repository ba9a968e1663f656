// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotdrawing.h"

#include "widgets/plots/qcp.h"

#include <QFontMetricsF>
#include <QGuiApplication>
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

QFont figureType(int pixels, bool bold)
{
    QFont type = QGuiApplication::font();
    type.setPixelSize(pixels);
    type.setBold(bold);
    return type;
}

double drawText(QPainter *painter, QPointF place, double width, const QString &text, const QFont &type,
                const QColor &ink)
{
    constexpr double most = 400;
    const QRectF room(place, QSizeF(width, most));
    if (painter) {
        painter->setFont(type);
        painter->setPen(ink);
        painter->drawText(room, Qt::TextWordWrap, text);
    }
    return QFontMetricsF(type).boundingRect(room, Qt::TextWordWrap, text).height();
}
