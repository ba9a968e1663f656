// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/methodchip.h"

#include "widgets/style/methods.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

MethodChip::MethodChip(adaplens::ScoreMethod method, QWidget *parent) : QAbstractButton(parent), m_method(method)
{
    setText(methods::name(method));
    setToolTip(methods::explanation(method));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MethodChip::setNote(const QString &note)
{
    if (note != m_note) {
        m_note = note;
        setAccessibleDescription(note);
        updateGeometry();
        update();
    }
}

void MethodChip::setProgress(double progress)
{
    m_progress = progress;
    update();
}

QSize MethodChip::sizeHint() const
{
    const int line = fontMetrics().height();
    const int note = m_note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_note) + line / 2;
    return {fontMetrics().horizontalAdvance(text()) + note + line * 9 / 4, line + 10};
}

void MethodChip::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    const QColor own = colours.method(methods::colourOf(m_method));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double radius = frame.height() / 2;
    QPainterPath pill;
    pill.addRoundedRect(frame, radius, radius);
    const double strength = isChecked() ? (colours.dark() ? 0.3 : 0.16) : underMouse() ? 0.08 : 0.0;
    painter.fillPath(pill, Palette::mix(colours.card(), own, strength));
    if (m_progress >= 0) {
        painter.save();
        painter.setClipPath(pill);
        painter.fillRect(QRectF(frame.left(), frame.bottom() - 4, frame.width() * std::min(m_progress, 1.0), 4), own);
        painter.restore();
    }
    painter.setPen(hasFocus() ? QPen(colours.accent(), 2) : QPen(isChecked() ? own : colours.line(), 1));
    painter.drawPath(pill);

    const double line = fontMetrics().height();
    const QRectF dot(frame.left() + line * 0.55, frame.center().y() - line * 0.27, line * 0.54, line * 0.54);
    painter.setPen(QPen(own, 1.5));
    painter.setBrush(isChecked() ? QBrush(own) : QBrush(Qt::NoBrush));
    painter.drawEllipse(dot);
    painter.setPen(isChecked() ? colours.ink() : colours.quiet());
    const double x = dot.right() + line * 0.4;
    painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (!m_note.isEmpty()) {
        painter.setPen(colours.quiet());
        painter.drawText(QRectF(0, 0, frame.right() - line * 0.6, height()), Qt::AlignRight | Qt::AlignVCenter, m_note);
    }
}
