// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Palette;
class QCPAxis;
class QCPItemText;
class QCustomPlot;

/// What all plots share: palette, font, hover, empty and busy state. A plot adds the curves.
class PlotBase : public QWidget {
    Q_OBJECT

public:
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
    /// Type and colours that all axes share.
    void style(QCPAxis *axis, const Palette &colours) const;
    /// A text beside a place of the axes, which may stand outside of them.
    QCPItemText *addText(double x, double y, const QString &text, const QColor &colour, Qt::Alignment alignment);
    /// Marks what lies between two places of the x axis, behind everything.
    void addBand(double left, double right, const Palette &colours);
    explicit PlotBase(QWidget *parent);

    /// Whether there is something to plot.
    [[nodiscard]] virtual bool hasData() const = 0;
    /// What stands in the plot's place while there is nothing to plot.
    [[nodiscard]] virtual QString emptySentence() const;
    /// Makes all plottables anew; called only if there is something to plot.
    virtual void rebuild(const Palette &colours) = 0;
    virtual void selectAt(QPointF position) = 0;
    /// One step of the arrow keys to the right (+1) or left (-1).
    virtual void step(int direction) = 0;
    /// Rebuilds the picture; to be called when anything it shows has changed, and last in a plot's constructor.
    void refresh();
    void keyPressEvent(QKeyEvent *event) override;

    QCustomPlot *m_plot;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    void showVeil();

    bool m_busy = false, m_focused = false;
    QWidget *m_veil; ///< over the plot: dims it while busy, says why it is empty, frames it with focus
};
