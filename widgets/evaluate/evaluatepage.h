// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtablemodel.h"
#include "widgets/evaluate/keptruns.h"
#include "widgets/page/page.h"
#include "widgets/evaluate/agreementrun.h"
#include "widgets/style/drawing.h"

#include <filesystem>
#include <optional>

class AgreementControls;
class AgreementLegend;
class AgreementPlot;
class AgreementTableView;
class CardDock;
class CardHeader;
class QComboBox;
class QToolButton;
class Label;
class QAction;
class QListView;
class QSplitter;
class QTabBar;
class QProgressBar;

/// The page that measures how well token scores find what people marked: choices, a run with its progress, two metrics
/// over the layers, the numbers below, and runs kept to be laid over one another.
class EvaluatePage : public Page {
    Q_OBJECT

public:
    explicit EvaluatePage(const Workspace &workspace, AgreementRunner runner = classifierAgreement(),
                          QWidget *parent = nullptr);
    ~EvaluatePage() override;

    [[nodiscard]] QList<QAction *> viewActions() override;
    void resetLayout() override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }
    /// The two plots as they are shown, for a file.
    [[nodiscard]] std::optional<Drawing> figure() const override;

    /// Offers a data set, and chooses it; tells in the message bar if it is none.
    void openData(const QString &path);
    /// Reads a run that was exported as JSON back, as one of the kept runs.
    void openReport(const QString &path);
    /// Writes the figure (.png, .svg, .pdf) or the numbers (.json, .csv, .tex) of what is shown; tells how it went.
    void exportTo(const QString &path);
    void runPaperFigure();
    /// Which layer the table shows; empty = the mean over layers.
    void setLayer(std::optional<std::size_t> layer);

    /// What is on the screen: the latest run first, then the kept ones that are checked.
    [[nodiscard]] std::vector<NamedReport> shown() const;

    [[nodiscard]] AgreementControls *controls() const { return m_controls; }
    [[nodiscard]] AgreementPlot *plot(int side) const { return m_plots[side]; }
    [[nodiscard]] QComboBox *metricButton(int side) const { return m_metricButtons[side]; }
    [[nodiscard]] QTabBar *quickMetrics(int side) const { return m_quick[side]; }
    [[nodiscard]] AgreementTableModel *table() const { return m_table; }
    [[nodiscard]] AgreementTableView *tableView() const { return m_tableView; }
    [[nodiscard]] KeptRuns *keptRuns() const { return m_kept; }
    [[nodiscard]] QToolButton *keepButton() const { return m_keep; }
    [[nodiscard]] const AgreementRun &agreementRun() const { return m_run; }
    [[nodiscard]] Label *state() const { return m_state; }
    [[nodiscard]] Label *progressText() const { return m_progressText; }
    [[nodiscard]] Label *conditions() const { return m_conditions; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

private:
    QWidget *makeControls();
    QWidget *makePlot(int side);
    QWidget *makeTable();
    void makeRunList();
    void connectRun();
    void fillMetrics();
    void fillLayers();
    void fillModels();
    void fillDataSets();
    void chooseMetric(int side, adaplens::Metric metric);
    void chooseData(bool folder);
    void chooseModel();
    void chooseReport();
    void chooseExport(const QString &suffix, const QString &filter);
    void start(bool over);
    void settingsChanged();
    void showRuns();
    /// Gives the table the height of its rows, as far as the plots can spare it, unless the user has set it.
    void fitTable();
    void showState();
    void showProgress();
    [[nodiscard]] AgreementRequest request() const;

    Workspace m_workspace;
    std::filesystem::path m_cache; // folder of resume files
    AgreementControls *m_controls;
    QProgressBar *m_bar;
    Label *m_progressText, *m_leftOut, *m_state, *m_conditions;
    AgreementPlot *m_plots[2];
    QComboBox *m_metricButtons[2];
    QTabBar *m_quick[2] = {};
    AgreementLegend *m_legend;
    AgreementTableModel *m_table;
    AgreementTableView *m_tableView;
    CardHeader *m_tableHeader = nullptr;
    QComboBox *m_layers;
    QToolButton *m_keep, *m_export;
    KeptRuns *m_kept;
    QListView *m_runList;
    CardDock *m_runDock = nullptr;
    QSplitter *m_splitter;
    QString m_windowModel, m_chosenModel; // folder of the window's model; one chosen beside it
    adaplens::AgreementMode m_mode = {};  // of the run under way
    bool m_fitted = true;                 // the table's height is the program's, not the user's
    bool m_fresh = false;                 // the run under way has a report of its own
    AgreementRun m_run;                   // last: its thread ends before the rest goes
};
