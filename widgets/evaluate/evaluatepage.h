// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementrunner.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/page/filedialogs.h"
#include "widgets/page/page.h"

#include <array>

class CardDock;
class KeptRuns;
class MetricCard;
class ResultsCard;
class QSplitter;
class RunControl;

/// The page that measures how well token scores find what people marked: choices, a run with its progress, two metrics
/// over the layers, the numbers below, and runs kept to be laid over one another.
class EvaluatePage : public Page {
    Q_OBJECT

public:
    explicit EvaluatePage(const Workspace &workspace, AgreementRunner runner = classifierAgreement(),
                          QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> viewActions() override;
    void resetLayout() override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }
    /// The two plots as they are shown, for a file.
    [[nodiscard]] std::optional<Drawing> figure() const override;

    /// Reads a run that was exported as JSON back, as one of the kept runs.
    void openReport(const QString &path);
    /// Writes the figure (.png, .svg, .pdf) or the numbers (.json, .csv, .tex) of what is shown; tells how it went.
    void exportTo(const QString &path);
    void runPaperFigure();
    /// Which layer is marked and the table shows; empty = the mean over layers.
    void setLayer(std::optional<std::size_t> layer);

    /// What is on the screen: the latest run first, then the kept ones that are checked.
    [[nodiscard]] std::vector<NamedReport> shown() const;

    [[nodiscard]] RunControl *runControl() const { return m_run; }
    [[nodiscard]] MetricCard *metricCard(std::size_t side) const { return m_metrics.at(side); }
    [[nodiscard]] ResultsCard *results() const { return m_results; }
    [[nodiscard]] KeptRuns *keptRuns() const { return m_kept; }

protected:
    void showEvent(QShowEvent *event) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

private:
    void makeLayout();
    void connectParts();
    void showRuns();
    void showState();
    void chooseExport(const QString &filter);
    /// Gives the table the height of its rows, as far as the plots can spare it, unless the user has set it.
    void fitTable();

    FileDialogs m_dialogs;
    RunControl *m_run;
    std::array<MetricCard *, 2> m_metrics;
    ResultsCard *m_results;
    KeptRuns *m_kept;
    CardDock *m_keptDock;
    QSplitter *m_splitter;
    bool m_fitted = true; // the table's height is the program's, not the user's
};
