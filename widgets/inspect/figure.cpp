// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/figure.h"

#include "widgets/inspect/besidetext.h"
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
        // The trace outlives the drawing: no copy of it is needed.
        : Figure(std::shared_ptr<const adaplens::Trace>(&trace, [](const adaplens::Trace *) {}), options, {}, {})
    {
    }
    /// One of two: its letter, and the other one.
    Figure(std::shared_ptr<const adaplens::Trace> trace, const FigureOptions &options,
           std::shared_ptr<const adaplens::Trace> other, const QString &letter)
        : m_options(options), m_palette(Palette::paper()), m_title(*trace, letter)
    {
        m_model.setMode(options.mode);
        m_model.setTrace(std::move(trace));
        m_model.setOther(std::move(other), beside::letter(letter == beside::letter(false)));
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

    /// Of everything but the heading.
    [[nodiscard]] const QFont &textFont() const { return m_title.textFont(); }
    static constexpr double border = 24;

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

/// Two figures, the first above the second, with a sentence under both.
class TwoFigures {
public:
    TwoFigures(const std::shared_ptr<const adaplens::Trace> &first,
               const std::shared_ptr<const adaplens::Trace> &second, const FigureOptions &options)
        : m_first(first, options, second, beside::letter(false)),
          m_second(second, options, first, beside::letter(true)),
          m_sentence(beside::keptWords(*first, *second, std::max(first->layers.size(), second->layers.size())))
    {
        const QFontMetricsF metrics(m_first.textFont());
        const double width = std::max({m_first.size().width(), m_second.size().width(),
                                       metrics.horizontalAdvance(m_sentence) + 2 * Figure::border});
        m_size = QSizeF(std::ceil(width), m_first.size().height() + m_second.size().height() +
                                              std::ceil(metrics.height()) + Figure::border);
    }

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QString heading() const
    {
        return QStringLiteral("%1 · %2").arg(m_first.heading(), m_second.heading());
    }

    void paint(QPainter &painter) const
    {
        const Palette palette = Palette::paper();
        painter.fillRect(QRectF(QPointF(), m_size), palette.card());
        for (const Figure *figure : {&m_first, &m_second}) {
            painter.save();
            figure->paint(painter);
            painter.restore();
            painter.translate(0, figure->size().height());
        }
        painter.setFont(m_first.textFont());
        painter.setPen(palette.ink());
        painter.drawText(QPointF(Figure::border, QFontMetricsF(m_first.textFont()).ascent()), m_sentence);
    }

private:
    Figure m_first, m_second;
    QString m_sentence;
    QSizeF m_size;
};

} // namespace

Drawing besideDrawing(std::shared_ptr<const adaplens::Trace> first, std::shared_ptr<const adaplens::Trace> second,
                      const FigureOptions &options)
{
    const auto figure = std::make_shared<const TwoFigures>(first, second, options);
    return {figure->size(), figure->heading(), [figure](QPainter &painter) { figure->paint(painter); }};
}

Drawing tokenMapDrawing(const adaplens::Trace &trace, const FigureOptions &options)
{
    const auto figure = std::make_shared<const Figure>(trace, options);
    return {figure->size(), figure->heading(), [figure](QPainter &painter) { figure->paint(painter); }};
}
