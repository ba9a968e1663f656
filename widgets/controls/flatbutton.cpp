// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/flatbutton.h"

#include "widgets/style/palette.h"

#include <QPainter>
#include <QPainterPath>

FlatButton::FlatButton(const QString &text, Look look, QWidget *parent) : QToolButton(parent), m_look(look)
{
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

int FlatButton::arrowRoom() const
{
    return menu() ? fontMetrics().height() : 0;
}

QSize FlatButton::sizeHint() const
{
    const int line = fontMetrics().height();
    // The mark of the keyboard short cut takes no room.
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width() + arrowRoom();
    if (m_look == Look::Bare) {
        const int side = line + 6;
        return {std::max(side, text + 8), side};
    }
    return {text + (m_look == Look::Primary ? 4 : 2) * line, line + 12};
}

void FlatButton::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool active = isDown() || isChecked() || (isEnabled() && underMouse());
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool filled = m_look == Look::Primary && isEnabled();
    const QColor fill = Palette::mix(colours.accent(), colours.ink(), active ? 0.15 : 0);
    if (m_look == Look::Primary) {
        painter.setBrush(filled ? fill : colours.gone());
        painter.setPen(hasFocus() ? QPen(colours.ink(), 1.5) : QPen(Qt::transparent));
        painter.drawRoundedRect(frame, 6, 6);
    } else if (m_look == Look::Outlined || active || hasFocus()) {
        painter.setBrush(active                     ? colours.accentSoft()
                         : m_look == Look::Outlined ? colours.card()
                                                    : QColor(Qt::transparent));
        painter.setPen(hasFocus() ? QPen(colours.accent(), 1.5)
                                  : QPen(m_look == Look::Outlined ? colours.line() : QColor(Qt::transparent)));
        painter.drawRoundedRect(frame, 6, 6);
    }
    const QColor ink = !isEnabled()                                 ? colours.faint()
                       : filled                                     ? Palette::inkOn(fill)
                       : m_look == Look::Bare && !active && !menu() ? colours.quiet()
                                                                    : colours.ink();
    painter.setPen(ink);
    if (m_look == Look::Primary) {
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
    }
    const QRect room = rect().adjusted(0, 0, -arrowRoom() * 2 / 3, 0);
    painter.drawText(room, Qt::AlignCenter | Qt::TextHideMnemonic, text());
    if (menu()) {
        const double size = fontMetrics().height() * 0.22;
        const QPointF centre(width() - fontMetrics().height() * (m_look == Look::Bare ? 0.6 : 1.1), height() / 2.0);
        QPainterPath arrow(centre + QPointF(-size, -size / 2));
        arrow.lineTo(centre + QPointF(0, size / 2));
        arrow.lineTo(centre + QPointF(size, -size / 2));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(arrow);
    }
}
