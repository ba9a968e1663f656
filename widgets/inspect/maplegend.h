// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inspect/tokenmappainter.h"

#include <functional>

/// The legend of a token map: the colour scale with the uniform level and the selected layer's threshold, and the
/// signs.
class MapLegend {
public:
    MapLegend(const TokenMapModel &model, const TokenMapGeometry &geometry, const Palette &palette, ColourScale scale);

    /// Height it needs when `width` wide: signs that find no room beside the scale go below it.
    [[nodiscard]] double heightFor(double width) const;
    /// Paints it from (0, 0); the threshold marked is that of `layer`, none where it is negative.
    void paint(QPainter &painter, double width, int layer) const;

private:
    struct Sign {
        QString text;
        std::function<void(QPainter &, const QRectF &)> mark; ///< none: a sentence by itself
        double width;
    };
    [[nodiscard]] QList<Sign> signs() const;
    [[nodiscard]] double barWidth(double width) const;
    [[nodiscard]] double scaleHeight() const; ///< of the bar with the numbers above and below it
    [[nodiscard]] double signHeight() const;
    /// Where the signs go when `width` wide, and the height of the whole legend.
    [[nodiscard]] QList<QPointF> places(double width, double *height) const;
    void paintScale(QPainter &painter, double width, int layer) const;
    void paintSign(QPainter &painter, const Sign &sign, QPointF at, double width) const;

    const TokenMapModel &m_model;
    const TokenMapGeometry &m_geometry;
    const Palette &m_palette;
    ColourScale m_scale;
};
