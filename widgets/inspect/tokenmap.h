// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inspect/tokenmappainter.h"
#include "widgets/trace/paintedtable.h"

/// The token map: words (or pieces) across, layers down, colour = contribution against the uniform level; shows where
/// each word is dropped and which ones reach the prediction.
class TokenMapView : public PaintedTable {
    Q_OBJECT

public:
    explicit TokenMapView(TraceSource &source, QWidget *parent = nullptr);

    void setMode(TokenMapModel::Mode mode);
    [[nodiscard]] TokenMapModel::Mode mode() const { return m_model.mode(); }
    void setColourScale(ColourScale scale);
    [[nodiscard]] ColourScale colourScale() const { return m_scale; }

    /// Keep the readable default size, which shrinks to fit the width as far as labels can still be read.
    void zoomReset();
    /// The whole map in the viewport, however small the cells get.
    void zoomFit();
    void zoomBy(double factor);
    /// Cells as large as in another map.
    void zoomAs(const TokenMapView &other);

    /// Whether the legend stands under the map (at first yes), and not in a MapLegendBar.
    void setLegendShown(bool shown) { m_legendShown = shown, relayout(); }
    /// Height of the legend when `width` wide.
    [[nodiscard]] double legendHeight(double width) const;
    /// Paints the legend from (0, 0).
    void paintLegend(QPainter &painter, double width) const;

    /// One line that says how to read the map as it stands.
    [[nodiscard]] QString caption() const;
    /// Where a cell is painted, in viewport coordinates, scrolled out or not. Row -1 is the embedding, rowCount() the
    /// prediction.
    [[nodiscard]] QRect cellRect(int layer, int column) const override;
    /// What is painted there.
    [[nodiscard]] CellState cellState(int layer, int column) const;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void captionChanged(const QString &caption);
    void zoomed();
    void legendChanged();

private:
    enum class Zoom { Auto, Fit, Manual };

    void traceChanged() override;
    void relayout() override;
    void selectionChanged() override;
    void paintTrace(QPainter &painter, const Palette &colours) override;
    [[nodiscard]] QPoint hoverAt(QPointF position) const override;
    [[nodiscard]] QString emptySentence() const override;
    void stepWord(int direction) override;
    void selectEnd(bool last) override { select(selectedLayer(), last ? m_geometry.columns() - 1 : 0); }
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

    // A row is a layer.
    [[nodiscard]] int tableRows() const override { return m_model.rowCount(); }
    [[nodiscard]] int tableColumns() const override { return m_model.columnCount(); }
    [[nodiscard]] QString tableRowName(int row) const override { return m_model.layerName(row); }
    [[nodiscard]] QString tableColumnName(int column) const override { return m_model.label(column); }
    [[nodiscard]] QString tableCellText(int row, int column) const override { return m_model.sentence(row, column); }
    [[nodiscard]] QPoint tableCurrent() const override { return {selectedColumn(), selectedLayer()}; }
    void selectTableCell(int row, int column) override { select(row, column); }

    void modelChanged();
    void select(int layer, int column);
    void revealSelection();
    [[nodiscard]] QPointF origin() const;
    /// Half-open range of the viewport that the row heads or the grid take.
    [[nodiscard]] std::pair<double, double> headRange() const;
    [[nodiscard]] std::pair<double, double> gridRange() const;
    [[nodiscard]] TokenMapGeometry::Hit hitAt(QPointF position) const;
    [[nodiscard]] double legendHeight() const;

    TokenMapGeometry m_geometry;
    ColourScale m_scale = ColourScale::Relative;
    Zoom m_zoom = Zoom::Auto;
    bool m_legendShown = true;
    double m_cellWidth = 0; ///< of a manual zoom
};
