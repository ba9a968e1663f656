// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/filedialogs.h"
#include "widgets/page/page.h"
#include "widgets/tradeoff/calibrationrunner.h"
#include "widgets/tradeoff/tradeoff.h"

class CalibrationView;
class Card;
class Label;
class PointsCard;
class QMimeData;
class QSplitter;
class QStackedWidget;
class QTabBar;
class SweepControls;
class TradeoffLegend;
class TradeoffPlot;

/// The page of the trade of accuracy against cost: sweeps that ship with the program and the user's own, their points in
/// a plot and a table, and the way from a point to its model; beside them, in a view of its own, how fast the model at hand
/// can safely be.
class TradeoffPage : public Page {
    Q_OBJECT

public:
    explicit TradeoffPage(const Workspace &workspace, QWidget *parent = nullptr);
    /// With what ships in another folder.
    TradeoffPage(const Workspace &workspace, QString shipped, CalibrationRunner runner = classifierCalibration(),
                 QWidget *parent = nullptr);

    void resetLayout() override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }
    /// The plot that is shown, for a file.
    [[nodiscard]] std::optional<Drawing> figure() const override;

    /// Opens a sweep's file or folder beside those at hand; says so where it cannot be read.
    void openSweep(const QString &path);
    /// Writes the figure (.png, .svg, .pdf) or the points (.csv, .md, .tex, .json) that are shown; tells how it went.
    void exportTo(const QString &path);
    /// Selects a point everywhere.
    void select(std::optional<std::size_t> point);
    [[nodiscard]] std::optional<std::size_t> selected() const { return m_selected; }
    /// Opens the model of a point in Inspect; of a floor the one whose budget it has.
    void openPoint(std::size_t point);

    [[nodiscard]] CalibrationView *calibration() const { return m_calibration; }
    [[nodiscard]] SweepControls *controls() const { return m_controls; }
    [[nodiscard]] TradeoffPlot *plot() const { return m_plot; }
    [[nodiscard]] PointsCard *points() const { return m_points; }

protected:
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

private:
    void makeLayout();
    [[nodiscard]] QWidget *makeSweeps();
    void connectParts();
    /// The one file or folder dropped, if the view that is shown can open it.
    [[nodiscard]] QString droppedHere(const QMimeData &dropped) const;
    /// Reads what ships with the program; called once, when the page is first shown.
    void readShipped();
    void showTradeoff();
    void chooseSweep();
    void chooseExport(const QString &filter);
    void fitWidth();

    const QString m_shippedFolder;
    FileDialogs m_dialogs;
    QTabBar *m_views;
    QStackedWidget *m_stack;
    CalibrationView *m_calibration;
    SweepControls *m_controls;
    TradeoffPlot *m_plot;
    TradeoffLegend *m_legend;
    PointsCard *m_points;
    Label *m_hint, *m_conditions;
    QSplitter *m_splitter;
    Card *m_side = nullptr;
    std::shared_ptr<const Tradeoff> m_tradeoff; ///< that is shown
    std::optional<std::size_t> m_selected;
    bool m_read = false; ///< what ships with the program
};
