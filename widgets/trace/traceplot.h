// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/plots/plotbase.h"

#include <QPointer>

#include <memory>

class Selection;

/// What the plots of one text share: its trace and the selection.
class TracePlot : public PlotBase {
    Q_OBJECT

public:
    /// Null shows the empty state.
    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    void setSelection(Selection *selection);

protected:
    explicit TracePlot(QWidget *parent);

    /// The selected layer, within the trace.
    [[nodiscard]] std::size_t layer() const;
    [[nodiscard]] bool hasData() const override { return m_trace && !m_trace->layers.empty(); }
    void keyPressEvent(QKeyEvent *event) override;

    std::shared_ptr<const adaplens::Trace> m_trace;
    QPointer<Selection> m_selection;
};
