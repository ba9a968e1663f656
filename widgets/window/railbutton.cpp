// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/railbutton.h"

#include "widgets/style/palette.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace {

/// Draws a sign into the square from (0, 0) to (1, 1) with a pen that keeps its width.
void drawIcon(QPainter &painter, PageIcon icon)
{
    const auto line = [&painter](std::initializer_list<QPointF> points) { painter.drawPolyline(QPolygonF(points)); };
    const auto fill = [&painter](const QRectF &box) { painter.fillRect(box, painter.pen().color()); };
    switch (icon) {
    case PageIcon::Dot:
        painter.drawEllipse(QPointF(0.5, 0.5), 0.36, 0.36);
        break;
    case PageIcon::Inspect:
        painter.drawEllipse(QPointF(0.43, 0.43), 0.3, 0.3);
        line({{0.65, 0.65}, {0.92, 0.92}});
        break;
    case PageIcon::Compare:
        for (const double y : {0.14, 0.42, 0.7}) {
            line({{0.08, y + 0.08}, {0.92, y + 0.08}});
        }
        fill({0.2, 0.12, 0.2, 0.2});
        fill({0.55, 0.4, 0.2, 0.2});
        fill({0.3, 0.68, 0.2, 0.2});
        break;
    case PageIcon::Annotate:
        line({{0.62, 0.12}, {0.86, 0.36}, {0.42, 0.8}, {0.18, 0.8}, {0.18, 0.56}, {0.62, 0.12}});
        line({{0.5, 0.24}, {0.74, 0.48}});
        line({{0.08, 0.96}, {0.92, 0.96}});
        break;
    case PageIcon::Evaluate:
        line({{0.1, 0.08}, {0.1, 0.9}, {0.94, 0.9}});
        line({{0.2, 0.72}, {0.42, 0.5}, {0.6, 0.56}, {0.9, 0.2}});
        break;
    case PageIcon::TradeOff:
        line({{0.1, 0.08}, {0.1, 0.9}, {0.94, 0.9}});
        for (const QPointF point : {QPointF(0.3, 0.26), QPointF(0.52, 0.34), QPointF(0.74, 0.6)}) {
            painter.drawEllipse(point, 0.07, 0.07);
        }
        break;
    case PageIcon::Train:
        line({{0.1, 0.08}, {0.1, 0.9}, {0.94, 0.9}});
        line({{0.2, 0.18}, {0.34, 0.52}, {0.56, 0.7}, {0.9, 0.76}});
        break;
    }
}

} // namespace

RailButton::RailButton(const QString &title, PageIcon icon, QWidget *parent)
    : FlatButton(title, Look::Bare, parent), m_icon(icon)
{
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const
{
    const int line = fontMetrics().height();
    return {std::max(fontMetrics().size(Qt::TextShowMnemonic, text()).width() + line, 3 * line), 3 * line + 6};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool active = isChecked() || isDown() || underMouse();
    if (active || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colours.accent(), 1.5) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() || isDown() ? colours.accentSoft()
                         : active                ? Palette::mix(colours.card(), colours.ink(), 0.05)
                                                 : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    const QColor ink = isChecked() ? colours.accent() : colours.quiet();
    const int line = fontMetrics().height();
    const double size = line * 1.15;
    painter.save();
    painter.translate((width() - size) / 2, line * 0.45);
    painter.scale(size, size);
    QPen pen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    drawIcon(painter, m_icon);
    painter.restore();
    QFont label = font();
    label.setBold(isChecked());
    painter.setFont(label);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(0, 0, 0, -line / 3), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextHideMnemonic,
                     text());
}
