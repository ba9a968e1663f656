// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokenmapgeometry.h"

#include "widgets/style/scaledfont.h"
#include "widgets/trace/tokenmapmodel.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

constexpr double radians = TokenMapGeometry::slant * std::numbers::pi / 180;

/// Next multiple of `step`: sizes that follow the text change rarely while it is typed.
double stepped(double value, double step)
{
    return std::ceil(value / step) * step;
}

} // namespace

void TokenMapGeometry::measure(const TokenMapModel &model, const QFont &font, double headerLimit)
{
    constexpr qsizetype mostKnown = 4096;
    if (font != m_font || m_known.size() > mostKnown) {
        m_known.clear();
    }
    m_font = font;
    m_smallFont = scaledFont(font, 0.85);
    QFont bold = font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold), small(m_smallFont);
    m_lineHeight = metrics.height();
    m_smallLineHeight = small.height();
    m_rows = model.rowCount();
    m_columns = model.columnCount();
    m_naturalPitch = {std::round(m_lineHeight * 2.7), std::round(m_lineHeight + m_smallLineHeight + 12)};
    m_smallestPitch = {std::ceil(m_lineHeight * 1.3), std::ceil(m_lineHeight + 1)};
    if (m_pitch.isEmpty()) {
        m_pitch = m_naturalPitch;
    }

    double head = metrics.horizontalAdvance(TokenMapModel::tr("Embedding"));
    for (int row = 0; row < m_rows; ++row) {
        head = std::max(
            {head, metrics.horizontalAdvance(model.layerName(row)), small.horizontalAdvance(model.layerSummary(row))});
    }
    if (m_rows > 0) {
        // In low rows the share stands beside the name.
        const double name = metrics.horizontalAdvance(TokenMapModel::tr("Prediction"));
        const double share = small.horizontalAdvance(model.predictionShare());
        head = std::max({head, name + countsGap + share,
                         small.horizontalAdvance(model.predictionSummary(small, 14 * m_lineHeight))});
    }
    m_rowHeadWidth = stepped(std::min(head, 14 * m_lineHeight) + m_lineHeight, m_lineHeight);

    m_labels.clear();
    m_labelWidths.clear();
    const double around = m_lineHeight * std::cos(radians) + 4;
    const double longest = std::clamp((headerLimit - around) / std::sin(radians), 3.5 * m_lineHeight, 7 * m_lineHeight);
    const auto widthOf = [&](const QString &label) {
        auto known = m_known.constFind(label);
        if (known == m_known.cend()) {
            known = m_known.insert(label, metrics.horizontalAdvance(label));
        }
        return *known;
    };
    double widest = 0;
    for (int column = 0; column < m_columns; ++column) {
        QString label = model.label(column);
        const bool replaced = model.column(column).unknown && model.mode() == TokenMapModel::Mode::Words;
        if (widthOf(label) > longest) {
            label = metrics.elidedText(label, Qt::ElideRight, longest);
        }
        if (replaced) {
            label += QStringLiteral(" [UNK]");
        }
        m_labels.append(label);
        m_labelWidths.append(widthOf(label));
        widest = std::max(widest, m_labelWidths.last());
    }
    const double needed = std::max(widest * std::sin(radians), 2.5 * m_lineHeight) + around;
    m_headerHeight = std::max(needed, std::min(stepped(needed, m_lineHeight / 2), headerLimit));
}

double TokenMapGeometry::overhang(int first, int last) const
{
    double most = 0;
    const double lean = m_lineHeight * std::sin(radians) / 2;
    for (int column = first; column <= last; ++column) {
        const double room = (last - column + 0.5) * m_pitch.width();
        most = std::max(most, m_labelWidths[column] * std::cos(radians) + lean - room);
    }
    return std::ceil(most);
}

bool TokenMapGeometry::rowHeadsHaveTwoLines() const
{
    return m_pitch.height() >= m_lineHeight + m_smallLineHeight;
}

int TokenMapGeometry::labelStep() const
{
    const double room = m_pitch.width() * std::sin(radians);
    return std::max(1, static_cast<int>(std::ceil(0.85 * m_lineHeight / std::max(room, 0.01))));
}

QSizeF TokenMapGeometry::gridSize() const
{
    return {m_columns * m_pitch.width(), rowTop(m_rows) + m_pitch.height()};
}

double TokenMapGeometry::rowTop(int row) const
{
    return row < 0 ? 0 : rowHeight(-1) + 5 + row * m_pitch.height();
}

double TokenMapGeometry::rowHeight(int row) const
{
    return row < 0 ? std::ceil(m_smallLineHeight) : m_pitch.height();
}

QRectF TokenMapGeometry::cell(int row, int column) const
{
    const double gapX = m_pitch.width() >= 12 ? 2 : m_pitch.width() >= 5 ? 1 : 0;
    const double gapY = row < 0 ? 4 : std::clamp(std::round(m_pitch.height() * 0.14), 1.0, 7.0);
    const double left = std::round(column * m_pitch.width());
    const double right = std::max(std::round((column + 1) * m_pitch.width()) - gapX, left + 1);
    const double top = std::round(rowTop(row)) + std::floor(gapY / 2);
    const double x = m_mirrored ? std::round(m_columns * m_pitch.width()) - right : left;
    return {x, top, right - left, std::max(std::round(rowHeight(row)) - gapY, 1.0)};
}

int TokenMapGeometry::columnAt(double x) const
{
    const double along = m_mirrored ? gridSize().width() - x : x;
    const int column = static_cast<int>(std::floor(along / std::max(m_pitch.width(), 0.01)));
    return along >= 0 && column < m_columns ? column : -1;
}

int TokenMapGeometry::rowAt(double y) const
{
    if (y < rowTop(0)) {
        return -1;
    }
    return std::min(static_cast<int>((y - rowTop(0)) / std::max(m_pitch.height(), 0.01)), m_rows);
}
