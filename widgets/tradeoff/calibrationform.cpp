// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationform.h"

#include "core/reduction/thresholds.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/named.h"
#include "widgets/controls/pathbox.h"
#include "widgets/controls/runbar.h"
#include "widgets/session/session.h"
#include "widgets/tradeoff/promiseform.h"

#include <QBoxLayout>
#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>
#include <QKeySequence>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace {

constexpr QKeyCombination runKeys = Qt::CTRL | Qt::Key_Return;

} // namespace

CalibrationForm::CalibrationForm(const Workspace &workspace, const FileDialogs &dialogs, CalibrationRun &run)
    : m_workspace(workspace),
      m_dialogs(dialogs),
      m_run(run),
      m_model(new Label(Label::Kind::Body)),
      m_note(new Label(
          Label::Kind::Caption,
          tr("Labelled texts like those to come, by which the model was neither trained nor chosen: only then "
             "does the promise hold."))),
      m_data(new PathBox(tr("Data"), tr("File or folder of labelled texts"), "calibrationData")),
      m_start(primaryButton(tr("Run"), "calibrateButton")),
      m_cancel(textButton(tr("Cancel"), "cancelCalibration")),
      m_bar(new QProgressBar),
      m_progress(new Label(Label::Kind::Caption)),
      m_promise(new PromiseForm)
{
    makeLayout();
    connectParts();
    showState();
}

void CalibrationForm::makeLayout()
{
    m_model->setObjectName(QStringLiteral("calibrationModel"));
    for (Label *label : {m_model, m_note}) {
        label->setWordWrap(true);
    }
    auto *menu = new QMenu(this);
    menu->addAction(tr("&File…"), this, [this] { chooseData(false); })
        ->setObjectName(QStringLiteral("calibrationDataFile"));
    menu->addAction(tr("F&older…"), this, [this] { chooseData(true); })
        ->setObjectName(QStringLiteral("calibrationDataFolder"));
    m_data->button()->setMenu(menu);
    m_start->setShortcut(runKeys);
    m_start->setToolTip(tr("Answer every text without dropping tokens and at each scale of the thresholds (%1)")
                            .arg(QKeySequence(runKeys).toString(QKeySequence::NativeText)));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_progress->setObjectName(QStringLiteral("calibrationProgress"));
    m_progress->setElided(true);
    QBoxLayout *start = rowIn(nullptr, 8, {m_start, m_cancel});
    start->addStretch();
    QLayout *progress = columnIn(nullptr, 4, {m_bar, m_progress});
    QBoxLayout *column = columnIn(this, 8, {m_model, named(tr("Data"), m_data), m_note, start, progress, m_promise});
    column->addStretch(1);
}

void CalibrationForm::connectParts()
{
    connect(m_data, &PathBox::chosen, this, &CalibrationForm::showState);
    connect(m_start, &QPushButton::clicked, this, &CalibrationForm::start);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_run.cancel();
        showProgress();
    });
    for (const auto signal : {&CalibrationRun::started, &CalibrationRun::finished, &CalibrationRun::cancelled}) {
        connect(&m_run, signal, this, &CalibrationForm::showState);
    }
    connect(&m_run, &CalibrationRun::failed, this, &CalibrationForm::showState);
    connect(&m_run, &CalibrationRun::progressed, this, &CalibrationForm::showProgress);
    connect(&m_workspace.session, &Session::modelOpened, this, &CalibrationForm::showState);
}

void CalibrationForm::openData(const QString &path)
{
    if (m_data->isEnabled()) { // not while a run goes on with another one
        m_data->setPath(path);
    }
}

void CalibrationForm::chooseData(bool folder)
{
    const QString path = folder ? m_dialogs.openFolder(tr("Folder of a data set"))
                                : m_dialogs.openFile(tr("Labelled texts"),
                                                     tr("Labelled texts (*.tsv *.csv *.jsonl *.json);;All files (*)"));
    if (!path.isEmpty()) {
        m_data->setPath(path);
    }
}

void CalibrationForm::start()
{
    const auto &model = m_workspace.session.model();
    if (!m_start->isEnabled() || !model) {
        return;
    }
    CalibrationRequest request;
    request.model = model->folder;
    request.precision = m_workspace.session.precision();
    request.data.path = QFileInfo(m_data->path()).filesystemAbsoluteFilePath();
    m_run.start(std::move(request));
}

void CalibrationForm::showState()
{
    const auto &model = m_workspace.session.model();
    const bool fits = model && hasThresholds(*model), running = m_run.running();
    const QString name = model ? QString::fromStdString(model->name) : QString();
    m_model->setText(
        !model ? tr("No model is open.")
        : fits
            ? tr("Model: %1").arg(name)
            : tr("%1 drops no tokens by thresholds, so there are none to choose: open a model that does.").arg(name));
    // What is disabled loses the keyboard; that stays with what can be done next.
    const bool began = running && m_start->hasFocus();
    const bool ended = !running && m_cancel->hasFocus();
    if (began) {
        m_cancel->setEnabled(true);
        m_cancel->setFocus();
    }
    m_data->setEnabled(fits && !running);
    m_start->setEnabled(fits && !running && !m_data->path().isEmpty());
    m_promise->setEnabled(fits || m_run.result());
    if (ended) {
        m_start->setFocus();
    }
    m_cancel->setEnabled(running);
    showProgress();
}

void CalibrationForm::showProgress()
{
    const adaplens::EvaluationProgress &at = m_run.progress();
    const auto number = [](std::size_t n) { return QLocale().toString(static_cast<qulonglong>(n)); };
    QString text = tr("reading model and data…");
    if (!m_run.running()) {
        text = m_run.result() ? tr("%Ln text(s) answered", nullptr, static_cast<int>(m_run.result()->calibration.n))
                              : tr("not run yet");
    } else if (m_run.stopping()) {
        text = tr("stopping…");
    } else if (at.total > 0) {
        text = tr("%1 of %2 texts").arg(number(at.done), number(at.total));
        if (const QString left = timeLeft(at.secondsLeft); !left.isEmpty()) {
            text += QStringLiteral(" · ") + left;
        }
    }
    m_progress->setText(text);
    showShare(m_bar, m_run.running() ? at.done : 0, at.total);
}

QByteArray CalibrationForm::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_data->path() << m_promise->state();
    return bytes;
}

void CalibrationForm::setState(const QByteArray &state)
{
    QString path;
    QByteArray promise;
    QDataStream stream(state);
    stream >> path >> promise;
    if (stream.status() == QDataStream::Ok) {
        m_data->setPath(path);
        m_promise->setState(promise);
    }
}
