// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"
#include "widgets/style/palette.h"
#include "widgets/style/drawing.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

/// Lays a comparison out as a text of which each line stands over rows of coloured cells, one row a method or layer,
/// and paints it with any painter: the window and the exported figure share it. Word places depend on words, font and
/// width alone, so nothing moves when scores change.
class ComparisonPainter {
public:
    /// What a place in the picture belongs to.
    enum class Area { None, Word, Rationale, Row, Votes };
    struct Hit {
        Area area = Area::None;
        int word = -1; ///< -1 = the head of the row
        int row = -1;
        bool operator==(const Hit &) const = default;
    };

    /// The comparison must outlive the painter, and be laid out again when it changes.
    ComparisonPainter(const Comparison &comparison, const Palette &palette);
    void setPalette(const Palette &palette) { m_palette = palette; }
    void layOut(const QFont &font, double width);
    /// Makes the rows higher where that, with the legend, still fits into `room`; after layOut().
    void stretch(double room);
    /// Lines that the text is broken into.
    [[nodiscard]] int lines() const { return static_cast<int>(m_blocks.size()); }

    void setSelected(int word, int row) { m_word = word, m_row = row; }
    void setHovered(const Hit &hit) { m_hovered = hit; }

    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double legendHeight() const;
    /// Where a word's cell of a row is painted.
    [[nodiscard]] QRectF cell(int row, int word) const;
    /// All of a word: its label and the cells under it.
    [[nodiscard]] QRectF column(int word) const;
    [[nodiscard]] Hit hitAt(QPointF position) const;
    /// The colour of a cell.
    [[nodiscard]] QColor fill(int row, int word) const;

    /// Paints what lies within `visible`.
    void paint(QPainter &painter, const QRectF &visible) const;
    /// From (0, 0).
    void paintLegend(QPainter &painter, double width) const;

    /// "contribution", or "Layer 3" where one method is shown at all layers.
    [[nodiscard]] static QString rowName(const Comparison &comparison, std::size_t row);

private:
    struct Block {
        int first = 0, last = 0;
        double top = 0;
    };
    [[nodiscard]] double rowTop(const Block &block, int row) const;
    [[nodiscard]] double votesTop(const Block &block) const;
    [[nodiscard]] double blockHeight() const;
    [[nodiscard]] const Block &blockOf(int word) const;
    void paintHeads(QPainter &painter, const Block &block) const;
    void paintWord(QPainter &painter, const Block &block, int word) const;
    void paintVotes(QPainter &painter, const QRectF &place, int word) const;

    const Comparison &m_comparison;
    Palette m_palette;
    QFont m_font, m_small;
    QStringList m_labels;
    QList<double> m_left, m_wide; ///< of each word's column
    QList<Block> m_blocks;
    double m_line = 0, m_smallLine = 0, m_headWidth = 0, m_rowHeight = 0, m_height = 0;
    bool m_dense = false;
    bool m_mirrored = false; ///< the words run from right to left
    int m_word = -1, m_row = -1;
    Hit m_hovered;
};

/// A comparison as a figure for a file, with a title and a line on what it shows.
[[nodiscard]] Drawing comparisonDrawing(const Comparison &comparison, const QString &title, const QString &summary);
