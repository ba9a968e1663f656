// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/plotbase.h"
#include "widgets/session/tracesource.h"

/// What the plots of one text share: where its trace and the selection come from.
class TracePlot : public PlotBase {
    Q_OBJECT

protected:
    TracePlot(TraceSource &source, QWidget *parent);

    [[nodiscard]] const TraceSource::TracePointer &trace() const { return m_source.trace(); }
    [[nodiscard]] bool hasData() const override { return trace() && !trace()->layers.empty(); }
    void keyPressEvent(QKeyEvent *event) override;

    TraceSource &m_source;
};
