// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/traceplot.h"

#include "widgets/session/followselection.h"

#include <QKeyEvent>

#include <algorithm>

TracePlot::TracePlot(QWidget *parent) : PlotBase(parent)
{
    setSelection(new Selection(this));
}

void TracePlot::setTrace(std::shared_ptr<const adaplens::Trace> trace)
{
    m_trace = std::move(trace);
    refresh();
}

void TracePlot::setSelection(Selection *selection)
{
    followSelection(m_selection, selection, this, &TracePlot::refresh);
    if (m_trace && !m_trace->layers.empty()) {
        refresh();
    }
}

std::size_t TracePlot::layer() const
{
    return m_selection && hasData() ? std::min(m_selection->layer(), m_trace->layers.size() - 1) : 0;
}

void TracePlot::keyPressEvent(QKeyEvent *event)
{
    if (hasData() && m_selection && event->key() == Qt::Key_Down) {
        m_selection->setLayer(std::min(layer() + 1, m_trace->layers.size() - 1));
    } else if (hasData() && m_selection && event->key() == Qt::Key_Up) {
        m_selection->setLayer(layer() > 0 ? layer() - 1 : 0);
    } else {
        PlotBase::keyPressEvent(event);
    }
}
