// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QList>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <utility>
#include <vector>

/// Text broken into lines, paragraph by paragraph, right-to-left where the script is, with colours by range. Colours
/// never change the place of a letter.
class TextFlow {
public:
    void setText(const QString &text);
    /// Breaks the lines anew. Lines are `spacing` line heights apart.
    void layOut(const QFont &font, double width, double spacing);
    /// Ranges in positions of the text. A text that is not laid out yet should get its colours first: they break lines
    /// anew.
    void setColours(const QList<QTextLayout::FormatRange> &ranges);

    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    /// Where a range is painted: one rectangle a line.
    [[nodiscard]] QList<QRectF> rects(qsizetype begin, qsizetype end) const;
    /// Half-open range of the text in the lines that a rectangle touches.
    [[nodiscard]] std::pair<qsizetype, qsizetype> rangeWithin(const QRectF &area) const;
    /// Position of the character under a point, or -1.
    [[nodiscard]] qsizetype positionAt(QPointF point) const;
    void paint(QPainter &painter, const QRectF &visible) const;

private:
    struct Paragraph {
        qsizetype begin = 0;
        double top = 0, height = 0;
        std::unique_ptr<QTextLayout> layout;
    };
    void breakLines(Paragraph &paragraph) const;

    std::vector<Paragraph> m_paragraphs;
    QList<QTextLayout::FormatRange> m_colours;
    double m_width = 0, m_height = 0, m_lineHeight = 0;
};
