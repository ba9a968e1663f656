// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/chip.h"

#include "widgets/style/palette.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

Chip::Chip(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setNote(const QString &note)
{
    if (note != m_note) {
        m_note = note;
        setAccessibleDescription(note);
        updateGeometry();
        update();
    }
}

void Chip::setProgress(double progress)
{
    m_progress = progress;
    update();
}

QSize Chip::sizeHint() const
{
    const int line = fontMetrics().height();
    const int note = m_note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_note) + line / 2;
    return {fontMetrics().horizontalAdvance(text()) + note + line * 9 / 4, line + 8};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    const QColor own = isEnabled() ? colour(colours) : colours.faint();
    const double line = fontMetrics().height();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath pill;
    pill.addRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    painter.fillPath(pill, isChecked() ? Palette::mix(colours.card(), own, colours.dark() ? 0.28 : 0.14)
                           : isEnabled() && underMouse() ? colours.hover()
                                                         : colours.card());
    if (m_progress >= 0) {
        painter.setClipPath(pill);
        painter.fillRect(along(QRectF(frame.left(), frame.bottom() - 4, frame.width() * std::min(m_progress, 1.0), 4)),
                         own);
        painter.setClipping(false);
    }
    painter.setPen(hasFocus() ? QPen(colours.accent(), 2) : QPen(isChecked() ? own : colours.line(), 1));
    painter.drawPath(pill);

    paintMark(painter, along(QRectF(line * 0.6, frame.center().y() - line * 0.27, line * 0.54, line * 0.54)), own);
    const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    const auto end = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter);
    const QRectF room = along(QRectF(line * 3 / 2, 0, width() - line * 21 / 10, height()));
    painter.setPen(!isEnabled() ? colours.faint() : isChecked() ? colours.ink() : colours.quiet());
    painter.drawText(room, static_cast<int>(start), text());
    painter.setPen(isEnabled() ? colours.quiet() : colours.faint());
    painter.drawText(room, static_cast<int>(end), m_note);
}

void Chip::paintMark(QPainter &painter, const QRectF &box, const QColor &own) const
{
    painter.setPen(QPen(own, 1.5));
    painter.setBrush(isChecked() ? QBrush(own) : QBrush(Qt::NoBrush));
    painter.drawEllipse(box);
}

/// The place of a part, counted from the side at which lines begin.
QRectF Chip::along(QRectF place) const
{
    if (isRightToLeft()) {
        place.moveLeft(width() - place.right());
    }
    return place;
}
