// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trace/tokenmapmodel.h"

#include <QFont>
#include <QList>
#include <QRectF>

/// Where the columns of a trace stand as a text in lines: always in the same places, so that the eye can go from one
/// layer to the next. A second text starts a line of its own.
class WordPlaces {
public:
    static constexpr double padding = 3; ///< left and right of a word, within its place

    /// In lines `width` wide; the model must have a trace.
    WordPlaces(const TokenMapModel &model, const QFont &font, double width);

    /// The place of a column, from the upper left corner of the text.
    [[nodiscard]] const QRectF &of(int column) const { return m_places.at(column); }
    [[nodiscard]] double lineHeight() const { return m_line; }
    [[nodiscard]] double height() const { return m_lines * m_line; }

private:
    /// Whether nothing stands between a column and the one before it in the user's text.
    [[nodiscard]] static bool joined(const TokenMapModel &model, int column);

    QList<QRectF> m_places;
    int m_lines = 0;
    double m_line;
};
