// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class Palette;
class QCPAxis;
class QCustomPlot;
class Selection;

/// What the small plots share: trace, selection, palette, font, hover, empty and busy state. A plot adds the curves.
class PlotBase : public QWidget {
    Q_OBJECT

public:
    /// Null shows the empty state.
    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    void setSelection(Selection *selection);
    /// While busy the old picture stays, dimmed.
    void setBusy(bool busy);

    /// One line that says how to read the plot as it stands.
    [[nodiscard]] virtual QString caption() const = 0;
    /// Rich text of what is under `position`; empty where there is nothing to say.
    [[nodiscard]] virtual QString toolTipAt(QPointF position) const = 0;
    [[nodiscard]] QCustomPlot *plot() const { return m_plot; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void captionChanged(const QString &caption);

protected:
    explicit PlotBase(QWidget *parent);

    /// Makes all plottables anew from the trace, which has layers, and the selection.
    virtual void rebuild(const Palette &colours) = 0;
    virtual void selectAt(QPointF position) = 0;
    /// One step of the arrow keys to the right (+1) or left (-1).
    virtual void step(int direction) = 0;
    /// The selected layer, within the trace.
    [[nodiscard]] std::size_t layer() const;
    [[nodiscard]] bool any() const { return m_trace && !m_trace->layers.empty(); }
    /// Rebuilds the picture; to be called when anything it shows has changed, and last in a plot's constructor.
    void refresh();

    std::shared_ptr<const adaplens::Trace> m_trace;
    QPointer<Selection> m_selection;
    QCustomPlot *m_plot;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void style(QCPAxis *axis, const Palette &colours) const;

    QWidget *m_veil; ///< over the plot: dims it while busy, says why it is empty
};
