// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/style/palette.h"
#include "widgets/inspect/tokenmapgeometry.h"

class QPainter;

/// What the colours of the token map measure: score against the uniform level, or the score itself.
enum class ColourScale { Relative, Absolute };

/// What is painted in one cell of the token map.
struct CellState {
    bool notch = false;    ///< the arrow: a piece is dropped here
    bool hatched = false;  ///< the token is gone
    bool selected = false; ///< the ring
    bool onlyHere = false; ///< the bar: an analysis beside this one has dropped the word
    bool decided = false;  ///< the dot: the user decides about it
    QColor fill;           ///< ground of the cell
};

/// Paints a token map, or a range of its columns, with any QPainter: the window and the exported figure share it.
class TokenMapPainter {
public:
    /// All of them must outlive the painter.
    TokenMapPainter(const TokenMapModel &model, const TokenMapGeometry &geometry, const Palette &palette,
                    ColourScale scale);

    void setSelected(int layer, int column) { m_layer = layer, m_column = column; }
    void setHovered(int layer, int column) { m_hoveredLayer = layer, m_hoveredColumn = column; }
    void setFocused(bool focused) { m_focused = focused; }

    [[nodiscard]] CellState state(int layer, int column) const;

    /// Column labels; the painter's origin is the bottom left of the header, column 0 starting at x = 0.
    void paintHeader(QPainter &painter, int first, int last) const;
    /// Row heads; the origin is the top left corner of the embedding row's head.
    void paintRowHeads(QPainter &painter) const;
    /// Band of the selected row, `width` wide from the origin of the row heads.
    void paintBand(QPainter &painter, double width) const;
    /// Cells of the columns [first, last]; the origin is that of the grid.
    void paintCells(QPainter &painter, int first, int last) const;

private:
    void paintCell(QPainter &painter, int layer, int column) const;

    const TokenMapModel &m_model;
    const TokenMapGeometry &m_geometry;
    const Palette &m_palette;
    ColourScale m_scale;
    int m_layer = -1, m_column = -1;
    int m_hoveredLayer = -1, m_hoveredColumn = -1;
    bool m_focused = false;
};
