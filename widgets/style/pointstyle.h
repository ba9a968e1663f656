// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/palette.h"

#include <QPainterPath>

#include <string>
#include <vector>

class QPainter;

/// How points of the trade of accuracy against cost are drawn wherever they are shown. Each method ("adapler", "bert",
/// "random") has a colour and a mark of its own: they keep apart for the colour-blind and in grey, too. Floors are grey.
namespace pointstyle {

enum class Fill {
    Full,  ///< measured here
    Light, ///< measured here, in a further one of several sets of points
    Hollow ///< published, measured elsewhere
};

/// All methods with a line of their own, in the order in which they are listed.
[[nodiscard]] std::vector<std::string> methods();
/// Its place in that order; that of a method without a line of its own is behind all.
[[nodiscard]] std::size_t rank(const std::string &method);
[[nodiscard]] QColor colour(const std::string &method, const Palette &palette);
/// Its outline, in a circle of radius 1 around the origin.
[[nodiscard]] QPainterPath mark(const std::string &method);
/// What the mark is filled with, its outline having colour().
[[nodiscard]] QColor fillOf(const std::string &method, Fill fill, const Palette &palette);
void draw(QPainter &painter, QPointF centre, double radius, const std::string &method, Fill fill,
          const Palette &palette);

} // namespace pointstyle
