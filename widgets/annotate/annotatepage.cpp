// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotatepage.h"

#include "widgets/session/preferences.h"
#include "widgets/session/rationale.h"
#include "widgets/annotate/textagreementview.h"
#include "widgets/annotate/annotationview.h"
#include "widgets/controls/card.h"
#include "widgets/annotate/databrowser.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/progressline.h"
#include "widgets/controls/messagebar.h"
#include "widgets/annotate/rationaleeditor.h"
#include "widgets/trace/windowswitcher.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

AnnotatePage::AnnotatePage(const Workspace &workspace, QWidget *parent)
    : Page(QStringLiteral("annotate"), workspace.preferences, parent),
      m_workspace(workspace),
      m_run(classifierFigures()),
      m_session(workspace.loader),
      m_attributions(m_session),
      m_model(m_set, m_run),
      m_browser(new DataBrowser(m_model, m_run)),
      m_view(new AnnotationView),
      m_agreement(new TextAgreementView),
      m_questions(new MessageBar),
      m_switcher(new WindowSwitcher),
      m_store(m_set, workspace.preferences.stateFolder())
{
    setAcceptDrops(true);
    m_session.setRepeatsTiming(false);
    makeLayout();
    connectSet();
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

void AnnotatePage::connectSet()
{
    QUndoStack &history = m_set.history();
    connect(&history, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&history, &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    connect(&history, &QUndoStack::indexChanged, this, &AnnotatePage::showState);
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(&m_set, &AnnotationSet::stateChanged, this, &AnnotatePage::showState);
    connect(&m_set, &AnnotationSet::wasReset, &m_run, &FigureRun::clear);
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
    connect(&m_set, &AnnotationSet::replaced, this, [this](int row) {
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
        if (m_run.figures(m_set.at(row).key)) {
            m_run.request({m_set.at(row)}); // the precision is of other marks now
        }
    });
    connect(&m_store, &AnnotationStore::opened, this, &AnnotatePage::setOpened);
    connect(&m_store, &AnnotationStore::failed, this,
            [this](const QString &text) { Q_EMIT message(MessageBar::Kind::Error, text); });
    connect(&m_store, &AnnotationStore::saved, this,
            [this](const QString &path) { Q_EMIT message(MessageBar::Kind::Done, tr("Saved %1").arg(path)); });
    connect(&m_store, &AnnotationStore::progressed, m_browser, &DataBrowser::setReading);
    connect(&m_store, &AnnotationStore::busyChanged, this, [this] {
        if (m_store.opening()) {
            m_browser->setReading(0);
        } else {
            m_browser->setNotReading();
        }
        showState();
    });
}

void AnnotatePage::connectViews()
{
    connect(m_browser, &DataBrowser::currentRowChanged, this, &AnnotatePage::chooseRow);
    connect(m_browser, &DataBrowser::rowOpened, this, &AnnotatePage::openInInspect);
    connect(m_browser, &DataBrowser::runRequested, this, [this] { m_run.request(m_set.texts()); });
    connect(m_browser, &DataBrowser::runCancelled, &m_run, &FigureRun::cancel);
    connect(m_browser, &DataBrowser::readingCancelled, &m_store, &AnnotationStore::cancelOpening);
    connect(&m_run, &FigureRun::failed, this,
            [this](const QString &text) { Q_EMIT message(MessageBar::Kind::Error, text); });

    RationaleEditor *editor = m_view->editor();
    connect(editor, &RationaleEditor::markRequested, this, [this](adaplens::ByteRange span) {
        if (const int row = currentRow(); row >= 0) {
            m_set.mark(row, span);
        }
    });
    connect(editor, &RationaleEditor::eraseRequested, this, [this](adaplens::ByteRange span) {
        if (const int row = currentRow(); row >= 0) {
            m_set.erase(row, span);
        }
    });
    connect(m_view, &AnnotationView::labelChosen, this, [this](const QString &label) {
        if (const int row = currentRow(); row >= 0) {
            m_set.setLabel(row, label.toStdString());
        }
    });
    connect(m_view, &AnnotationView::textWritten, this, &AnnotatePage::addText);

    connect(m_switcher, &WindowSwitcher::windowChosen, &m_session, &Session::setWindow);
    connect(&m_session, &Session::busyChanged, m_progress, &ProgressLine::setBusy);
    const auto fail = [this](const QString &text) {
        m_failure = text;
        showAgreement();
    };
    connect(&m_session, &Session::openFailed, this, fail);
    connect(&m_session, &Session::failed, this, fail);
    connect(&m_attributions, &Attributions::failed, this, fail);
    connect(&m_session, &Session::analysed, this, &AnnotatePage::showAgreement);
    connect(&m_attributions, &Attributions::changed, this, &AnnotatePage::showAgreement);
    connect(&m_session, &Session::modelOpened, this, [this] {
        m_failure.clear();
        m_agreement->setLayers(m_session.model()->layers);
    });
    connect(&m_workspace.session, &Session::modelOpened, this, &AnnotatePage::modelOpened);
}

int AnnotatePage::currentRow() const
{
    return m_key == 0 ? -1 : m_set.rowOf(m_key);
}

void AnnotatePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_begun) {
        m_begun = true;
        if (m_store.restore()) {
            m_asksToSave = true;
            m_questions->ask(tr("Changes to “%1” that were not saved are here again.").arg(m_set.source().name),
                             {{tr("Keep working"), [] {}}, {tr("Discard them"), [this] { discard(); }}});
        } else {
            m_store.openShipped();
        }
    }
    m_attributions.attach(this);
    modelOpened();
}

void AnnotatePage::hideEvent(QHideEvent *event)
{
    m_attributions.detach(this);
    Page::hideEvent(event);
}

void AnnotatePage::modelOpened()
{
    const auto &model = m_workspace.session.model();
    if (!model || !isVisible()) {
        return; // models are opened when they can be seen at work
    }
    const QString folder = QString::fromStdU16String(model->folder.u16string());
    if (folder == m_modelFolder) {
        return;
    }
    m_modelFolder = folder;
    m_failure.clear();
    m_run.setModel(model->folder, m_workspace.session.precision());
    m_model.setClasses(model->labels);
    m_view->setClasses(model->labels);
    m_browser->setRunnable(true);
    m_session.open(model->folder, m_workspace.session.precision());
    showAgreement();
    runMissing();
}

void AnnotatePage::runMissing()
{
    if (m_set.size() <= runUnasked && isVisible()) {
        std::vector<AnnotatedText> missing;
        for (const AnnotatedText &text : m_set.texts()) {
            if (!m_run.figures(text.key)) {
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
    m_remove->setEnabled(example != nullptr);
    m_editorHeader->setCaption(example ? tr("text %1 of %2 · drag over the words that are the reason for the label")
                                             .arg(QLocale().toString(row + 1), QLocale().toString(m_set.size()))
                                       : QString());
    const QString text = example ? QString::fromStdString(example->text) : QString();
    const auto pair = example && example->pair ? std::optional(QString::fromStdString(*example->pair)) : std::nullopt;
    if (m_session.text() != text.toStdString()) {
        m_failure.clear();
    }
    m_session.setText(text, pair);
    showAgreement();
}

void AnnotatePage::showAgreement()
{
    const int row = currentRow();
    const auto &trace = m_session.trace();
    const bool current = row >= 0 && trace && trace->text == m_set.example(row).text;
    m_switcher->setWindow(current ? trace->window : 0, current ? trace->windows : 1);
    if (current && m_attributions.result()) {
        m_agreement->set(m_attributions.result(), trace->encoding, m_set.example(row).rationale);
    } else if (!m_failure.isEmpty()) {
        m_agreement->setNone(m_failure);
    } else if (row < 0 || !m_workspace.session.model()) {
        m_agreement->setNone(row < 0 ? tr("No text is chosen.") : tr("Open a model to compare."));
    } else {
        m_agreement->setOutdated();
    }
}

void AnnotatePage::addText(const QString &text)
{
    adaplens::Example example;
    example.text = text.toStdString();
    // A name of its own among the texts.
    for (int number = m_set.size() + 1; example.id.empty(); ++number) {
        const std::string id = "text-" + std::to_string(number);
        const bool taken = std::any_of(m_set.texts().begin(), m_set.texts().end(),
                                       [&id](const AnnotatedText &other) { return other.example->id == id; });
        if (!taken) {
            example.id = id;
        }
    }
    m_set.append(std::move(example));
    m_view->editor()->setFocus();
}

void AnnotatePage::removeText()
{
    if (const int row = currentRow(); row >= 0) {
        m_set.remove(row);
    }
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
    const auto pressed = [&event](int modifiers, int key) {
        return event.key() == key && static_cast<int>(event.modifiers() & ~Qt::KeypadModifier) == modifiers;
    };
    const int control = Qt::ControlModifier, shift = Qt::ShiftModifier, alt = Qt::AltModifier;
    if (pressed(control, Qt::Key_Z)) {
        return [this] { m_set.history().undo(); };
    }
    if (pressed(control | shift, Qt::Key_Z) || pressed(control, Qt::Key_Y)) {
        return [this] { m_set.history().redo(); };
    }
    if (pressed(control, Qt::Key_S)) {
        return [this] { save(); };
    }
    if (pressed(control, Qt::Key_N)) {
        return [this] { m_view->startNewText(); };
    }
    if (pressed(control, Qt::Key_F)) {
        return [this] {
            m_browser->filterBox()->setFocus();
            m_browser->filterBox()->selectAll();
        };
    }
    if (pressed(alt, Qt::Key_Up) || pressed(alt, Qt::Key_Down)) {
        return [this, by = event.key() == Qt::Key_Down ? 1 : -1] { m_browser->step(by); };
    }
    return {};
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
