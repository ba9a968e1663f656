// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons, choices, menus of a menu bar and rows of joined buttons.
#include "widgets/style/appstyle_p.h"
#include "widgets/style/palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace appstyle {

namespace {

constexpr double thick = 1.5; // of the frame around what has the keyboard

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

QRect mirrored(const QStyleOption &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

QString elided(const QStyleOptionComboBox &option)
{
    return option.fontMetrics.elidedText(option.currentText, Qt::ElideMiddle, textRoom(option).width() + 2);
}

int arrowRoom(const Button &button)
{
    return button.menu ? button.option.fontMetrics.height() : 0;
}

/// The icon in the ink, if it is a mask: a drawing that says only where there is something.
void drawIcon(const Button &button, const QRect &room, const QColor &ink, QPainter &painter)
{
    const auto mode = has(button.option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
    const auto state = has(button.option, QStyle::State_On) ? QIcon::On : QIcon::Off;
    if (!button.icon.isMask()) {
        button.icon.paint(&painter, room, Qt::AlignCenter, mode, state);
        return;
    }
    const double ratio = painter.device()->devicePixelRatio();
    QPixmap mask = button.icon.pixmap(room.size(), ratio, QIcon::Normal, state);
    QPainter tint(&mask);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(QRect(QPoint(), room.size()), ink);
    tint.end();
    painter.drawPixmap(room.topLeft(), mask);
}

} // namespace

Button buttonOf(const QStyleOptionToolButton &option)
{
    const bool bare = option.state.testFlag(QStyle::State_AutoRaise);
    const bool text = option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool icon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    return {option,
            bare ? Look::Bare : Look::Outlined,
            text || option.icon.isNull() ? option.text : QString(),
            icon ? option.icon : QIcon(),
            option.features.testFlag(QStyleOptionToolButton::HasMenu) && option.text != QChar(0x2026), // says it itself
            option.toolButtonStyle == Qt::ToolButtonTextUnderIcon};
}

Button buttonOf(const QStyleOptionButton &option)
{
    return {option, option.features.testFlag(QStyleOptionButton::DefaultButton) ? Look::Primary : Look::Outlined,
            option.text, option.icon, option.features.testFlag(QStyleOptionButton::HasMenu)};
}

Button buttonOf(const QStyleOptionComboBox &option)
{
    Button button{option, option.frame ? Look::Outlined : Look::Bare, elided(option), {}, true};
    button.textAtStart = true;
    return button;
}

Button buttonOf(const QStyleOptionMenuItem &option)
{
    return {option, Look::Outlined, option.text, option.icon, true};
}

QRect textRoom(const QStyleOptionComboBox &option)
{
    const int line = option.fontMetrics.height();
    return mirrored(option, option.frame ? option.rect.adjusted(line * 4 / 5, 0, -line * 9 / 5, 0)
                                         : option.rect.adjusted(4, 0, -line - 2, 0));
}

QSize sizeOf(const Button &button)
{
    const int line = button.option.fontMetrics.height();
    // The mark of the keyboard short cut takes no room.
    const int text = button.textAtStart ? 0 : button.option.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    if (button.textBelow) {
        return {std::max(text + line, 3 * line), 3 * line + 6};
    }
    if (button.text.isEmpty() && !button.icon.isNull()) {
        return QSize(line, line) * 3 / 2;
    }
    const int whole = text + (button.icon.isNull() ? 0 : line * 3 / 2) + arrowRoom(button);
    if (button.look == Look::Bare) {
        return {std::max(line + 6, whole + (button.textAtStart ? 6 + line / 4 : 8)), line + 6};
    }
    // A choice: its box measures the ink of the text, and letters may reach further.
    const int sides = button.textAtStart ? line * 9 / 5 : button.look == Look::Primary ? 4 * line : 2 * line;
    return {whole + sides, line + 12};
}

void draw(const Button &button, QPainter &painter)
{
    const QStyleOption &option = button.option;
    const Palette colours(option.palette);
    const int line = option.fontMetrics.height();
    const bool enabled = has(option, QStyle::State_Enabled), focus = has(option, QStyle::State_HasFocus);
    const bool chosen = has(option, QStyle::State_On), down = has(option, QStyle::State_Sunken);
    const bool hovered = enabled && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Selected));
    const bool active = chosen || down || hovered;
    const bool primary = button.look == Look::Primary && enabled;
    const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const double round = button.look == Look::Primary && button.text.isEmpty() ? frame.height() / 2 : 6;
    const QColor fill = Palette::mix(colours.accent(), colours.ink(), active ? 0.15 : 0);
    QPen pen(Qt::NoPen);
    if (focus) {
        pen = QPen(button.look == Look::Primary ? colours.ink() : colours.accent(), thick);
    } else if (button.look == Look::Outlined) {
        pen = QPen(colours.line());
    }
    painter.setPen(pen);
    if (button.look == Look::Primary) {
        painter.setBrush(enabled ? fill : colours.gone());
    } else if (button.textBelow && hovered && !chosen && !down) {
        painter.setBrush(colours.hover());
    } else if (active) {
        painter.setBrush(colours.accentSoft());
    } else {
        painter.setBrush(button.look == Look::Outlined ? QBrush(colours.card()) : QBrush(Qt::NoBrush));
    }
    painter.drawRoundedRect(frame, round, round);

    const bool quiet = button.look == Look::Bare && !button.menu && (button.textBelow || !active);
    const QColor ink = !enabled                     ? colours.faint()
                       : primary                    ? Palette::inkOn(fill)
                       : button.textBelow && chosen ? colours.accent()
                       : quiet                      ? colours.quiet()
                                                    : colours.ink();
    if (button.look == Look::Primary || (button.textBelow && chosen)) {
        painter.setFont(bold(painter.font()));
    }
    QRect room = option.rect;
    if (button.textBelow) {
        QRect icon(0, option.rect.top() + line * 9 / 20, line * 23 / 20, line * 23 / 20);
        icon.moveLeft(option.rect.center().x() - icon.width() / 2);
        drawIcon(button, icon, ink, painter);
        room.adjust(0, 0, 0, -line / 3);
    } else if (!button.icon.isNull()) {
        QRect icon(QPoint(), QSize(line, line));
        icon.moveCenter(room.center());
        if (!button.text.isEmpty()) {
            icon.moveLeft(room.left() + line * 3 / 4);
            icon = mirrored(option, icon);
            room = mirrored(option, room.adjusted(line, 0, 0, 0));
        }
        drawIcon(button, icon, ink, painter);
    }
    painter.setPen(ink);
    if (button.textAtStart) {
        room = textRoom(static_cast<const QStyleOptionComboBox &>(option));
    } else if (button.menu) {
        room = mirrored(option, room.adjusted(0, 0, -arrowRoom(button) * 2 / 3, 0));
    }
    const auto across =
        button.textAtStart ? QStyle::visualAlignment(option.direction, Qt::AlignLeft) : Qt::AlignHCenter;
    const auto along = button.textBelow ? Qt::AlignBottom : Qt::AlignVCenter;
    painter.drawText(room, static_cast<int>(across | along) | Qt::TextHideMnemonic,
                     button.textAtStart ? QString(button.text).replace(QLatin1Char('&'), QLatin1String("&&"))
                                        : button.text);
    if (button.menu) {
        const double in = line * (button.look == Look::Bare ? 0.6 : 1.1);
        double end = option.rect.width() - in;
        if (button.textAtStart && button.look == Look::Bare) { // beside the text, however wide other choices are
            end = std::min(end, line + 0.0 + painter.fontMetrics().horizontalAdvance(button.text));
        }
        const double x = option.direction == Qt::LeftToRight ? option.rect.left() + end : option.rect.right() + 1 - end;
        drawArrow(painter, QPointF(x, option.rect.top() + option.rect.height() / 2.0), line * 0.22, false, ink);
    }
}

void drawArrow(QPainter &painter, QPointF centre, double size, bool up, const QColor &ink)
{
    const double down = up ? -size / 2 : size / 2;
    QPainterPath arrow(centre + QPointF(-size, -down));
    arrow.lineTo(centre + QPointF(0, down));
    arrow.lineTo(centre + QPointF(size, -down));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, thick, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrow);
}

QSize sizeOf(const QStyleOptionTab &option, QFont font)
{
    const QFontMetrics widest(bold(std::move(font))); // choosing one moves nothing
    return {widest.size(Qt::TextShowMnemonic, option.text).width() + widest.height() * 5 / 4, widest.height() + 8};
}

void draw(const QStyleOptionTab &option, QFont font, QPainter &painter)
{
    const Palette colours(option.palette);
    const bool chosen = has(option, QStyle::State_Selected), enabled = has(option, QStyle::State_Enabled);
    const bool only = option.position == QStyleOptionTab::OnlyOneTab;
    const bool leading = option.position == QStyleOptionTab::Beginning,
               trailing = option.position == QStyleOptionTab::End;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const bool left = only || (mirrored ? trailing : leading), right = only || (mirrored ? leading : trailing);
    painter.setClipRect(option.rect);
    // Inner ends lie outside the clip, so that only the outer corners are round.
    const QRectF frame = QRectF(option.rect).adjusted(left ? 0.5 : -8, 0.5, right ? -0.5 : 8, -0.5);
    painter.setPen(QPen(colours.line(), 1));
    painter.setBrush(chosen                                            ? colours.accentSoft()
                     : has(option, QStyle::State_MouseOver) && enabled ? colours.hover()
                                                                       : colours.card());
    painter.drawRoundedRect(frame, 6, 6);
    if (!left) {
        painter.drawLine(
            QLineF(option.rect.left() + 0.5, option.rect.top() + 1, option.rect.left() + 0.5, option.rect.bottom()));
    }
    if (has(option, QStyle::State_HasFocus)) {
        painter.setPen(QPen(colours.accent(), thick));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 4, 4);
    }
    painter.setFont(chosen ? bold(std::move(font)) : std::move(font));
    painter.setPen(!enabled ? colours.faint() : chosen ? colours.accent() : colours.ink());
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
}

} // namespace appstyle
