// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/runcontrol.h"

#include "core/error.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/popover.h"
#include "widgets/controls/progress.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/evaluate/resumefile.h"
#include "widgets/evaluate/evaluatehelp.h"
#include "widgets/session/failure.h"
#include "widgets/session/preferences.h"
#include "widgets/session/session.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QProgressBar>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include <system_error>
#include <utility>

RunControl::RunControl(const Workspace &workspace, AgreementRunner runner, const FileDialogs &dialogs)
    : m_workspace(workspace),
      m_dialogs(dialogs),
      m_cache(std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::CacheLocation).toStdU16String()) /
              "agreement"),
      m_controls(new AgreementControls),
      m_bar(new QProgressBar),
      m_progressText(new Label(Label::Kind::Body)),
      m_leftOut(new Label(Label::Kind::Caption)),
      m_run(std::move(runner))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_controls);
    column->addWidget(makeProgress());
    connectRun();
    fillDataSets();
    fillModels();
}

QWidget *RunControl::makeProgress()
{
    auto *help = bareButton(QStringLiteral("?"));
    help->setObjectName(QStringLiteral("evaluationHelp"));
    help->setToolTip(tr("What is this?"));
    help->setAccessibleName(tr("Explain agreement with human rationales"));
    connect(help, &QToolButton::clicked, this, [help] { Popover::explain(help, help::evaluation()); });
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_leftOut->setElided(true);
    m_leftOut->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    constexpr int gap = 14;
    auto *state = new QWidget;
    auto *row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(m_bar, 3);
    row->addWidget(m_progressText);
    row->addWidget(m_leftOut, 2);
    state->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    state->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    // Buttons go to a line of their own where there is no room beside: Run is always in sight.
    auto *progress = new QWidget;
    auto *lines = new FlowLayout(gap, progress);
    lines->addWidget(state);
    lines->addWidget(m_controls->buttons());
    lines->addWidget(help);
    return progress;
}

void RunControl::connectRun()
{
    connect(m_controls, &AgreementControls::run, this, [this] { start(); });
    connect(m_controls, &AgreementControls::startOver, this, [this] { start(true); });
    connect(m_controls, &AgreementControls::paperFigure, this, &RunControl::paperFigureRequested);
    connect(m_controls, &AgreementControls::cancel, this, [this] {
        m_run.cancel();
        showState();
    });
    connect(m_controls, &AgreementControls::changed, this, &RunControl::showInterrupted);
    QMenu *dataMenu = m_controls->otherDataButton()->menu();
    dataMenu->addAction(tr("Choose a file…"), this, [this] { chooseData(false); });
    dataMenu->addAction(tr("Choose a folder…"), this, [this] { chooseData(true); });
    m_controls->otherModelButton()->menu()->addAction(tr("Choose a model folder…"), this, &RunControl::chooseModel);

    connect(&m_run, &AgreementRun::started, this, &RunControl::showState);
    connect(&m_run, &AgreementRun::progressed, this, &RunControl::showProgress);
    connect(&m_run, &AgreementRun::reported, this, [this] {
        m_leftOut->setText(m_run.report() ? agreement::leftOut(*m_run.report()) : QString());
        Q_EMIT reported();
    });
    const auto ended = [this] {
        showState();
        showInterrupted();
    };
    connect(&m_run, &AgreementRun::finished, this, ended);
    connect(&m_run, &AgreementRun::cancelled, this, ended);
    connect(&m_run, &AgreementRun::failed, this, [this, ended](const QString &text) {
        ended();
        Q_EMIT message(MessageBar::Kind::Error, text);
    });
    connect(&m_workspace.session, &Session::modelOpened, this, &RunControl::fillModels);
}

void RunControl::openData(const QString &path)
{
    try {
        const RationaleData set = rationaleDataAt(path);
        m_workspace.preferences.addData(set.path);
        m_controls->chooseData(set);
    } catch (const adaplens::Error &) {
        m_workspace.preferences.forgetData(path);
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void RunControl::chooseData(bool folder)
{
    const QString path = folder ? m_dialogs.openFolder(tr("Folder of an annotated data set"))
                                : m_dialogs.openFile(tr("Annotated data set"),
                                                     tr("Annotated texts (*.jsonl *.csv *.tsv *.json);;All files (*)"));
    if (!path.isEmpty()) {
        openData(path);
    }
}

void RunControl::chooseModel()
{
    if (const QString folder = m_dialogs.openFolder(tr("Model folder")); !folder.isEmpty()) {
        m_chosenModel = QDir(folder).absolutePath();
        fillModels();
        choose(m_controls->modelButton(), m_chosenModel);
    }
}

void RunControl::fillDataSets()
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

void RunControl::fillModels()
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

AgreementRequest RunControl::request() const
{
    AgreementRequest request;
    request.model = QFileInfo(m_controls->model()).filesystemFilePath();
    request.precision = m_workspace.session.precision();
    request.data = m_controls->source();
    request.options = m_controls->options();
    request.options.resumeFile = resumeFileOf(request, m_cache);
    return request;
}

void RunControl::start(bool over)
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

void RunControl::refresh()
{
    fillDataSets();
    showInterrupted();
}

void RunControl::showInterrupted()
{
    if (!m_run.running()) {
        std::error_code ignored;
        m_controls->setInterrupted(std::filesystem::exists(request().options.resumeFile, ignored));
    }
}

void RunControl::showState()
{
    m_controls->setRunning(m_run.running(), m_run.stopping());
    showProgress();
    Q_EMIT stateChanged();
}

void RunControl::showProgress()
{
    const adaplens::AgreementProgress &progress = m_run.progress();
    const auto &report = m_run.report();
    if (m_run.running()) {
        showShare(m_bar, progress.documents, progress.total);
        m_progressText->setText(m_run.stopping()          ? tr("stopping…")
                                : progress.documents == 0 ? tr("opening the model and the data…")
                                                          : agreement::progress(progress, m_mode));
    } else if (!report) {
        showShare(m_bar, 0, 0);
        m_progressText->setText(m_controls->model().isEmpty() ? tr("no model is open") : tr("nothing measured yet"));
    } else {
        const bool whole = report->complete;
        showShare(m_bar, report->documents, whole ? report->documents : progress.total);
        const QString text = agreement::progress(
            {report->documents, report->instances, whole ? 0 : progress.total, std::nullopt}, report->options.mode);
        m_progressText->setText(whole ? tr("done: %1").arg(text) : tr("stopped: %1").arg(text));
    }
}
