// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/tracearea.h"

#include "widgets/style/palette.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

TraceArea::TraceArea(QWidget *parent)
    : QAbstractScrollArea(parent),
      m_source(this, {.trace = [this] { traceChanged(); },
                      .selection = [this] { selectionChanged(); },
                      .outdated = [this] { viewport()->update(); },
                      .cost = {}})
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

int TraceArea::selectedLayer() const
{
    return m_model.rowCount() > 0 ? std::min(static_cast<int>(m_source->layer()), m_model.rowCount() - 1) : -1;
}

int TraceArea::selectedColumn() const
{
    return m_model.columnOf(m_source->piece());
}

void TraceArea::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect all = viewport()->rect();
    painter.fillRect(all, colours.card());
    if (!hasData()) {
        painter.setPen(colours.quiet());
        painter.drawText(all.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, emptySentence());
        return;
    }
    paintTrace(painter, colours);
    if (isDimmed()) {
        painter.fillRect(all, colours.veil());
    }
}

void TraceArea::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint hovered = hasData() ? hoverAt(event->position()) : QPoint(-1, -1);
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->update();
    }
    const QString text = hasData() ? toolTipAt(event->position()) : QString();
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(event->globalPosition().toPoint(), text, viewport());
    }
}

bool TraceArea::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_hovered != QPoint(-1, -1)) {
        forgetHover();
        viewport()->update();
    }
    // Tips follow the mouse at once, without the usual wait.
    return event->type() == QEvent::ToolTip || QAbstractScrollArea::viewportEvent(event);
}

void TraceArea::resizeEvent(QResizeEvent *)
{
    relayout();
}

void TraceArea::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::StyleChange) {
        relayout();
    }
}

void TraceArea::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TraceArea::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}
