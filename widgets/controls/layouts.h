// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QBoxLayout;
class QLayout;
class QWidget;

/// A widget, or a layout of some, that stands in a row or column; `stretch` is its share of the room that is left.
struct LayoutPart {
    LayoutPart(QWidget *part, int share = 0) : widget(part), stretch(share) {}
    LayoutPart(QLayout *part, int share = 0) : layout(part), stretch(share) {}

    QWidget *widget = nullptr;
    QLayout *layout = nullptr;
    int stretch = 0;
};

/// Puts parts below one another, without a margin around them. Without a `widget` it is for another layout. A spacing of
/// -1 is the style's.
QBoxLayout *columnIn(QWidget *widget, int spacing, std::initializer_list<LayoutPart> parts);
/// Puts parts beside one another.
QBoxLayout *rowIn(QWidget *widget, int spacing, std::initializer_list<LayoutPart> parts);
