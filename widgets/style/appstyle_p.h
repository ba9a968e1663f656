// SPDX-License-Identifier: GPL-3.0-or-later
// What AppStyle draws, one file a family of widgets. Sizes are in pixels, and follow the option's font.
#pragma once

#include <QStyleOption>

class QPainter;

namespace appstyle {

enum class Look { Outlined, Bare, Primary };

/// What buttons of all kinds have: text, an icon, a menu.
struct Button {
    const QStyleOption &option;
    Look look = Look::Outlined;
    QString text;
    QIcon icon;
    bool menu = false;      ///< an arrow at its end
    bool textBelow = false; ///< the icon above the text
    bool textAtStart = false;
};

[[nodiscard]] Button buttonOf(const QStyleOptionToolButton &option);
[[nodiscard]] Button buttonOf(const QStyleOptionButton &option);
[[nodiscard]] Button buttonOf(const QStyleOptionComboBox &option);
[[nodiscard]] Button buttonOf(const QStyleOptionMenuItem &option);
[[nodiscard]] QSize sizeOf(const Button &button);
void draw(const Button &button, QPainter &painter);
/// Room for the text of a choice; what stands at the end is the arrow.
[[nodiscard]] QRect textRoom(const QStyleOptionComboBox &option);

[[nodiscard]] QSize sizeOf(const QStyleOptionTab &option, QFont font);
void draw(const QStyleOptionTab &option, QFont font, QPainter &painter);

[[nodiscard]] QRect handleOf(const QStyleOptionSlider &option);
void draw(const QStyleOptionSlider &option, QPainter &painter);
void draw(const QStyleOptionProgressBar &option, QPainter &painter);
void drawCheck(const QStyleOption &option, QPainter &painter);
void drawRadio(const QStyleOption &option, QPainter &painter);
void drawLineFrame(const QStyleOption &option, QPainter &painter);
/// The handle between panels: plain space until the pointer is on it.
void drawHandle(const QStyleOption &option, QPainter &painter);

/// Height of a row of a table.
[[nodiscard]] int rowHeight(const QFontMetrics &metrics);
[[nodiscard]] QSize sizeOf(const QStyleOptionHeader &option, const QFont &font, bool wrapped);
void draw(const QStyleOptionHeader &option, const QFont &font, bool wrapped, QPainter &painter);
[[nodiscard]] QSize sizeOf(const QStyleOptionViewItem &option);
void draw(const QStyleOptionViewItem &option, QPainter &painter);

/// A small arrow head, pointing down or up.
void drawArrow(QPainter &painter, QPointF centre, double size, bool up, const QColor &ink);

} // namespace appstyle
