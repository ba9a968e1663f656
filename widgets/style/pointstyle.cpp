// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/pointstyle.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace {

QPainterPath closed(std::initializer_list<QPointF> corners)
{
    QPainterPath path(*corners.begin());
    for (const QPointF &corner : corners) {
        path.lineTo(corner);
    }
    path.closeSubpath();
    return path;
}

/// A polygon with its first corner at the top; its inner corners, if it is a star, at `inner` of the radius.
QPainterPath regular(int corners, double inner = 1)
{
    const int count = inner < 1 ? 2 * corners : corners;
    QPainterPath path(QPointF(0, -1));
    for (int i = 1; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count, radius = i % 2 == 1 ? inner : 1;
        path.lineTo(radius * std::sin(angle), -radius * std::cos(angle));
    }
    path.closeSubpath();
    return path;
}

QPainterPath disc()
{
    QPainterPath path;
    path.addEllipse(QPointF(), 0.88, 0.88);
    return path;
}

QPainterPath square()
{
    return closed({{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}});
}

QPainterPath upright()
{
    return closed({{0, -1}, {1, 0.75}, {-1, 0.75}});
}

QPainterPath diamond()
{
    return closed({{0, -1.1}, {0.8, 0}, {0, 1.1}, {-0.8, 0}});
}

QPainterPath star()
{
    return regular(5, 0.45).translated(0, 0.05);
}

QPainterPath fourPointed()
{
    return regular(4, 0.36);
}

QPainterPath hourglass()
{
    return closed({{-0.85, -0.95}, {0.85, -0.95}, {-0.85, 0.95}, {0.85, 0.95}});
}

QPainterPath bar()
{
    return closed({{-1, -0.4}, {1, -0.4}, {1, 0.4}, {-1, 0.4}});
}

QPainterPath plus()
{
    constexpr double arm = 0.32;
    return closed({{-arm, -1},
                   {arm, -1},
                   {arm, -arm},
                   {1, -arm},
                   {1, arm},
                   {arm, arm},
                   {arm, 1},
                   {-arm, 1},
                   {-arm, arm},
                   {-1, arm},
                   {-1, -arm},
                   {-arm, -arm}});
}

QPainterPath turned(const QPainterPath &path, double degrees)
{
    return QTransform().rotate(degrees).map(path);
}

QPainterPath cross()
{
    return turned(plus(), 45);
}

QPainterPath downward()
{
    return turned(upright(), 180);
}

QPainterPath leftward()
{
    return turned(upright(), -90);
}

QPainterPath rightward()
{
    return turned(upright(), 90);
}

struct Entry {
    const char *method;
    QPainterPath (*mark)();
    QColor (Palette::*own)() const; ///< one of the palette's, which means the same elsewhere; null = those below
    QRgb light = 0, dark = 0;
};

constexpr std::array entries{
    Entry{"adapler", disc, &Palette::above},
    Entry{"power", square, nullptr, 0xffb63fd8, 0xffef7cff},
    Entry{"trbert", upright, nullptr, 0xff4a4a10, 0xffefe85a},
    Entry{"distil", diamond, nullptr, 0xff0d4258, 0xff3588a8},
    Entry{"bert", star, &Palette::plain},
    Entry{"attention-topk", downward, &Palette::quiet},
    Entry{"first", leftward, &Palette::quiet},
    Entry{"last", rightward, &Palette::quiet},
    Entry{"random", cross, &Palette::plain},
    Entry{"top", fourPointed, &Palette::quiet},
    Entry{"pabee", hourglass, &Palette::quiet},
    Entry{"fastbert", plus, &Palette::quiet},
};

constexpr Entry unknown{"", bar, &Palette::quiet};

const Entry &entryOf(const std::string &method)
{
    const auto *found = std::ranges::find_if(entries, [&](const Entry &entry) { return method == entry.method; });
    return found == entries.end() ? unknown : *found;
}

} // namespace

namespace pointstyle {

std::vector<std::string> methods()
{
    std::vector<std::string> names;
    for (const Entry &entry : entries) {
        names.emplace_back(entry.method);
    }
    return names;
}

std::size_t rank(const std::string &method)
{
    const auto *found = std::ranges::find_if(entries, [&](const Entry &entry) { return method == entry.method; });
    return static_cast<std::size_t>(found - entries.begin());
}

QColor colour(const std::string &method, const Palette &palette)
{
    const Entry &entry = entryOf(method);
    return entry.own ? (palette.*entry.own)() : QColor(palette.dark() ? entry.dark : entry.light);
}

QPainterPath mark(const std::string &method)
{
    return entryOf(method).mark();
}

QColor fillOf(const std::string &method, Fill fill, const Palette &palette)
{
    return fill == Fill::Full ? colour(method, palette)
                              : Palette::mix(palette.card(), colour(method, palette), fill == Fill::Light ? 0.35 : 0);
}

void draw(QPainter &painter, QPointF centre, double radius, const std::string &method, Fill fill,
          const Palette &palette)
{
    painter.save();
    painter.setPen(QPen(colour(method, palette), 1.5));
    painter.setBrush(fillOf(method, fill, palette));
    painter.drawPath(QTransform().translate(centre.x(), centre.y()).scale(radius, radius).map(mark(method)));
    painter.restore();
}

} // namespace pointstyle
