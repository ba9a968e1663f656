// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/marks.h"

#include <QLinearGradient>
#include <QList>
#include <QPainter>

#include <algorithm>

namespace marks {

namespace {

double radiusOf(const QRectF &cell)
{
    return std::min({4.0, cell.width() / 4, cell.height() / 4});
}

} // namespace

void box(QPainter &painter, const QRectF &cell, const QColor &fill, const QColor &border)
{
    if (cell.width() < 8) {
        painter.fillRect(cell, fill);
        return;
    }
    const bool bordered = border.isValid();
    painter.setPen(bordered ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(bordered ? cell.adjusted(0.5, 0.5, -0.5, -0.5) : cell, radiusOf(cell), radiusOf(cell));
}

void outline(QPainter &painter, const QRectF &cell, const QColor &colour, double width)
{
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    const double inset = width / 2;
    painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), radiusOf(cell), radiusOf(cell));
}

void hatched(QPainter &painter, const QRectF &cell, const QColor &ground, const QColor &lines)
{
    box(painter, cell, ground, QColor());
    if (cell.width() < 8) {
        return;
    }
    // Lines along x + y = c, cut at the cell by hand: pattern brushes differ between screen, SVG and PDF.
    constexpr double spacing = 7, inset = 2;
    const QRectF inner = cell.adjusted(inset, inset, -inset, -inset);
    QList<QLineF> hatching;
    for (double c = inner.left() + inner.top() + spacing / 2; c < inner.right() + inner.bottom(); c += spacing) {
        const double x1 = std::max(inner.left(), c - inner.bottom());
        const double x2 = std::min(inner.right(), c - inner.top());
        hatching.append(QLineF(x1, c - x1, x2, c - x2));
    }
    painter.setPen(QPen(lines, 1));
    painter.drawLines(hatching);
}

void notch(QPainter &painter, const QRectF &cell, const QColor &ink)
{
    if (cell.width() < 6) {
        return;
    }
    const double half = std::min({5.0, cell.width() / 4, cell.height() / 4});
    const QPointF tip(cell.center().x(), cell.bottom() - std::max(3.0, cell.height() * 0.12));
    painter.setPen(QPen(ink, half > 3 ? 2 : 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF arrow[] = {tip + QPointF(-half, -half), tip, tip + QPointF(half, -half)};
    painter.drawPolyline(arrow, 3);
}

void segments(QPainter &painter, const QRectF &cell, const std::vector<bool> &stays, const QColor &ink)
{
    if (cell.width() < 8) {
        return;
    }
    const double width = (cell.width() - 8) / static_cast<double>(stays.size());
    if (width < 3) {
        // No room to tell which: a single bar, half filled.
        const QRectF bar(cell.left() + 1, cell.top() + 2, std::max(cell.width() - 2, 1.0), 3);
        painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() / 2, bar.height())), ink);
        return;
    }
    const double height = std::clamp(cell.height() * 0.12, 3.0, 5.0);
    for (std::size_t i = 0; i < stays.size(); ++i) {
        const QRectF segment(cell.left() + 4 + width * static_cast<double>(i) + 0.5,
                             cell.top() + (cell.height() < 24 ? 2 : 4), width - 1.5, height);
        if (stays[i]) {
            painter.fillRect(segment, ink);
        } else {
            painter.setPen(QPen(ink, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(segment.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
}

void onlyHere(QPainter &painter, const QRectF &cell, const QColor &ink)
{
    const double thickness = std::clamp(std::round(cell.height() / 8), 2.0, 3.0);
    const double inset = cell.width() < 8 ? 0 : 2;
    painter.fillRect(
        QRectF(cell.left() + inset, cell.bottom() - thickness - inset / 2, cell.width() - 2 * inset, thickness), ink);
}

void decided(QPainter &painter, const QRectF &cell, const QColor &ink)
{
    const double size = std::clamp(std::min(cell.width(), cell.height()) / 3, 2.0, 6.0);
    const double inset = cell.width() < 8 ? 0 : 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QRectF(cell.right() - inset - size, cell.top() + inset, size, size));
    painter.restore();
}

void scale(QPainter &painter, const QRectF &bar, const QColor &border, const std::function<QColor(double)> &colourAt)
{
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    constexpr int stops = 12;
    for (int i = 0; i <= stops; ++i) {
        gradient.setColorAt(static_cast<double>(i) / stops, colourAt(static_cast<double>(i) / stops));
    }
    painter.setPen(QPen(border, 1));
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace marks
