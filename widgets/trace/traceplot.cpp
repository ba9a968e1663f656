// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/traceplot.h"

#include <QKeyEvent>

TracePlot::TracePlot(TraceSource &source, QWidget *parent) : PlotBase(parent), m_source(source)
{
    connect(&source, &TraceSource::analysed, this, &TracePlot::refresh);
    connect(&source, &TraceSource::selectionChanged, this, &TracePlot::refresh);
    connect(&source, &TraceSource::outdatedChanged, this, &TracePlot::setBusy);
}

void TracePlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down) {
        m_source.stepLayer(1);
    } else if (event->key() == Qt::Key_Up) {
        m_source.stepLayer(-1);
    } else {
        PlotBase::keyPressEvent(event);
    }
}
