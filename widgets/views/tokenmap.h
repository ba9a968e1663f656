// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/tokenmapmodel.h"
#include "widgets/views/tokenmappainter.h"

#include <QAbstractScrollArea>
#include <QPointer>

class Selection;

/// The token map: words (or pieces) across, layers down, colour = contribution against the uniform level; shows where
/// each word is dropped and which ones reach the prediction.
class TokenMapView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TokenMapView(QWidget *parent = nullptr);

    /// Null shows the empty state.
    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    void setSelection(Selection *selection);
    /// While busy the old picture stays, dimmed.
    void setBusy(bool busy);

    void setMode(TokenMapModel::Mode mode);
    [[nodiscard]] TokenMapModel::Mode mode() const { return m_model.mode(); }
    void setColourScale(ColourScale scale);
    [[nodiscard]] ColourScale colourScale() const { return m_scale; }

    /// Keep the readable default size, which shrinks to fit the width as far as labels can still be read.
    void zoomReset();
    /// The whole map in the viewport, however small the cells get.
    void zoomFit();
    void zoomBy(double factor);

    [[nodiscard]] const TokenMapModel &model() const { return m_model; }
    /// One line that says how to read the map as it stands.
    [[nodiscard]] QString caption() const;
    /// Where a cell is painted, in viewport coordinates, scrolled out or not. Row -1 is the embedding, rowCount() the
    /// prediction.
    [[nodiscard]] QRect cellRect(int layer, int column) const;
    /// What is painted there.
    [[nodiscard]] CellState cellState(int layer, int column) const;
    /// Rich text of what is under `position` in the viewport; empty where there is nothing to say.
    [[nodiscard]] QString toolTipAt(QPointF position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void modeChanged(TokenMapModel::Mode mode);
    void colourScaleChanged(ColourScale scale);
    void captionChanged(const QString &caption);

private:
    enum class Zoom { Auto, Fit, Manual };

    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

    void modelChanged();
    void selectionChanged();
    void relayout();
    void select(int layer, int column);
    void revealSelection();
    [[nodiscard]] int selectedColumn() const;
    [[nodiscard]] int selectedLayer() const;
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] TokenMapGeometry::Hit hitAt(QPointF position) const;
    [[nodiscard]] double legendHeight() const;
    void showToolTip(QPointF position, QPoint global);

    TokenMapModel m_model;
    TokenMapGeometry m_geometry;
    ColourScale m_scale = ColourScale::Relative;
    Zoom m_zoom = Zoom::Auto;
    double m_cellWidth = 0;    ///< of a manual zoom
    QPointer<Selection> m_selection;
    QPoint m_hovered{-2, -1};  ///< column, layer
    bool m_busy = false;
};
