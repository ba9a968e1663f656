// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/tracearea.h"

#include "widgets/style/palette.h"
#include "widgets/session/followselection.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

TraceArea::TraceArea(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

void TraceArea::setSelection(Selection *selection)
{
    followSelection(m_selection, selection, this, &TraceArea::selectionChanged);
    selectionChanged();
}

void TraceArea::setBusy(bool busy)
{
    if (busy != m_busy) {
        m_busy = busy;
        viewport()->update();
    }
}

int TraceArea::selectedLayer() const
{
    const auto last = static_cast<std::size_t>(std::max(m_model.rowCount(), 1)) - 1;
    return m_selection && m_model.rowCount() > 0 ? static_cast<int>(std::min(m_selection->layer(), last)) : -1;
}

int TraceArea::selectedColumn() const
{
    return m_selection ? m_model.columnOf(m_selection->piece()) : -1;
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
    if (m_busy) {
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
