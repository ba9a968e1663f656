// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/trainpage.h"

#include "core/error.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/fittingscroll.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/session/failure.h"
#include "widgets/train/dataform.h"
#include "widgets/train/epochtable.h"
#include "widgets/train/runcard.h"
#include "widgets/train/runcurves.h"
#include "widgets/train/trainform.h"
#include "widgets/train/trainhelp.h"

#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <utility>

using State = TrainingRun::State;

TrainPage::TrainPage(const Workspace &workspace, TrainRunner runner, QWidget *parent)
    : Page(QStringLiteral("train"), workspace.preferences, parent),
      m_dialogs(this, workspace.preferences),
      m_questions(new MessageBar),
      m_form(new TrainForm(m_dialogs)),
      m_over(bareButton(tr("Start over"), "trainOverButton")),
      m_cancel(textButton(tr("Cancel"), "trainCancelButton")),
      m_pause(textButton(tr("Pause"), "trainPauseButton")),
      m_start(primaryButton(tr("Start"), "trainStartButton")),
      m_card(new RunCard),
      m_curves(new RunCurves),
      m_table(new EpochTable),
      m_columns(new QSplitter(Qt::Horizontal)),
      m_rows(new QSplitter(Qt::Vertical)),
      m_run(std::move(runner))
{
    acceptData([this](const QString &path) { m_form->data()->setPath(path); });
    makeLayout();
    connectParts();
    lookAtOut();
    showRun();
}

TrainPage::~TrainPage() = default;

QWidget *TrainPage::makeForm()
{
    m_over->setToolTip(tr("Delete the results in the folder and begin with the first batch"));
    m_cancel->setToolTip(tr("End the run; what it has written stays"));
    m_pause->setToolTip(tr("Write a resume point and stop"));
    m_start->setToolTip(tr("Train with these settings, or go on with the run in the folder"));
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(8, buttons);
    for (QWidget *button : std::initializer_list<QWidget *>{m_start, m_pause, m_cancel, m_over}) {
        row->addWidget(button);
    }
    auto *shared = new Label(Label::Kind::Caption,
                             tr("Training and the other pages share the processor: while a run is under way, both are "
                                "slower."));
    shared->setWordWrap(true);
    auto *content = new QWidget;
    auto *scroll = new FittingScroll(m_form);
    scroll->setNarrow();
    columnIn(content, 8, {{scroll, 1}, shared, buttons});
    auto *card = new Card(new CardHeader(tr("Training"), tr("what a run learns from"), help::training), content);
    card->setObjectName(QStringLiteral("trainingCard"));
    return card;
}

void TrainPage::makeLayout()
{
    auto *table =
        new Card(new CardHeader(tr("Epochs"), tr("scored on the texts held out"), help::trainingScores), m_table);
    auto *curves = new FittingScroll(m_curves); // so that Start stays in sight where type is large
    curves->setNarrow();
    m_rows->addWidget(curves);
    m_rows->addWidget(table);
    m_rows->setStretchFactor(0, 1);
    m_rows->setChildrenCollapsible(false);
    auto *right = new QWidget;
    columnIn(right, 10, {m_card, {m_rows, 1}});
    m_columns->addWidget(makeForm());
    m_columns->addWidget(right);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    auto *centre = new QWidget;
    columnIn(centre, 10, {m_questions, {m_columns, 1}});
    setCentralWidget(centre);
}

void TrainPage::connectParts()
{
    connect(m_form, &TrainForm::changed, this, &TrainPage::showState);
    connect(m_form, &TrainForm::outChosen, this, &TrainPage::lookAtOut);
    connect(m_form, &TrainForm::failed, this, &TrainPage::tell);
    connect(m_start, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_over, &QToolButton::clicked, this, &TrainPage::askStartOver);
    connect(m_pause, &QToolButton::clicked, &m_run, &TrainingRun::pause);
    connect(m_cancel, &QToolButton::clicked, &m_run, &TrainingRun::cancel);
    connect(&m_run, &TrainingRun::stateChanged, this, &TrainPage::runStateChanged);
    connect(&m_run, &TrainingRun::progressed, this, [this] { m_card->showRun(m_watch, m_run, showsOwn()); });
    connect(&m_run, &TrainingRun::failed, this, &TrainPage::tell);
    connect(&m_run, &TrainingRun::finished, this, [this] {
        Q_EMIT message(MessageBar::Kind::Done, tr("The run is done; its model lies in %1.")
                                                   .arg(QDir::toNativeSeparators(QString::fromStdString(
                                                       (m_run.request().config.out / "model").string()))));
    });
    connect(&m_watch, &RunWatch::changed, this, &TrainPage::showRun);
    connect(&m_watch, &RunWatch::failed, this, &TrainPage::tell);
    connect(m_card, &RunCard::watchRequested, this, [this] {
        if (const QString folder = m_dialogs.openFolder(tr("Folder of a run")); !folder.isEmpty()) {
            watch(folder);
        }
    });
    connect(m_card, &RunCard::ownRequested, this,
            [this] { m_watch.watch(QString::fromStdString(m_run.request().config.out.string()), false); });
    connect(m_card, &RunCard::inspectRequested, this,
            [this] { Q_EMIT modelRequested(QDir(m_watch.folder()).filePath(QStringLiteral("model"))); });
    connect(m_curves, &RunCurves::epochChosen, this, &TrainPage::setEpoch);
    connect(m_table, &EpochTable::epochChosen, this, &TrainPage::setEpoch);
    connect(m_curves, &RunCurves::stepped, this, [this](int direction) {
        const int count = m_table->rowCount();
        if (count > 0) {
            const int now = m_epoch ? static_cast<int>(*m_epoch) : count - 1;
            setEpoch(static_cast<std::size_t>(std::clamp(now + direction, 0, count - 1)));
        }
    });
}

void TrainPage::watch(const QString &folder)
{
    setEpoch(std::nullopt);
    m_watch.watch(QDir::cleanPath(QDir(folder).absolutePath()), true);
}

void TrainPage::start(bool over)
{
    if (m_run.state() == State::Paused) {
        m_run.resume();
        return;
    }
    TrainRequest request;
    request.method = m_form->method().toStdString();
    try {
        if (out() == Out::Unfinished && !over) {
            // With its own settings: with others it would not become the same model.
            request.config = adaplens::configOfRun(QFileInfo(m_form->out()).filesystemFilePath());
            request.config.out = QFileInfo(m_form->out()).filesystemFilePath();
            request.existing = adaplens::Existing::Resume;
        } else {
            request.config = m_form->config();
            request.existing = over ? adaplens::Existing::Restart : adaplens::Existing::Refuse;
        }
    } catch (const adaplens::Error &) {
        tell(describeException());
        return;
    }
    begin(std::move(request));
}

void TrainPage::begin(TrainRequest request)
{
    const QString folder = QString::fromStdString(request.config.out.string());
    setEpoch(std::nullopt);
    m_run.start(std::move(request));
    m_watch.watch(folder, false);
}

void TrainPage::askStartOver()
{
    m_questions->ask(
        tr("Start over? The results of the run in %1 are deleted then.").arg(QDir::toNativeSeparators(m_form->out())),
        {{tr("Keep them"), [] {}}, {tr("Delete and start"), [this] {
                                        if (m_run.state() == State::Idle && m_form->isComplete()) {
                                            start(true);
                                        }
                                    }}});
}

bool TrainPage::mayClose(const std::function<void()> &close)
{
    if (!m_run.isAtWork()) {
        return true;
    }
    if (m_run.state() == State::Pausing || m_run.state() == State::Cancelling) {
        m_close = close; // in a moment
        return false;
    }
    m_questions->ask(tr("Training is under way. Stop it at a resume point and close?"),
                     {{tr("Go on training"), [] {}}, {tr("Stop and close"), [this, close] {
                                                          m_close = close;
                                                          m_run.pause();
                                                          if (!m_run.isAtWork()) { // it has ended meanwhile
                                                              std::exchange(m_close, nullptr)();
                                                          }
                                                      }}});
    return false;
}

void TrainPage::runStateChanged()
{
    // What is disabled loses the keyboard; Enter stays with what can be done next, and while a run is being stopped with
    // what was pressed.
    const bool atWork = m_run.isAtWork();
    const bool focused = m_pause->hasFocus() || m_cancel->hasFocus();
    if (atWork && m_start->hasFocus()) {
        m_pause->setEnabled(true);
        m_pause->setFocus();
    }
    showState();
    if (!atWork && focused && m_start->isEnabled()) {
        m_start->setFocus();
    }
    m_watch.look();
    if (!atWork) {
        lookAtOut();
        if (m_close) {
            std::exchange(m_close, nullptr)();
        }
    }
}

void TrainPage::lookAtOut()
{
    m_there.reset();
    showState();
    const QString folder = m_form->out();
    if (folder.isEmpty()) {
        m_looking.drop();
        return;
    }
    m_looking.start(
        [path = QFileInfo(folder).filesystemFilePath()](const std::stop_token &stop, const Requests::Post &) {
            adaplens::RunLog log(path);
            (void)log.update(stop);
            return log.record();
        },
        [this](const adaplens::RunRecord &record) { takeOut(record); },
        [this](const QString &message) { m_form->setOutNote(message); });
}

void TrainPage::takeOut(const adaplens::RunRecord &record)
{
    m_there = record;
    if (m_run.state() == State::Idle && record.isRun) {
        m_form->chooseMethod(QString::fromStdString(record.method()));
        if (m_watch.folder() != m_form->out()) {
            watch(m_form->out());
        }
    }
    showState();
}

TrainPage::Out TrainPage::out() const
{
    if (!m_there || m_form->out().isEmpty()) {
        return Out::Unknown;
    }
    return !m_there->isRun                                        ? Out::Free
           : m_there->underWay                                    ? Out::UnderWay
           : m_there->hasFinished(m_form->method().toStdString()) ? Out::Finished
                                                                  : Out::Unfinished;
}

QString TrainPage::outNote() const
{
    switch (out()) {
    case Out::UnderWay:
        return tr("Another program trains into this folder: watch it, or choose another folder.");
    case Out::Finished:
        return tr("A finished run lies here: look at it, start over, or choose another folder.");
    case Out::Unfinished:
        return tr("An unfinished run lies here: Resume goes on with it, with its own data and settings.");
    case Out::Unknown:
    case Out::Free:
        break;
    }
    return {};
}

void TrainPage::showState()
{
    const State state = m_run.state();
    const bool idle = state == State::Idle, paused = state == State::Paused;
    const Out there = out();
    m_form->setOpen(idle);
    m_form->setOutNote(idle ? outNote() : QString());
    m_start->setText(paused || (idle && there == Out::Unfinished) ? tr("Resume") : tr("Start"));
    m_start->setEnabled(paused || (idle && (there == Out::Unfinished || (there == Out::Free && m_form->isComplete()))));
    m_pause->setEnabled(state == State::Running || (m_run.isAtWork() && m_pause->hasFocus()));
    m_cancel->setEnabled(!idle);
    m_over->setVisible(idle && (there == Out::Unfinished || there == Out::Finished));
    m_over->setEnabled(m_form->isComplete());
    showRun();
}

bool TrainPage::showsOwn() const
{
    return m_run.state() != State::Idle &&
           m_watch.folder() == QString::fromStdString(m_run.request().config.out.string());
}

void TrainPage::showRun()
{
    m_card->showRun(m_watch, m_run, showsOwn());
    m_curves->setRecord(m_watch.record(), m_epoch);
    m_table->setRecord(m_watch.record());
    m_table->setEpoch(m_epoch);
}

void TrainPage::setEpoch(std::optional<std::size_t> epoch)
{
    if (epoch != m_epoch) {
        m_epoch = epoch;
        showRun();
    }
}

void TrainPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_epoch) {
        setEpoch(std::nullopt);
        return;
    }
    Page::keyPressEvent(event);
}

void TrainPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_watch.setActive(true);
}

void TrainPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_watch.setActive(false);
}

void TrainPage::resetLayout()
{
    const int form = fontMetrics().averageCharWidth() * 46;
    m_columns->setSizes({form, std::max(form, width() - form)});
    const int table = m_table->sizeHint().height();
    m_rows->setSizes({std::max(table, height() - table), table});
}

QByteArray TrainPage::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_rows->saveState() << m_form->save();
    return bytes;
}

void TrainPage::setArrangement(const QByteArray &arrangement)
{
    QByteArray columns, rows, form;
    QDataStream stream(arrangement);
    stream >> columns >> rows >> form;
    if (stream.status() != QDataStream::Ok || !m_columns->restoreState(columns) || !m_rows->restoreState(rows)) {
        resetLayout();
        return;
    }
    m_form->restore(form);
}
