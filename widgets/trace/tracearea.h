// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracefollower.h"
#include "widgets/trace/tokenmapmodel.h"

#include <QAbstractScrollArea>

class Palette;

/// What the scrolling views of a trace share: their source, busy and empty states, hover and tool tips.
class TraceArea : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// While the source is busy the old picture stays, dimmed.
    void setSource(TraceSource &source) { m_source.follow(source); }
    [[nodiscard]] bool isDimmed() const { return m_source->outdated(); }
    [[nodiscard]] const TokenMapModel &model() const { return m_model; }

    /// Rich text of what is under `position` in the viewport; empty where there is nothing to say.
    [[nodiscard]] virtual QString toolTipAt(QPointF position) const = 0;

protected:
    explicit TraceArea(QWidget *parent);

    /// The source has another trace, which m_model does not know yet.
    virtual void traceChanged() = 0;
    /// Everything that depends on the size, the font or the palette.
    virtual void relayout() = 0;
    virtual void selectionChanged() = 0;
    /// Paints the picture of a trace that has layers.
    virtual void paintTrace(QPainter &painter, const Palette &colours) = 0;
    /// Column and layer under the pointer, (-1, -1) for none.
    [[nodiscard]] virtual QPoint hoverAt(QPointF position) const = 0;
    /// What to say while there is no trace.
    [[nodiscard]] virtual QString emptySentence() const = 0;

    [[nodiscard]] bool hasData() const { return m_model.rowCount() > 0 && m_model.columnCount() > 0; }
    /// The selected layer and column within the trace, or -1.
    [[nodiscard]] int selectedLayer() const;
    [[nodiscard]] int selectedColumn() const;
    [[nodiscard]] QPoint hovered() const { return m_hovered; }
    void forgetHover() { m_hovered = {-1, -1}; }

    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

    TokenMapModel m_model;
    TraceFollower m_source;

private:
    QPoint m_hovered{-1, -1};
};
