// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/traceplot.h"

#include <QKeyEvent>

TracePlot::TracePlot(QWidget *parent)
    : PlotBase(parent),
      m_source(this, {.trace = [this] { refresh(); },
                      .selection = [this] { refresh(); },
                      .outdated = [this] { setBusy(m_source->outdated()); },
                      .cost = {}})
{
}

void TracePlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down) {
        m_source->stepLayer(1);
    } else if (event->key() == Qt::Key_Up) {
        m_source->stepLayer(-1);
    } else {
        PlotBase::keyPressEvent(event);
    }
}
