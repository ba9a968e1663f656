// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/evaluatepage.h"

#include "core/error.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/controls/layouts.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementfigure.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/evaluate/keptruns.h"
#include "widgets/evaluate/metriccard.h"
#include "widgets/evaluate/reportfiles.h"
#include "widgets/evaluate/resultscard.h"
#include "widgets/evaluate/runcontrol.h"
#include "widgets/session/failure.h"

#include <QAction>
#include <QDataStream>
#include <QDir>
#include <QSplitter>

#include <algorithm>
#include <utility>

using adaplens::Metric;

EvaluatePage::EvaluatePage(const Workspace &workspace, AgreementRunner runner, QWidget *parent)
    : Page(QStringLiteral("evaluate"), workspace.preferences, parent),
      m_dialogs(this, workspace.preferences),
      m_run(new RunControl(workspace, std::move(runner), m_dialogs)),
      // A click apart: rankings on the left; on the right what a selection gets wrong and right, and how large it is,
      // since none of these can be read alone.
      m_metrics{new MetricCard(tr("Metric of the left plot"),
                               {Metric::AP, Metric::AUPRC, Metric::RocAuc, Metric::PrecisionAtCpSize}),
                new MetricCard(tr("Metric of the right plot"),
                               {Metric::FPR, Metric::TPR, Metric::Selected, Metric::FprAtCpSize})},
      m_results(new ResultsCard),
      m_kept(new KeptRuns(this)),
      m_keptDock(m_kept->makeDock(this)),
      m_splitter(new QSplitter(Qt::Vertical))
{
    acceptData([this](const QString &path) {
        if (path.endsWith(QLatin1String(".json")) && !path.endsWith(QLatin1String("dataset.json"))) {
            openReport(path);
        } else {
            m_run->openData(path);
        }
    });
    makeLayout();
    connectParts();
    showRuns();
    keepFitted(this, [this] { fitTable(); });
}

void EvaluatePage::makeLayout()
{
    auto *run = new Card(nullptr, m_run);
    run->setObjectName(QStringLiteral("run"));
    auto *plots = new QSplitter(Qt::Horizontal);
    m_metrics[0]->setObjectName(QStringLiteral("leftMetric"));
    m_metrics[1]->setObjectName(QStringLiteral("rightMetric"));
    for (MetricCard *card : m_metrics) {
        plots->addWidget(card);
    }
    plots->setChildrenCollapsible(false);
    m_splitter->addWidget(plots);
    m_splitter->addWidget(m_results);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *centre = new QWidget;
    columnIn(centre, 10, {run, {m_splitter, 1}});
    setCentralWidget(centre);
    addDockWidget(Qt::RightDockWidgetArea, m_keptDock);
    m_keptDock->hide();
}

void EvaluatePage::connectParts()
{
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_fitted = false; });
    connect(m_run, &RunControl::paperFigureRequested, this, &EvaluatePage::runPaperFigure);
    connect(m_run, &RunControl::reported, this, &EvaluatePage::showRuns);
    connect(m_run, &RunControl::stateChanged, this, &EvaluatePage::showState);
    connect(m_run, &RunControl::message, this, &Page::message);
    connect(m_run, &RunControl::dataOpened, this, &Page::dataOpened);
    for (MetricCard *card : m_metrics) {
        connect(card->plot(), &AgreementPlot::layerChosen, this, &EvaluatePage::setLayer);
    }
    connect(m_results, &ResultsCard::layerChosen, this, &EvaluatePage::setLayer);
    connect(m_results, &ResultsCard::rowsChanged, this, &EvaluatePage::fitTable);
    connect(m_results, &ResultsCard::keepRequested, this, [this] {
        if (const auto &report = m_run->run().report()) {
            m_kept->keep(agreement::runName(*report), report);
        }
    });
    connect(m_results, &ResultsCard::saveRequested, this, &EvaluatePage::chooseExport);
    connect(m_results, &ResultsCard::openRequested, this, [this] {
        if (const QString path = m_dialogs.openFile(tr("Open a saved run"), tr("JSON (*.json)")); !path.isEmpty()) {
            openReport(path);
        }
    });
    connect(m_kept, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_kept->rowCount() == 1) {
            resizeDocks({m_keptDock}, {fontMetrics().averageCharWidth() * 28}, Qt::Horizontal);
        }
        showRuns();
    });
    connect(m_kept, &QAbstractItemModel::rowsRemoved, this, &EvaluatePage::showRuns);
    connect(m_kept, &QAbstractItemModel::dataChanged, this, &EvaluatePage::showRuns);
}

std::vector<NamedReport> EvaluatePage::shown() const
{
    std::vector<NamedReport> runs = m_kept->shown();
    const auto &report = m_run->run().report();
    if (!report) {
        return runs;
    }
    const auto same = std::ranges::find(runs, report, &NamedReport::report);
    if (same != runs.end()) {
        std::rotate(runs.begin(), same, same + 1);
    } else if (!m_kept->holds(report)) {
        QString name = agreement::runName(*report);
        if (std::ranges::find(runs, name, &NamedReport::name) != runs.end()) {
            name = tr("%1 (new)").arg(name);
        }
        runs.insert(runs.begin(), NamedReport{name, report});
    }
    return runs;
}

void EvaluatePage::showRuns()
{
    const std::vector<NamedReport> runs = shown();
    for (MetricCard *card : m_metrics) {
        card->plot()->setRuns(runs);
    }
    m_results->setRuns(runs);
    showState();
}

void EvaluatePage::showState()
{
    const AgreementRun &run = m_run->run();
    const auto &report = run.report();
    const bool outdated = run.outdated();
    for (MetricCard *card : m_metrics) {
        card->plot()->setBusy(outdated);
    }
    using State = ResultsCard::State;
    m_results->setState(outdated                      ? State::Outdated
                        : !report || report->complete ? State::Whole
                        : run.running()               ? State::Growing
                                                      : State::Partial,
                        report && !run.running() && !m_kept->holds(report));
}

void EvaluatePage::setLayer(std::optional<std::size_t> layer)
{
    m_results->setLayer(layer);
    for (MetricCard *card : m_metrics) {
        card->plot()->setLayer(layer);
    }
}

void EvaluatePage::runPaperFigure()
{
    m_run->controls()->choosePaper();
    m_metrics[0]->setMetric(Metric::AP);
    m_metrics[1]->setMetric(Metric::FPR);
    setLayer(std::nullopt);
    m_run->start();
}

std::optional<Drawing> EvaluatePage::figure() const
{
    const std::vector<NamedReport> runs = shown();
    return runs.empty() ? std::nullopt
                        : std::optional(agreementFigure(runs, m_metrics[0]->metric(), m_metrics[1]->metric()));
}

void EvaluatePage::openReport(const QString &path)
{
    try {
        NamedReport read = readReport(path);
        m_kept->keep(read.name, std::move(read.report));
    } catch (const adaplens::Error &) {
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void EvaluatePage::exportTo(const QString &path)
{
    const std::vector<NamedReport> runs = shown();
    if (runs.empty()) {
        return;
    }
    try {
        writeReports(runs, m_metrics[0]->metric(), m_metrics[1]->metric(), path);
        Q_EMIT message(MessageBar::Kind::Done, tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    } catch (const adaplens::Error &) {
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void EvaluatePage::chooseExport(const QString &filter)
{
    const std::vector<NamedReport> runs = shown();
    if (runs.empty()) {
        return;
    }
    const QString path = m_dialogs.saveFile(tr("Save"), suggestedFileName(*runs.front().report), filter);
    if (!path.isEmpty()) {
        exportTo(path);
    }
}

void EvaluatePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_run->refresh();
}

void EvaluatePage::fitTable()
{
    if (!m_fitted) {
        return;
    }
    // Once everything inside has taken on its new size.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_fitted) { // the user's own layout has come back meanwhile
                return;
            }
            const int room = m_splitter->height() - m_splitter->handleWidth();
            const int wanted = m_results->hasHeightForWidth() ? m_results->heightForWidth(m_results->width()) : 0;
            const int table = std::max(wanted, m_results->sizeHint().height());
            const int plots = std::max(m_splitter->widget(0)->minimumSizeHint().height(), room - table);
            m_splitter->setSizes({plots, room - plots});
        },
        Qt::QueuedConnection);
}

void EvaluatePage::resetLayout()
{
    m_keptDock->setFloating(false);
    addDockWidget(Qt::RightDockWidgetArea, m_keptDock);
    resizeDocks({m_keptDock}, {fontMetrics().averageCharWidth() * 28}, Qt::Horizontal);
    m_fitted = true;
    fitTable();
}

QByteArray EvaluatePage::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_fitted << m_splitter->saveState() << static_cast<qint32>(m_metrics[0]->metric())
           << static_cast<qint32>(m_metrics[1]->metric());
    return bytes;
}

void EvaluatePage::setArrangement(const QByteArray &arrangement)
{
    QByteArray splitter;
    qint32 left = 0, right = 0;
    bool fitted = true;
    QDataStream stream(arrangement);
    stream >> fitted >> splitter >> left >> right;
    m_keptDock->setVisible(m_kept->rowCount() > 0);
    const auto known = [](qint32 metric) {
        return metric >= 0 && metric < static_cast<qint32>(adaplens::allMetrics().size());
    };
    if (stream.status() == QDataStream::Ok && m_splitter->restoreState(splitter) && known(left) && known(right)) {
        m_fitted = fitted;
        fitTable();
        m_metrics[0]->setMetric(static_cast<Metric>(left));
        m_metrics[1]->setMetric(static_cast<Metric>(right));
    } else {
        resetLayout();
    }
}

QList<QAction *> EvaluatePage::viewActions()
{
    return {m_keptDock->toggleViewAction()};
}
