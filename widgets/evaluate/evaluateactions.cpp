// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does: choosing, running, showing what came out.
#include "widgets/evaluate/evaluatepage.h"

#include "core/error.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/session/preferences.h"
#include "widgets/session/session.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementlegend.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/evaluate/agreementtableview.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/label.h"
#include "widgets/controls/progress.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <system_error>

using adaplens::Metric;

void EvaluatePage::fillDataSets()
{
    QList<RationaleData> sets;
    if (const RationaleData own = embeddedRationales(); !own.path.isEmpty()) {
        sets.append(own);
    }
    for (const QString &path : m_workspace.preferences.recentData()) {
        try {
            sets.append(rationaleDataAt(path));
        } catch (const adaplens::Error &) { // gone since; it stays in the list in case its disk comes back
            continue;
        }
    }
    const RationaleData chosen = m_controls->dataSet();
    if (!chosen.path.isEmpty() && !sets.contains(chosen)) {
        sets.append(chosen);
    }
    m_controls->setDataSets(sets);
}

void EvaluatePage::fillModels()
{
    QList<QPair<QString, QString>> models;
    const auto &open = m_workspace.session.model();
    const QString window = open ? QString::fromStdString(open->folder.string()) : QString();
    if (open) {
        models.append({window, QString::fromStdString(open->name)});
    }
    QStringList others = m_workspace.preferences.recentModels();
    if (!m_chosenModel.isEmpty()) {
        others.prepend(m_chosenModel);
    }
    others.removeDuplicates();
    for (const QString &folder : others) {
        if (folder != window && QFileInfo::exists(folder)) {
            models.append({folder, QDir(folder).dirName()});
        }
    }
    const bool follows = m_controls->model() == m_windowModel;
    m_windowModel = window;
    m_controls->setModels(models);
    if (follows) {
        choose(m_controls->modelButton(), window);
    }
    showProgress(); // it says so where no model is open
}

AgreementRequest EvaluatePage::request() const
{
    AgreementRequest request;
    request.model = QFileInfo(m_controls->model()).filesystemFilePath();
    request.precision = m_workspace.session.precision();
    request.data = m_controls->source();
    request.options = m_controls->options();
    request.options.resumeFile = resumeFileOf(request, m_cache);
    return request;
}

void EvaluatePage::start(bool over)
{
    if (m_run.running()) {
        return;
    }
    const AgreementRequest wanted = request();
    if (over) {
        std::error_code ignored;
        std::filesystem::remove(wanted.options.resumeFile, ignored);
    }
    if (const QString path = m_controls->dataSet().path; path != embeddedRationales().path) {
        m_workspace.preferences.addData(path);
    }
    m_mode = wanted.options.mode;
    m_run.start(wanted);
}

void EvaluatePage::runPaperFigure()
{
    m_controls->choosePaper();
    chooseMetric(0, Metric::AP);
    chooseMetric(1, Metric::FPR);
    setLayer(std::nullopt);
    start(false);
}

void EvaluatePage::settingsChanged()
{
    if (!m_run.running()) {
        const AgreementRequest wanted = request();
        std::error_code ignored;
        m_controls->setInterrupted(std::filesystem::exists(wanted.options.resumeFile, ignored));
    }
}

std::vector<NamedReport> EvaluatePage::shown() const
{
    std::vector<NamedReport> runs = m_kept->shown();
    const auto &report = m_run.report();
    if (!report) {
        return runs;
    }
    const auto same = std::find_if(runs.begin(), runs.end(), [&](const NamedReport &r) { return r.report == report; });
    if (same != runs.end()) {
        std::rotate(runs.begin(), same, same + 1);
    } else if (!m_kept->holds(report)) {
        QString name = agreement::runName(*report);
        if (std::any_of(runs.begin(), runs.end(), [&](const NamedReport &r) { return r.name == name; })) {
            name = tr("%1 (new)").arg(name);
        }
        runs.insert(runs.begin(), NamedReport{name, report});
    }
    return runs;
}

void EvaluatePage::showRuns()
{
    const std::vector<NamedReport> runs = shown();
    for (AgreementPlot *plot : m_plots) {
        plot->setRuns(runs);
    }
    m_legend->setRuns(runs);
    const int rows = m_table->rowCount();
    m_table->setRuns(runs);
    if (m_table->rowCount() != rows) {
        fitTable();
    }
    fillLayers();
    m_conditions->setText(runs.empty() ? QString() : agreement::conditions(*runs.front().report));
    m_leftOut->setText(m_run.report() ? agreement::leftOut(*m_run.report()) : QString());
    if (!runs.empty()) {
        const adaplens::Interval &interval = runs.front().report->baseRate;
        m_tableHeader->setCaption(
            interval.resamples > 0
                ? tr("± half of the %1 interval, documents drawn %2 times")
                      .arg(agreement::level(interval), QLocale().toString(static_cast<qulonglong>(interval.resamples)))
                : QString());
    }
    showState();
}

void EvaluatePage::fillLayers()
{
    std::size_t layers = 0;
    for (const NamedReport &run : shown()) {
        layers = std::max(layers, agreement::layersOf(*run.report));
    }
    if (m_layers->count() == static_cast<int>(layers) + 1) {
        return;
    }
    QList<Choice> choices{{tr("mean over layers"), -1, {}}};
    for (std::size_t l = 0; l < layers; ++l) {
        choices.append({tr("layer %1").arg(l + 1), static_cast<int>(l), {}});
    }
    setChoices(m_layers, choices);
}

void EvaluatePage::showState()
{
    const bool running = m_run.running();
    const auto &report = m_run.report();
    m_controls->setRunning(running, m_run.stopping());
    const bool old = running && !m_fresh; // what is seen is of another run
    for (AgreementPlot *plot : m_plots) {
        plot->setBusy(old);
    }
    m_tableView->setEnabled(!old);
    m_keep->setEnabled(report && !running && !m_kept->holds(report));
    m_export->setEnabled(!shown().empty() && !old);
    const bool partial = report && !report->complete && !old;
    m_state->setVisible(partial);
    m_state->setText(running ? tr("partial result, more to come") : tr("partial result"));
    showProgress();
}

void EvaluatePage::showProgress()
{
    const adaplens::AgreementProgress &progress = m_run.progress();
    const auto &report = m_run.report();
    if (m_run.running()) {
        showShare(m_bar, progress.documents, progress.total);
        m_progressText->setText(m_run.stopping()          ? tr("stopping…")
                                : progress.documents == 0 ? tr("opening the model and the data…")
                                                          : agreement::progress(progress, m_mode));
        return;
    }
    if (!report) {
        showShare(m_bar, 0, 0);
        m_progressText->setText(m_controls->model().isEmpty() ? tr("no model is open") : tr("nothing measured yet"));
        return;
    }
    adaplens::AgreementProgress done{report->documents, report->instances, 0, std::nullopt};
    const std::size_t total = progress.total;
    showShare(m_bar, report->documents, report->complete ? report->documents : total);
    done.total = report->complete ? 0 : total;
    const QString text = agreement::progress(done, report->options.mode);
    m_progressText->setText(report->complete ? tr("done: %1").arg(text) : tr("stopped: %1").arg(text));
}

void EvaluatePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fillDataSets(); // other pages open data sets, too
    settingsChanged();
}
