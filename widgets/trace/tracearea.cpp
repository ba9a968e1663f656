// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/tracearea.h"

#include "widgets/style/palette.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

TraceArea::TraceArea(TraceSource &source, QWidget *parent) : QAbstractScrollArea(parent), m_source(source)
{
    connect(&source, &TraceSource::analysed, this, &TraceArea::traceChanged);
    connect(&source, &TraceSource::selectionChanged, this, &TraceArea::selectionChanged);
    connect(&source, &TraceSource::outdatedChanged, viewport(), qOverload<>(&QWidget::update));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

void TraceArea::setBeside(TraceSource *other, const QString &name)
{
    if (m_beside) {
        disconnect(m_beside, &TraceSource::analysed, this, &TraceArea::compare);
    }
    m_beside = other;
    m_besideName = name;
    if (other) {
        connect(other, &TraceSource::analysed, this, &TraceArea::compare);
    }
    compare();
}

void TraceArea::compare()
{
    m_model.setOther(m_beside ? m_beside->trace() : nullptr, m_besideName);
    relayout();
    selectionChanged();
}

int TraceArea::selectedLayer() const
{
    return m_model.rowCount() > 0 ? std::min(static_cast<int>(m_source.layer()), m_model.rowCount() - 1) : -1;
}

int TraceArea::selectedColumn() const
{
    return m_model.columnOf(m_source.piece());
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
    QToolTip::showText(event->globalPosition().toPoint(), hasData() ? toolTipAt(event->position()) : QString(),
                       viewport()); // an empty one hides what was there
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

void TraceArea::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return stepWord(event->key() == Qt::Key_Right ? 1 : -1);
    case Qt::Key_Up:
    case Qt::Key_Down:
        return m_source.stepLayer(event->key() == Qt::Key_Down ? 1 : -1);
    case Qt::Key_Home:
    case Qt::Key_End:
        return selectEnd(event->key() == Qt::Key_End);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TraceArea::setScrolling(QScrollBar *bar, double content, double room, double step)
{
    bar->setRange(0, std::max(0, static_cast<int>(std::ceil(content - room))));
    bar->setPageStep(std::max(1, static_cast<int>(room)));
    bar->setSingleStep(std::max(8, static_cast<int>(step)));
}

void TraceArea::reveal(QScrollBar *bar, double begin, double end, double from, double to)
{
    if (begin < from || end - begin > to - from) {
        bar->setValue(bar->value() + static_cast<int>(std::floor(begin - from)));
    } else if (end > to) {
        bar->setValue(bar->value() + static_cast<int>(std::ceil(end - to)));
    }
}
