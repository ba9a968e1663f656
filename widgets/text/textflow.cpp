// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/textflow.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

void TextFlow::setText(const QString &text)
{
    m_paragraphs.clear();
    m_colours.clear();
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf(QLatin1Char('\n'), begin);
        end = end < 0 ? text.size() : end;
        Paragraph paragraph;
        paragraph.begin = begin;
        paragraph.layout = std::make_unique<QTextLayout>(text.mid(begin, end - begin));
        paragraph.layout->setCacheEnabled(true); // else every painting shapes the text anew
        m_paragraphs.push_back(std::move(paragraph));
        begin = end + 1;
    }
}

void TextFlow::breakLines(Paragraph &paragraph) const
{
    QTextLayout &layout = *paragraph.layout;
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_width);
        line.setPosition({0, y + (m_lineHeight - line.height()) / 2});
        y += m_lineHeight;
    }
    layout.endLayout();
    paragraph.height = std::max(y, m_lineHeight);
}

void TextFlow::layOut(const QFont &font, double width, double spacing)
{
    m_width = std::max(width, 1.0);
    m_lineHeight = std::ceil(QFontMetricsF(font).height() * spacing);
    m_height = 0;
    for (Paragraph &paragraph : m_paragraphs) {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(Qt::LayoutDirectionAuto);
        option.setAlignment(Qt::AlignLeading);
        paragraph.layout->setFont(font);
        paragraph.layout->setTextOption(option);
        paragraph.top = m_height;
        breakLines(paragraph);
        m_height += paragraph.height;
    }
}

void TextFlow::setColours(const QList<QTextLayout::FormatRange> &ranges)
{
    if (ranges == m_colours) {
        return;
    }
    m_colours = ranges;
    auto from = ranges.begin();
    for (Paragraph &paragraph : m_paragraphs) {
        const qsizetype begin = paragraph.begin, end = begin + paragraph.layout->text().size();
        while (from != ranges.end() && from->start + from->length <= begin) {
            ++from;
        }
        QList<QTextLayout::FormatRange> own;
        for (auto at = from; at != ranges.end() && at->start < end; ++at) {
            const qsizetype first = std::max<qsizetype>(at->start, begin);
            const qsizetype last = std::min<qsizetype>(at->start + at->length, end);
            own.append({static_cast<int>(first - begin), static_cast<int>(last - first), at->format});
        }
        const bool broken = paragraph.layout->lineCount() > 0;
        paragraph.layout->setFormats(own);
        if (broken) {
            breakLines(paragraph);
        }
    }
}

QList<QRectF> TextFlow::rects(qsizetype begin, qsizetype end) const
{
    QList<QRectF> result;
    for (const Paragraph &paragraph : m_paragraphs) {
        const auto from = static_cast<int>(std::max<qsizetype>(begin - paragraph.begin, 0));
        const auto to = static_cast<int>(std::min<qsizetype>(end - paragraph.begin, paragraph.layout->text().size()));
        if (from >= to) {
            continue;
        }
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            const int first = std::max(from, line.textStart());
            const int last = std::min(to, line.textStart() + line.textLength());
            if (first < last) {
                const double x1 = line.cursorToX(first), x2 = line.cursorToX(last);
                result.append(QRectF(std::min(x1, x2), paragraph.top + line.y(), std::abs(x2 - x1), line.height()));
            }
        }
    }
    return result;
}

std::pair<qsizetype, qsizetype> TextFlow::rangeWithin(const QRectF &area) const
{
    qsizetype begin = 0, end = 0;
    for (const Paragraph &paragraph : m_paragraphs) {
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            const double top = paragraph.top + i * m_lineHeight;
            if (top + m_lineHeight < area.top()) {
                begin = paragraph.begin + line.textStart() + line.textLength();
            } else if (top <= area.bottom()) {
                end = paragraph.begin + line.textStart() + line.textLength();
            }
        }
    }
    return {begin, std::max(begin, end)};
}

qsizetype TextFlow::positionAt(QPointF point) const
{
    for (const Paragraph &paragraph : m_paragraphs) {
        if (point.y() < paragraph.top || point.y() >= paragraph.top + paragraph.height) {
            continue;
        }
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            const double top = paragraph.top + i * m_lineHeight;
            if (point.y() >= top && point.y() < top + m_lineHeight) {
                const QRectF used = line.naturalTextRect();
                return point.x() < used.left() || point.x() > used.right()
                           ? -1
                           : paragraph.begin + line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
            }
        }
    }
    return -1;
}

void TextFlow::paint(QPainter &painter, const QRectF &visible) const
{
    for (const Paragraph &paragraph : m_paragraphs) {
        if (paragraph.top + paragraph.height >= visible.top() && paragraph.top <= visible.bottom()) {
            paragraph.layout->draw(&painter, QPointF(0, paragraph.top), {}, visible);
        }
    }
}
