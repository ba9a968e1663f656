// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/wordplaces.h"

#include <QFontMetricsF>

#include <algorithm>

WordPlaces::WordPlaces(const TokenMapModel &model, const QFont &font, double width)
    : m_line(QFontMetricsF(font).height() + 8)
{
    const QFontMetricsF text(font);
    double x = 0;
    int segment = 0;
    for (int column = 0; column < model.columnCount(); ++column) {
        const adaplens::Column &word = model.column(column);
        // A word longer than the line, which hardly is one, is cut.
        const double wide = std::min(text.horizontalAdvance(model.label(column)) + 2 * padding, width);
        if (x > 0 && !joined(model, column)) {
            x += 2 * padding;
        }
        if (word.segment != segment || (x > 0 && x + wide > width)) {
            x = 0;
            ++m_lines;
        }
        segment = word.segment;
        m_places.append(QRectF(x, m_lines * m_line, wide, m_line - 4));
        x += wide;
    }
    ++m_lines;
}

bool WordPlaces::joined(const TokenMapModel &model, int column)
{
    const adaplens::Column &word = model.column(column), &before = model.column(column - 1);
    if (word.special || before.special || word.segment != before.segment) {
        return false;
    }
    const auto &pieces = model.trace()->encoding.pieces;
    return pieces.at(before.pieces.back()).source.end == pieces.at(word.pieces.front()).source.begin;
}
