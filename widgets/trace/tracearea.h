// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracesource.h"
#include "widgets/trace/tokenmapmodel.h"

#include <QAbstractScrollArea>

class Palette;

/// What the scrolling views of a trace share: their source, busy and empty states, hover and tool tips, the keys that go
/// through words and layers.
class TraceArea : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// While the source is busy for long the old picture stays, dimmed.
    [[nodiscard]] bool isDimmed() const { return m_source.outdated(); }
    [[nodiscard]] const TokenMapModel &model() const { return m_model; }
    /// Marks the words that this analysis keeps and another one of the same text, called `name`, does not; null = none.
    void setBeside(TraceSource *other, const QString &name);

    /// Rich text of what is under `position` in the viewport; empty where there is nothing to say.
    [[nodiscard]] virtual QString toolTipAt(QPointF position) const = 0;

protected:
    TraceArea(TraceSource &source, QWidget *parent);

    /// The source has another trace, which m_model does not know yet.
    virtual void traceChanged() = 0;
    /// Everything that depends on the size, the font or the palette.
    virtual void relayout() = 0;
    virtual void selectionChanged() = 0;
    /// Paints the picture of a trace that has layers.
    virtual void paintTrace(QPainter &painter, const Palette &colours) = 0;
    /// Column and layer under the pointer, (-1, -1) for none.
    [[nodiscard]] virtual QPoint hoverAt(QPointF position) const = 0;
    /// Selects the word to the right (+1) or left (-1) of the selected one.
    virtual void stepWord(int direction) = 0;
    virtual void selectEnd(bool last) = 0;
    /// What to say while there is no trace.
    [[nodiscard]] virtual QString emptySentence() const = 0;

    [[nodiscard]] bool hasData() const { return m_model.rowCount() > 0 && m_model.columnCount() > 0; }
    /// The selected layer and column within the trace, or -1.
    [[nodiscard]] int selectedLayer() const;
    [[nodiscard]] int selectedColumn() const;
    [[nodiscard]] QPoint hovered() const { return m_hovered; }
    void forgetHover() { m_hovered = {-1, -1}; }
    /// Has a scroll bar go over `content` of which `room` is seen at once.
    static void setScrolling(QScrollBar *bar, double content, double room, double step);
    /// Scrolls as far as it takes to see [begin, end) between two edges.
    static void reveal(QScrollBar *bar, double begin, double end, double from, double to);

    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    TokenMapModel m_model;
    TraceSource &m_source;

private:
    void compare();

    TraceSource *m_beside = nullptr;
    QString m_besideName;
    QPoint m_hovered{-1, -1};
};
