// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

#include <functional>
#include <vector>

class QPainter;

/// The signs that maps and legends are made of. They get simpler as the cell gets small, and read without colour.
namespace marks {

/// A filled cell; an invalid `border` means none.
void box(QPainter &painter, const QRectF &cell, const QColor &fill, const QColor &border);
/// Outline of a cell, `width` thick.
void outline(QPainter &painter, const QRectF &cell, const QColor &colour, double width);
/// A cell whose token is gone: slanted lines that end at the cell.
void hatched(QPainter &painter, const QRectF &cell, const QColor &ground, const QColor &lines);
/// The arrow that says "dropped here".
void notch(QPainter &painter, const QRectF &cell, const QColor &ink);
/// Which pieces of a word are still there: one segment each along the top edge.
void segments(QPainter &painter, const QRectF &cell, const std::vector<bool> &stays, const QColor &ink);

/// The bar along the lower edge that says "kept here alone": of a cell of a map, or a word of a text.
void onlyHere(QPainter &painter, const QRectF &cell, const QColor &ink);

/// The dot in a corner that says "the user decides here".
void decided(QPainter &painter, const QRectF &cell, const QColor &ink);

/// A bar in the colours of a scale, `colourAt` its places from 0 to 1.
void scale(QPainter &painter, const QRectF &bar, const QColor &border, const std::function<QColor(double)> &colourAt);

} // namespace marks
