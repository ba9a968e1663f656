// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inspect/tokenmappainter.h"
#include "widgets/trace/tracearea.h"

/// The token map: words (or pieces) across, layers down, colour = contribution against the uniform level; shows where
/// each word is dropped and which ones reach the prediction.
class TokenMapView : public TraceArea {
    Q_OBJECT

public:
    explicit TokenMapView(QWidget *parent = nullptr);

    /// Null shows the empty state.
    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    void setMode(TokenMapModel::Mode mode);
    [[nodiscard]] TokenMapModel::Mode mode() const { return m_model.mode(); }
    void setColourScale(ColourScale scale);
    [[nodiscard]] ColourScale colourScale() const { return m_scale; }

    /// Keep the readable default size, which shrinks to fit the width as far as labels can still be read.
    void zoomReset();
    /// The whole map in the viewport, however small the cells get.
    void zoomFit();
    void zoomBy(double factor);

    /// One line that says how to read the map as it stands.
    [[nodiscard]] QString caption() const;
    /// Where a cell is painted, in viewport coordinates, scrolled out or not. Row -1 is the embedding, rowCount() the
    /// prediction.
    [[nodiscard]] QRect cellRect(int layer, int column) const;
    /// What is painted there.
    [[nodiscard]] CellState cellState(int layer, int column) const;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void modeChanged(TokenMapModel::Mode mode);
    void colourScaleChanged(ColourScale scale);
    void captionChanged(const QString &caption);

private:
    enum class Zoom { Auto, Fit, Manual };

    void relayout() override;
    void selectionChanged() override;
    void paintTrace(QPainter &painter, const Palette &colours) override;
    [[nodiscard]] QPoint hoverAt(QPointF position) const override;
    [[nodiscard]] QString emptySentence() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

    void modelChanged();
    void select(int layer, int column);
    void revealSelection();
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] TokenMapGeometry::Hit hitAt(QPointF position) const;
    [[nodiscard]] double legendHeight() const;

    TokenMapGeometry m_geometry;
    ColourScale m_scale = ColourScale::Relative;
    Zoom m_zoom = Zoom::Auto;
    double m_cellWidth = 0; ///< of a manual zoom
};
