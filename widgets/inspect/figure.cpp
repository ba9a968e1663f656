// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/figure.h"

#include "widgets/inspect/figuretitle.h"
#include "widgets/inspect/maplegend.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// The drawing, in units of one pixel at scale 1, ready to be painted with any painter.
class Figure {
public:
    Figure(const adaplens::Trace &trace, const FigureOptions &options)
        : m_options(options), m_palette(Palette::paper()), m_title(trace)
    {
        // The trace outlives the drawing: no copy of it is needed.
        m_model.setMode(options.mode);
        m_model.setTrace(std::shared_ptr<const adaplens::Trace>(&trace, [](const adaplens::Trace *) {}));
        const QFontMetricsF text(m_title.textFont());
        m_geometry.measure(m_model, m_title.textFont());
        m_geometry.setPitch(m_geometry.naturalPitch());
        m_perBand = std::max(options.columnsPerBand, 1);
        if (m_model.columnCount() > m_perBand) {
            m_perBand *= 2;
            m_geometry.setPitch({m_geometry.naturalPitch().width() / 2, m_geometry.naturalPitch().height()});
        }
        m_perBand = std::clamp(m_model.columnCount(), 1, m_perBand);
        m_bands = (m_model.columnCount() + m_perBand - 1) / m_perBand;
        m_bandHeight = m_geometry.headerHeight() + m_geometry.gridSize().height() + 10;
        m_titleHeight = m_title.height();
        double overhang = 0;
        for (int band = 0; band < m_bands; ++band) {
            overhang = std::max(overhang, m_geometry.overhang(band * m_perBand, lastOf(band)));
        }
        const double grid = m_geometry.rowHeadWidth() + m_perBand * m_geometry.pitch().width() + overhang;
        const double width = std::max(grid, 52 * text.height()) + 2 * border;
        m_legendHeight = legend().heightFor(width - 2 * border - m_geometry.lineHeight() / 2) + 14;
        m_size =
            QSizeF(std::ceil(width), std::ceil(2 * border + m_titleHeight + m_bands * m_bandHeight + m_legendHeight));
    }

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QString heading() const { return m_title.heading(); }

    void paint(QPainter &painter) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(), m_size), m_palette.card());
        painter.translate(border, border);
        m_title.paint(painter, m_size.width() - 2 * border,
                      m_model.caption(m_options.colours == ColourScale::Relative));
        painter.translate(0, m_titleHeight);
        const TokenMapPainter map(m_model, m_geometry, m_palette, m_options.colours);
        for (int band = 0; band < m_bands; ++band) {
            const int first = band * m_perBand, last = lastOf(band);
            const double shift = m_geometry.rowHeadWidth() - m_geometry.cell(-1, first).left();
            painter.save();
            painter.translate(shift, m_geometry.headerHeight());
            map.paintHeader(painter, first, last);
            map.paintCells(painter, first, last);
            painter.translate(-shift, 0);
            map.paintRowHeads(painter);
            painter.restore();
            painter.translate(0, m_bandHeight);
        }
        painter.translate(m_geometry.lineHeight() / 2, 14);
        legend().paint(painter, m_size.width() - 2 * border - m_geometry.lineHeight() / 2, -1);
    }

private:
    static constexpr double border = 24;

    [[nodiscard]] int lastOf(int band) const { return std::min((band + 1) * m_perBand, m_model.columnCount()) - 1; }
    [[nodiscard]] MapLegend legend() const { return {m_model, m_geometry, m_palette, m_options.colours}; }

    FigureOptions m_options;
    Palette m_palette;
    FigureTitle m_title;
    TokenMapModel m_model;
    TokenMapGeometry m_geometry;
    QSizeF m_size;
    int m_perBand = 1, m_bands = 0;
    double m_bandHeight = 0, m_titleHeight = 0, m_legendHeight = 0;
};

} // namespace

Drawing tokenMapDrawing(const adaplens::Trace &trace, const FigureOptions &options)
{
    const auto figure = std::make_shared<const Figure>(trace, options);
    return {figure->size(), figure->heading(), [figure](QPainter &painter) { figure->paint(painter); }};
}
