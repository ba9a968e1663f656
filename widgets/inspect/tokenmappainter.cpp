// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokenmappainter.h"

#include "widgets/trace/tokenmapmodel.h"
#include "widgets/trace/marks.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using adaplens::Fate;

TokenMapPainter::TokenMapPainter(const TokenMapModel &model, const TokenMapGeometry &geometry, const Palette &palette,
                                 ColourScale scale)
    : m_model(model), m_geometry(geometry), m_palette(palette), m_scale(scale)
{
}

CellState TokenMapPainter::state(int layer, int column) const
{
    const TokenCell &cell = m_model.cell(layer, column);
    CellState state{.notch = cell.droppedHere > 0,
                    .hatched = cell.score.fate == Fate::Gone,
                    .selected = layer == m_layer && column == m_column,
                    .onlyHere = m_model.keptIn(layer, column) == KeptIn::OnlyHere,
                    .decided = cell.forced,
                    .fill = m_palette.gone()};
    if (!state.hatched) {
        const auto ratio = static_cast<double>(cell.score.ratio());
        state.fill = m_scale == ColourScale::Relative
                         ? m_palette.relative(ratio > 0 ? std::log2(ratio) : -Palette::relativeSpan)
                         : m_palette.absolute(static_cast<double>(cell.score.adjusted));
    }
    return state;
}

void TokenMapPainter::paintHeader(QPainter &painter, int first, int last) const
{
    QFont bold = m_geometry.font();
    bold.setBold(true);
    const double middle = QFontMetricsF(m_geometry.font()).ascent() * 0.3;
    const int step = m_geometry.labelStep();
    for (int column = first; column <= last; ++column) {
        const bool near = std::abs(column - m_column) < step && column != m_column;
        if (column != m_column && (column % step != 0 || (near && m_column >= 0 && step > 1))) {
            continue;
        }
        const adaplens::Column &at = m_model.column(column);
        painter.setFont(m_model.reached(column) && m_model.trace()->drops ? bold : m_geometry.font());
        painter.setPen(column == m_column ? m_palette.accent()
                       : at.unknown       ? m_palette.warning()
                       : at.special       ? m_palette.quiet()
                                          : m_palette.ink());
        painter.save();
        const double side = m_geometry.mirrored() ? -1 : 1;
        painter.translate(m_geometry.cell(-1, column).center().x() + side * middle, -5);
        painter.rotate(-side * TokenMapGeometry::slant);
        const QString &label = m_geometry.label(column);
        const double back = m_geometry.mirrored() ? QFontMetricsF(painter.font()).horizontalAdvance(label) : 0;
        painter.drawText(QPointF(-back, 0), label);
        painter.restore();
    }
}

void TokenMapPainter::paintRowHeads(QPainter &painter) const
{
    QFont bold = m_geometry.font();
    bold.setBold(true);
    const double inset = m_geometry.lineHeight() * 0.5;
    const double width = m_geometry.rowHeadWidth() - inset - 4;
    const double left = m_geometry.mirrored() ? 4 : inset;
    const Qt::Alignment outer = Qt::AlignVCenter | (m_geometry.mirrored() ? Qt::AlignRight : Qt::AlignLeft);
    const Qt::Alignment inner = Qt::AlignVCenter | (m_geometry.mirrored() ? Qt::AlignLeft : Qt::AlignRight);
    const auto head = [&](int row, const QString &name, const QString &summary, const QString &counts) {
        const double top = m_geometry.cell(row, 0).top();
        const double height = m_geometry.cell(row, 0).height();
        const double line = m_geometry.lineHeight();
        const bool two = !summary.isEmpty() && m_geometry.rowHeadsHaveTwoLines();
        const double block = two ? line + m_geometry.smallLineHeight() : line;
        const double start = top + (height - block) / 2;
        painter.setFont(bold);
        painter.setPen(row == m_layer ? m_palette.accent() : m_palette.ink());
        painter.drawText(QRectF(left, start, width, line), outer, name);
        if (two) {
            const QString text = QFontMetricsF(m_geometry.smallFont()).elidedText(summary, Qt::ElideRight, width + 3);
            painter.setFont(m_geometry.smallFont());
            painter.setPen(m_palette.quiet());
            painter.drawText(QRectF(left, start + line, width + 4, m_geometry.smallLineHeight()), outer, text);
        } else if (QFontMetricsF(bold).horizontalAdvance(name) + TokenMapGeometry::countsGap / 2 +
                       QFontMetricsF(m_geometry.smallFont()).horizontalAdvance(counts) <
                   width) {
            painter.setFont(m_geometry.smallFont());
            painter.setPen(m_palette.quiet());
            painter.drawText(QRectF(left, start, width - 2, line), inner, counts);
        }
    };
    painter.setFont(m_geometry.smallFont());
    painter.setPen(m_palette.quiet());
    painter.drawText(QRectF(left, 0, width, m_geometry.rowHeight(-1)), outer, TokenMapModel::tr("Embedding"));
    for (int row = 0; row < m_geometry.rows(); ++row) {
        head(row, m_model.layerName(row), m_model.layerSummary(row), m_model.layerCounts(row));
    }
    head(m_geometry.rows(), TokenMapModel::tr("Prediction"),
         m_model.predictionSummary(QFontMetricsF(m_geometry.smallFont()), width + 3), m_model.predictionShare());
}

void TokenMapPainter::paintBand(QPainter &painter, double width) const
{
    if (m_layer < 0) {
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_palette.accentSoft());
    painter.drawRoundedRect(QRectF(0, std::round(m_geometry.rowTop(m_layer)), width, m_geometry.rowHeight(m_layer)), 6,
                            6);
}

void TokenMapPainter::paintCells(QPainter &painter, int first, int last) const
{
    for (int column = first; column <= last; ++column) {
        marks::box(painter, m_geometry.cell(-1, column), m_palette.neutral(), m_palette.line());
        if (m_model.reached(column)) {
            const QRectF end = m_geometry.cell(m_geometry.rows(), column);
            marks::box(painter, end, end.width() < 8 ? m_palette.reached() : m_palette.reachedSoft(),
                       m_palette.reached());
            if (m_model.keptIn(m_geometry.rows(), column) == KeptIn::OnlyHere) {
                marks::onlyHere(painter, end, m_palette.ink());
            }
        }
        for (int layer = 0; layer < m_geometry.rows(); ++layer) {
            paintCell(painter, layer, column);
        }
    }
    if (m_hoveredColumn >= first && m_hoveredColumn <= last && m_hoveredLayer >= 0 &&
        m_hoveredLayer < m_geometry.rows()) {
        marks::outline(painter, m_geometry.cell(m_hoveredLayer, m_hoveredColumn), m_palette.quiet(), 1);
    }
    if (m_layer >= 0 && m_column >= first && m_column <= last) {
        const QRectF ring = m_geometry.cell(m_layer, m_column);
        marks::outline(painter, ring.adjusted(-1, -1, 1, 1), m_focused ? m_palette.accent() : m_palette.ink(), 2);
        if (ring.width() >= 8) {
            marks::outline(painter, ring.adjusted(1, 1, -1, -1), m_palette.card(), 1); // apart from dark cells
        }
    }
}

void TokenMapPainter::paintCell(QPainter &painter, int layer, int column) const
{
    const CellState at = state(layer, column);
    const QRectF cell = m_geometry.cell(layer, column);
    if (at.hatched) {
        marks::hatched(painter, cell, at.fill, m_palette.hatch());
        return;
    }
    marks::box(painter, cell, at.fill, at.notch ? m_palette.below() : QColor());
    const QColor ink = Palette::inkOn(at.fill);
    if (at.notch) {
        marks::notch(painter, cell, ink);
    }
    if (at.onlyHere) {
        marks::onlyHere(painter, cell, ink);
    }
    if (at.decided) {
        marks::decided(painter, cell, ink);
    }
    if (m_model.cell(layer, column).score.fate == Fate::Partly) {
        // One segment a piece: filled while it is there, hollow from the layer that drops it.
        std::vector<bool> stays;
        for (const std::uint32_t piece : m_model.column(column).pieces) {
            const auto dropped = m_model.dropLayerOfPiece(piece);
            stays.push_back(!dropped || *dropped > static_cast<std::size_t>(layer));
        }
        marks::segments(painter, cell, stays, ink);
    }
}
