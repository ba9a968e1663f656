// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/runcontrol.h"

#include "core/data/typicaltexts.h"
#include "core/error.h"
#include "core/model/config.h"
#include "core/reduction/names.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/popover.h"
#include "widgets/controls/runbar.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementtext.h"
#include "widgets/evaluate/evaluatehelp.h"
#include "widgets/session/failure.h"
#include "widgets/session/preferences.h"
#include "widgets/session/session.h"

#include <QDir>
#include <QFileInfo>
#include <QKeySequence>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

#include <system_error>
#include <utility>

namespace {

constexpr QKeyCombination runKeys = Qt::CTRL | Qt::Key_Return;

} // namespace

RunControl::RunControl(const Workspace &workspace, AgreementRunner runner, const FileDialogs &dialogs)
    : m_workspace(workspace),
      m_dialogs(dialogs),
      m_cache(std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::CacheLocation).toStdU16String()) /
              "agreement"),
      m_controls(new AgreementControls),
      m_bar(new QProgressBar),
      m_progressText(new Label(Label::Kind::Body)),
      m_leftOut(new Label(Label::Kind::Caption)),
      m_more(bareButton(tr("More"), "moreButton")),
      m_cancel(textButton(tr("Cancel"), "cancelButton")),
      m_paper(textButton(tr("Paper's figure"), "paperButton")),
      m_startOver(bareButton(tr("Start over"), "startOverButton")),
      m_start(primaryButton(tr("Run"), "runButton")),
      m_run(std::move(runner))
{
    columnIn(this, -1, {m_controls, makeProgress()});
    connectRun();
    fillDataSets();
    m_lookedAt = m_controls->dataSet().path; // nobody chose it
    fillModels();
    showState();
}

QWidget *RunControl::makeProgress()
{
    QToolButton *help = helpButton(tr("Explain agreement with human rationales"), help::evaluation);
    help->setObjectName(QStringLiteral("evaluationHelp"));
    m_bar->setTextVisible(false);
    m_progressText->setObjectName(QStringLiteral("runProgress"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_leftOut->setElided(true);
    m_leftOut->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    constexpr int gap = 14;
    auto *state = new QWidget;
    rowIn(state, gap, {{m_bar, 3}, m_progressText, {m_leftOut, 2}});
    state->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    state->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    // Buttons go to a line of their own where there is no room beside: Run is always in sight.
    auto *progress = new QWidget;
    auto *lines = new FlowLayout(gap, progress);
    lines->addWidget(state);
    lines->addWidget(makeButtons());
    lines->addWidget(help);
    return progress;
}

QWidget *RunControl::makeButtons()
{
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Dropped tokens, weights, number of documents, seed, faithfulness"));
    m_paper->setToolTip(
        tr("AP and FPR of the model's own scores, attention, rollout and saliency at every layer, on the data that is "
           "open"));
    m_start->setToolTip(tr("Measure (%1)").arg(QKeySequence(runKeys).toString(QKeySequence::NativeText)));
    m_cancel->setToolTip(tr("Stop; what was found so far stays, and the run can go on later"));
    m_startOver->setToolTip(tr("Forget the interrupted run of these settings and begin with the first document"));
    auto *buttons = new QWidget;
    rowIn(buttons, 8, {m_startOver, m_more, m_paper, m_cancel, m_start});
    return buttons;
}

void RunControl::connectRun()
{
    connect(m_more, &QToolButton::toggled, m_controls, &AgreementControls::showMore);
    connect(m_start, &QPushButton::clicked, this, [this] { start(); });
    connect(m_startOver, &QToolButton::clicked, this, [this] { start(true); });
    connect(m_paper, &QToolButton::clicked, this, &RunControl::paperFigureRequested);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_run.cancel();
        showState();
    });
    connect(m_controls, &AgreementControls::changed, this, [this] {
        showRule();
        showButtons();
        if (isVisible() && m_controls->dataSet().path != m_lookedAt) {
            tellTypicalTexts();
        }
    });
    const auto offer = [this](QMenu *menu, const char *name, const QString &text, auto function) {
        menu->addAction(text, this, function)->setObjectName(QLatin1String(name));
    };
    offer(m_controls->otherData(), "chooseDataFile", tr("Choose a file…"), [this] { chooseData(false); });
    offer(m_controls->otherData(), "chooseDataFolder", tr("Choose a folder…"), [this] { chooseData(true); });
    offer(m_controls->otherModel(), "chooseModelFolder", tr("Choose a model folder…"), &RunControl::chooseModel);

    connect(&m_run, &AgreementRun::started, this, &RunControl::showState);
    connect(&m_run, &AgreementRun::progressed, this, &RunControl::showProgress);
    connect(&m_run, &AgreementRun::reported, this, [this] {
        m_leftOut->setText(m_run.report() ? agreement::leftOut(*m_run.report()) : QString());
        Q_EMIT reported();
    });
    connect(&m_run, &AgreementRun::finished, this, &RunControl::showState);
    connect(&m_run, &AgreementRun::cancelled, this, &RunControl::showState);
    connect(&m_run, &AgreementRun::failed, this, [this](const QString &text) {
        showState();
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
        tellTypicalTexts();
    } catch (const adaplens::Error &) {
        m_workspace.preferences.forgetData(path);
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void RunControl::tellTypicalTexts()
{
    m_lookedAt = m_controls->dataSet().path;
    m_looking.start(
        [source = m_controls->source()](const std::stop_token &stop, const Requests::Post &) {
            return adaplens::typicalTexts(source, stop);
        },
        [this](const std::optional<adaplens::TypicalTexts> &texts) {
            if (texts) {
                Q_EMIT dataOpened(texts->words, texts->pairs);
            }
        },
        [](const QString &) {}); // whoever runs the set is told what is wrong with it
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
        m_controls->chooseModel(m_chosenModel);
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
    QList<Choice> models;
    const auto add = [&models](const QString &name, const QString &folder) {
        models.append({name, folder, QDir::toNativeSeparators(folder)});
    };
    const auto &open = m_workspace.session.model();
    const QString window = open ? QString::fromStdString(open->folder.string()) : QString();
    if (open) {
        add(QString::fromStdString(open->name), window);
    }
    QStringList others = m_workspace.preferences.recentModels();
    if (!m_chosenModel.isEmpty()) {
        others.prepend(m_chosenModel);
    }
    others.removeDuplicates();
    for (const QString &folder : others) {
        if (folder != window && QFileInfo::exists(folder)) {
            add(QDir(folder).dirName(), folder);
        }
    }
    const bool follows = m_controls->model() == m_windowModel;
    m_windowModel = window;
    m_controls->setModels(models);
    if (follows) {
        m_controls->chooseModel(window);
    }
    m_ruleModel.clear();
    showRule();
    showProgress(); // it says so where no model is open
}

void RunControl::showRule()
{
    const QString folder = m_controls->model();
    const auto &open = m_workspace.session.model();
    if (folder == std::exchange(m_ruleModel, folder)) {
        return;
    }
    try {
        m_controls->setRule(
            open && folder == m_windowModel
                ? adaplens::namesOf(*open)
                : adaplens::namesOf(adaplens::readConfig(QFileInfo(folder).filesystemFilePath(), false).info));
    } catch (const adaplens::Error &) {
        m_controls->setRule({}); // no model: the run will say so
    }
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
    m_ruleModel.clear(); // its folder may hold another model by now
    showRule();
    showButtons();
}

void RunControl::showState()
{
    const bool running = m_run.running(), stopping = m_run.stopping(), ran = !m_controls->isEnabled();
    // What is disabled loses the keyboard; Enter stays with what can be done next.
    const bool ended = ran && !running && m_cancel->hasFocus();
    if (running && !ran && (m_start->hasFocus() || m_startOver->hasFocus() || m_paper->hasFocus())) {
        m_cancel->setEnabled(true);
        m_cancel->setFocus();
    }
    m_controls->setEnabled(!running);
    if (!stopping || !m_cancel->hasFocus()) { // it says what it waits for, and keeps the keyboard until then
        m_cancel->setEnabled(running && !stopping);
    }
    showButtons();
    if (ended) {
        m_start->setFocus();
    }
    showProgress();
    Q_EMIT stateChanged();
}

void RunControl::showButtons()
{
    const bool running = m_run.running();
    const bool ready = !running && !m_controls->dataSet().path.isEmpty() && !m_controls->model().isEmpty();
    const AgreementRequest wanted = request();
    std::error_code ignored;
    const bool interrupted = !running && std::filesystem::exists(wanted.options.resumeFile, ignored);
    m_start->setText(interrupted ? tr("Go on") : tr("Run"));
    m_start->setShortcut(runKeys); // setText() takes it away
    m_start->setEnabled(ready && !wanted.options.methods.empty());
    m_startOver->setVisible(interrupted);
    m_paper->setEnabled(ready);
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
