// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotatepage.h"

#include "core/data/typicaltexts.h"
#include "core/reduction/names.h"
#include "widgets/annotate/annotationview.h"
#include "widgets/annotate/databrowser.h"
#include "widgets/annotate/rationaleeditor.h"
#include "widgets/annotate/textagreementview.h"
#include "widgets/controls/card.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/progressline.h"
#include "widgets/controls/messagebar.h"
#include "widgets/annotate/annotatehelp.h"
#include "widgets/session/preferences.h"
#include "widgets/session/rationale.h"
#include "widgets/trace/windowswitcher.h"

#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

AnnotatePage::AnnotatePage(const Workspace &workspace, QWidget *parent)
    : Page(QStringLiteral("annotate"), workspace.preferences, parent),
      m_workspace(workspace),
      m_run(classifierEvaluator()),
      m_model(m_set, m_run),
      m_browser(new DataBrowser(m_model, m_run)),
      m_view(new AnnotationView),
      m_agreement(new TextAgreementView),
      m_questions(new MessageBar),
      m_browserHeader(new CardHeader(tr("Data set"), {}, help::browser)),
      m_editorHeader(new CardHeader(tr("Text and rationale"), {}, help::annotation)),
      m_switcher(new WindowSwitcher),
      m_scores(workspace.loader, *m_agreement, *m_switcher),
      m_store(m_set, workspace.preferences.stateFolder()),
      m_files(m_set, m_store, *m_questions, FileDialogs(this, workspace.preferences))
{
    acceptData([this](const QString &path) { m_files.openPath(path); });
    fillHeaders();
    makeLayout();
    connectSet();
    connectStore();
    connectViews();
    showState();
    showText();
}

AnnotatePage::~AnnotatePage()
{
    m_store.flush();
    m_set.history().blockSignals(true); // it is emptied when it goes, and nobody is left to be told
    delete takeCentralWidget();         // the views look at members of this page
}

void AnnotatePage::makeLayout()
{
    auto *agreement =
        new CardHeader(tr("Agreement"), tr("how well each method finds the marked words"), help::agreement);
    agreement->addControl(m_switcher);
    agreement->addControl(m_agreement->layerBox());
    m_columns = new QSplitter(Qt::Horizontal);
    const auto card = [](const QString &name, CardHeader *header, QWidget *content) {
        auto *made = new Card(header, content);
        made->setObjectName(name);
        return made;
    };
    m_columns->addWidget(card(QStringLiteral("text"), m_editorHeader, m_view));
    m_columns->addWidget(card(QStringLiteral("agreement"), agreement, m_agreement));
    m_columns->setStretchFactor(0, 3);
    m_columns->setStretchFactor(1, 2);
    m_columns->setChildrenCollapsible(false);
    m_rows = new QSplitter(Qt::Vertical);
    m_rows->addWidget(card(QStringLiteral("dataSet"), m_browserHeader, m_browser));
    m_rows->addWidget(m_columns);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    auto *centre = new QWidget;
    columnIn(centre, 10, {m_questions, {m_rows, 1}});
    setCentralWidget(centre);
    m_progress = new ProgressLine(this);
}

void AnnotatePage::fillHeaders()
{
    QToolButton *open =
        m_browserHeader->addButton("openButton", tr("Open"), tr("Open a data set; it can also be dropped here"));
    open->setMenu(new QMenu(open));
    const auto add = [this](QToolButton *button, const char *name, const QString &text, auto function) {
        button->menu()->addAction(text, &m_files, function)->setObjectName(QLatin1String(name));
    };
    add(open, "openDataFile", tr("&File (JSONL, CSV, TSV, HateXplain)…"), &AnnotationFiles::chooseFile);
    add(open, "openDataFolder", tr("&ERASER folder…"), &AnnotationFiles::chooseFolder);
    add(open, "openExamples", tr("E&xamples of the program"), &AnnotationFiles::openShipped);
    m_save = m_browserHeader->addButton("saveButton", tr("Save"), tr("Save the changes (Ctrl+S)"));
    connect(m_save, &QToolButton::clicked, &m_files, &AnnotationFiles::save);
    QToolButton *saveAs = m_browserHeader->addButton("saveAsButton", tr("Save as"));
    saveAs->setMenu(new QMenu(saveAs));
    add(saveAs, "saveAsJsonl", tr("&JSONL file…"), [this] { m_files.chooseTarget(adaplens::DataFormat::Jsonl); });
    add(saveAs, "saveAsEraser", tr("&ERASER folder…"), [this] { m_files.chooseTarget(adaplens::DataFormat::Eraser); });

    m_undo = m_editorHeader->addButton("undoButton", tr("Undo"), tr("Undo the last change (Ctrl+Z)"));
    m_redo = m_editorHeader->addButton("redoButton", tr("Redo"), tr("Do the change again (Ctrl+Shift+Z)"));
    QToolButton *fresh =
        m_editorHeader->addButton("newTextButton", tr("New text"), tr("Add a text of your own (Ctrl+N)"));
    m_remove = m_editorHeader->addButton("deleteTextButton", tr("Delete text"),
                                         tr("Take this text out of the set; Undo brings it back"));
    connect(m_undo, &QToolButton::clicked, &m_set.history(), &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &m_set.history(), &QUndoStack::redo);
    connect(fresh, &QToolButton::clicked, m_view, &AnnotationView::startNewText);
    connect(m_remove, &QToolButton::clicked, this, [this] { m_set.remove(currentRow()); });
}

void AnnotatePage::connectSet()
{
    QUndoStack &history = m_set.history();
    connect(&history, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&history, &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    connect(&history, &QUndoStack::indexChanged, this, &AnnotatePage::showState);
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(&m_set, &AnnotationSet::stateChanged, this, &AnnotatePage::showState);
    connect(&m_set, &AnnotationSet::wasReset, &m_run, &EvaluationRun::clear);
    connect(&m_set, &AnnotationSet::wasReset, this, [this] {
        m_key = 0;
        showText();
        m_browser->setCurrentRow(0);
        chooseRow(0);
    });
    // Whatever is done, undone or done again shows itself.
    connect(&m_set, &AnnotationSet::inserted, this, [this](int row) {
        m_browser->setCurrentRow(row);
        chooseRow(row);
        runMissing();
    });
    connect(&m_set, &AnnotationSet::removed, this, [this](int row) {
        const int next = std::min(row, m_set.size() - 1);
        m_key = 0;
        m_browser->setCurrentRow(next);
        chooseRow(next);
    });
    connect(&m_set, &AnnotationSet::replaced, this, &AnnotatePage::textReplaced);
}

void AnnotatePage::textReplaced(int row)
{
    if (m_set.at(row).key != m_key) {
        m_browser->setCurrentRow(row);
        chooseRow(row);
    } else {
        showText();
    }
    const adaplens::Example &example = m_set.example(row);
    if (m_workspace.session.text() == example.text && m_workspace.rationale.text() == example.text) {
        m_workspace.rationale.set(example.text, example.rationale, example.label);
    }
    if (m_run.evaluation(m_set.at(row).key)) {
        m_run.request({m_set.at(row)}); // the precision is of other marks now
    }
}

void AnnotatePage::connectStore()
{
    connect(&m_store, &AnnotationStore::opened, this, [this](const QString &note) {
        if (!note.isEmpty()) {
            Q_EMIT message(MessageBar::Kind::Note, note);
        }
        tellTypicalTexts();
        runMissing();
    });
    connect(&m_store, &AnnotationStore::failed, this,
            [this](const QString &text) { Q_EMIT message(MessageBar::Kind::Error, text); });
    connect(&m_store, &AnnotationStore::saved, this,
            [this](const QString &path) { Q_EMIT message(MessageBar::Kind::Done, tr("Saved %1").arg(path)); });
    connect(&m_store, &AnnotationStore::progressed, m_browser, &DataBrowser::setReading);
    connect(&m_store, &AnnotationStore::busyChanged, this, [this] {
        m_browser->setReading(m_store.opening() ? std::optional<std::size_t>(0) : std::nullopt);
        showState();
    });
}

void AnnotatePage::tellTypicalTexts()
{
    std::vector<const adaplens::Example *> examples;
    for (int row = 0; row < m_set.size() && examples.size() < adaplens::typicalSample; ++row) {
        examples.push_back(&m_set.example(row));
    }
    if (!examples.empty()) {
        const adaplens::TypicalTexts texts = adaplens::typicalTexts(examples);
        Q_EMIT dataOpened(texts.words, texts.pairs);
    }
}

void AnnotatePage::connectViews()
{
    connect(m_browser, &DataBrowser::currentRowChanged, this, &AnnotatePage::chooseRow);
    connect(m_browser, &DataBrowser::rowOpened, this, &AnnotatePage::openInInspect);
    connect(m_browser, &DataBrowser::runRequested, this, [this] {
        useModel(); // its folder may hold another one by now
        m_run.request(m_set.texts());
    });
    connect(m_browser, &DataBrowser::readingCancelled, &m_store, &AnnotationStore::cancelOpening);
    connect(&m_run, &EvaluationRun::failed, this,
            [this](const QString &text) { Q_EMIT message(MessageBar::Kind::Error, text); });

    RationaleEditor *editor = m_view->editor();
    // These come only while there is a text.
    connect(editor, &RationaleEditor::markRequested, this,
            [this](adaplens::ByteRange span) { m_set.mark(currentRow(), span); });
    connect(editor, &RationaleEditor::eraseRequested, this,
            [this](adaplens::ByteRange span) { m_set.erase(currentRow(), span); });
    connect(m_view, &AnnotationView::labelChosen, this, [this](const QString &label) {
        if (const int row = currentRow(); row >= 0) { // another set may have come while the menu was open
            m_set.setLabel(row, label.toStdString());
        }
    });
    connect(m_view, &AnnotationView::textWritten, this, [this](const QString &text) {
        m_set.append(text.toStdString());
        m_view->editor()->setFocus();
    });

    connect(&m_scores, &TextScores::busyChanged, m_progress, &ProgressLine::setBusy);
    connect(&m_workspace.session, &Session::modelOpened, this, &AnnotatePage::useModel);
}

int AnnotatePage::currentRow() const
{
    return m_key == 0 ? -1 : m_set.rowOf(m_key);
}

void AnnotatePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_shownBefore) {
        m_shownBefore = true;
        m_files.begin();
    }
    m_scores.setShown(true);
    useModel();
}

void AnnotatePage::hideEvent(QHideEvent *event)
{
    m_scores.setShown(false);
    Page::hideEvent(event);
}

void AnnotatePage::useModel()
{
    const auto &info = m_workspace.session.model();
    if (!info || !isVisible()) {
        return; // models are opened when they can be seen at work
    }
    const adaplens::Precision precision = adaplens::usable(m_workspace.session.precision());
    const adaplens::ModelIdentity model = adaplens::identityOf(info->folder, precision);
    if (model == m_run.model()) {
        return;
    }
    m_run.setModel(model);
    m_model.setClasses(info->labels);
    m_model.setRule(adaplens::namesOf(*info));
    m_view->setClasses(info->labels);
    m_browser->setRunnable(true);
    m_scores.open(model.folder, precision);
    runMissing();
}

void AnnotatePage::runMissing()
{
    if (m_set.size() <= runUnasked && isVisible()) {
        std::vector<AnnotatedText> missing;
        for (const AnnotatedText &text : m_set.texts()) {
            if (!m_run.evaluation(text.key)) {
                missing.push_back(text);
            }
        }
        m_run.request(missing);
    }
}

void AnnotatePage::chooseRow(int row)
{
    const std::uint64_t key = row >= 0 && row < m_set.size() ? m_set.at(row).key : 0;
    if (key != m_key || key == 0) {
        m_key = key;
        showText();
    }
}

void AnnotatePage::showText()
{
    const int row = currentRow();
    const adaplens::Example *example = row < 0 ? nullptr : &m_set.example(row);
    m_view->setExample(example);
    m_scores.setExample(example);
    m_remove->setEnabled(example != nullptr);
    m_editorHeader->setCaption(example ? tr("text %1 of %2 · drag over the words that are the reason for the label")
                                             .arg(QLocale().toString(row + 1), QLocale().toString(m_set.size()))
                                       : QString());
}

void AnnotatePage::showState()
{
    const AnnotationSource &source = m_set.source();
    const auto annotated = std::count_if(m_set.texts().begin(), m_set.texts().end(),
                                         [](const AnnotatedText &text) { return !text.example->rationale.empty(); });
    QString caption = m_set.size() == 0 && source.name.isEmpty()
                          ? tr("no set is open")
                          : tr("%1 · %Ln text(s), %2 with marks", nullptr, m_set.size())
                                .arg(source.name, QLocale().toString(static_cast<qlonglong>(annotated)));
    if (m_set.changed()) {
        caption = tr("%1 · not saved").arg(caption);
    }
    m_browserHeader->setCaption(caption);
    m_save->setEnabled(m_set.changed() && !m_store.saving());
}

void AnnotatePage::openInInspect(int row)
{
    const adaplens::Example &example = m_set.example(row);
    m_workspace.rationale.set(example.text, example.rationale, example.label);
    Q_EMIT inspectRequested(QString::fromStdString(example.text),
                            example.pair ? std::optional(QString::fromStdString(*example.pair)) : std::nullopt);
}

std::function<void()> AnnotatePage::commandOf(const QKeyEvent &event)
{
    const auto redo = [this] { m_set.history().redo(); };
    const std::pair<QKeyCombination, std::function<void()>> commands[] = {
        {Qt::CTRL | Qt::Key_Z, [this] { m_set.history().undo(); }},
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, redo},
        {Qt::CTRL | Qt::Key_Y, redo},
        {Qt::CTRL | Qt::Key_S, [this] { m_files.save(); }},
        {Qt::CTRL | Qt::Key_N, [this] { m_view->startNewText(); }},
        {Qt::CTRL | Qt::Key_F, [this] { m_browser->startFilter(); }},
        {Qt::ALT | Qt::Key_Up, [this] { m_browser->step(-1); }},
        {Qt::ALT | Qt::Key_Down, [this] { m_browser->step(1); }},
    };
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key()));
    const auto found = std::ranges::find(commands, pressed, [](const auto &command) { return command.first; });
    return found == std::end(commands) ? nullptr : found->second;
}

bool AnnotatePage::event(QEvent *event)
{
    // These keys mean other things in the window's menus; while this page has the focus they are its own.
    if (event->type() == QEvent::ShortcutOverride && commandOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void AnnotatePage::keyPressEvent(QKeyEvent *event)
{
    if (const auto command = commandOf(*event)) {
        command();
    } else {
        Page::keyPressEvent(event);
    }
}

void AnnotatePage::resetLayout()
{
    m_rows->setSizes({height() * 45 / 100, height() * 55 / 100});
    m_columns->setSizes({width() * 58 / 100, width() * 42 / 100});
}

QByteArray AnnotatePage::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_rows->saveState() << m_columns->saveState();
    return bytes;
}

void AnnotatePage::setArrangement(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    QByteArray rows, columns;
    stream >> rows >> columns;
    if (!m_rows->restoreState(rows) || !m_columns->restoreState(columns)) {
        resetLayout();
    }
}
