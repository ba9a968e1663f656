// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

class TokenMapModel;

/// Where everything in a token map lies, from the font and the cell size alone: used by the window, the exported figure
/// and the tests. Grid coordinates start at the top left corner of the embedding row.
class TokenMapGeometry {
public:
    enum class Area { None, Header, RowHead, Cell };
    struct Hit {
        Area area = Area::None;
        int row = -1; ///< -1 = embedding, layers, then the prediction
        int column = -1;
    };

    TokenMapGeometry() = default;
    /// Takes over the font's sizes and the model's shape and labels. Labels are shortened where the header would be
    /// higher than `headerLimit`, though never to less than a few letters.
    void measure(const TokenMapModel &model, const QFont &font, double headerLimit = 1e6);
    /// Columns from right to left, for texts that are read that way; labels lean to the left then.
    void setMirrored(bool mirrored) { m_mirrored = mirrored; }
    [[nodiscard]] bool mirrored() const { return m_mirrored; }
    /// Width of one column and height of one row, gaps included.
    void setPitch(QSizeF pitch) { m_pitch = pitch; }
    [[nodiscard]] QSizeF pitch() const { return m_pitch; }

    [[nodiscard]] QSizeF naturalPitch() const { return m_naturalPitch; }   ///< comfortable
    [[nodiscard]] QSizeF smallestPitch() const { return m_smallestPitch; } ///< every label can still be read

    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] const QFont &smallFont() const { return m_smallFont; }
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    [[nodiscard]] double smallLineHeight() const { return m_smallLineHeight; }
    [[nodiscard]] double rowHeadWidth() const { return m_rowHeadWidth; }
    [[nodiscard]] double headerHeight() const { return m_headerHeight; }
    /// How far the labels of the columns [first, last] lean out over the far end of column `last`.
    [[nodiscard]] double overhang(int first, int last) const;
    [[nodiscard]] double overhang() const { return overhang(0, m_columns - 1); }
    /// A column's label as painted: very long ones are shortened, so that they never meet the header's top.
    [[nodiscard]] const QString &label(int column) const { return m_labels.at(column); }
    [[nodiscard]] bool rowHeadsHaveTwoLines() const;
    /// Every how many columns a label has room.
    [[nodiscard]] int labelStep() const;

    [[nodiscard]] int rows() const { return m_rows; } ///< layers
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] QSizeF gridSize() const;
    [[nodiscard]] double rowTop(int row) const;
    [[nodiscard]] double rowHeight(int row) const;
    /// The painted cell, without the gaps around it.
    [[nodiscard]] QRectF cell(int row, int column) const;
    [[nodiscard]] int columnAt(double x) const;
    [[nodiscard]] int rowAt(double y) const;

    /// Least space between a row's name and what stands beside it in low rows.
    static constexpr double countsGap = 12;
    /// Slant of the column labels, degrees.
    static constexpr double slant = 42;

private:
    QFont m_font, m_smallFont;
    QSizeF m_pitch, m_naturalPitch, m_smallestPitch;
    double m_lineHeight = 0, m_smallLineHeight = 0;
    double m_rowHeadWidth = 0, m_headerHeight = 0;
    QHash<QString, double> m_known; // widths of labels seen with this font: texts change by a word at a time
    QStringList m_labels;
    QList<double> m_labelWidths;
    int m_rows = 0, m_columns = 0;
    bool m_mirrored = false;
};
