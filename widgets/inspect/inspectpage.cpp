// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/inspectpage.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/progressline.h"
#include "widgets/controls/textinput.h"
#include "widgets/inspect/besidemenu.h"
#include "widgets/inspect/figure.h"
#include "widgets/inspect/inputview.h"
#include "widgets/inspect/inspectpanels.h"
#include "widgets/inspect/triedruns.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/inspect/sidebyside.h"
#include "widgets/inspect/textovermap.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokenmapcontrols.h"
#include "widgets/inspect/tokentextarea.h"
#include "widgets/inspect/whatifview.h"
#include "widgets/inspect/wordactions.h"
#include "widgets/page/filedialogs.h"
#include "widgets/session/beside.h"
#include "widgets/session/preferences.h"
#include "widgets/session/session.h"
#include "widgets/session/whatif.h"
#include "widgets/trace/layerbar.h"
#include "widgets/trace/windowswitcher.h"

#include <QAction>
#include <QDataStream>
#include <QLocale>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace {

/// Whether `text` still is `example`, perhaps edited in one place: both begin and end alike for half of the example.
bool shareMost(const QString &example, const QString &text)
{
    const auto begin = std::mismatch(example.cbegin(), example.cend(), text.cbegin(), text.cend()).first;
    const auto end = std::mismatch(example.crbegin(), example.crend(), text.crbegin(), text.crend()).first;
    return 2 * ((begin - example.cbegin()) + (end - example.crbegin())) >= example.size();
}

} // namespace

InspectPage::InspectPage(const Workspace &workspace, QWidget *parent)
    : Page(QStringLiteral("inspect"), workspace.preferences, parent),
      m_session(workspace.session),
      m_second(workspace.second),
      m_preferences(workspace.preferences),
      m_input(new InputView(m_session)),
      m_beside(new Beside(m_session, m_second, this)),
      m_besideMenu(new BesideMenu(*m_beside, m_session, workspace.models, this)),
      m_besideButton(textButton(QString(), "beside")),
      m_centre(new SideBySide(m_session, m_second)),
      m_switcher(new WindowSwitcher),
      m_plainScore(joinedButtons({tr("Attention"), tr("Saliency")})),
      m_panels(new InspectPanels(m_session, this)),
      m_whatIf(new WhatIf(m_session, this)),
      m_whatIfView(new WhatIfView(*m_whatIf, m_session)),
      m_wordActions(new WordActions(*m_whatIf, m_session, this))
{
    makeCentre();
    makeBeside();
    makeWhatIf();
    makeActions();
    connectViews();
    analysed();
}

void InspectPage::makeCentre()
{
    const TextAndMap &views = m_centre->first();
    views.textHeader->addControl(m_switcher);
    setToolTips(m_plainScore, {tr("How much [CLS] attends to each piece, mean of all heads"),
                               tr("How strongly each piece moves the predicted class: norm of gradient times state")});
    m_plainScore->hide();
    m_columns = tokenMapColumns({views.map, m_centre->second().map}, m_panels->scores());
    m_colours = tokenMapColours({views.map, m_centre->second().map});

    auto *centre = new QWidget;
    columnIn(centre, 10, {new Card(nullptr, m_input), {m_centre, 1}});
    setCentralWidget(centre);
    auto *progress = new ProgressLine(this);
    for (const Session *session : {&m_session, &m_second}) {
        connect(session, &Session::busyChanged, progress,
                [this, progress] { progress->setBusy(m_session.busy() || m_second.busy()); });
    }
    m_input->setObjectName(QStringLiteral("input"));
    views.text->setObjectName(QStringLiteral("text"));
    views.map->setObjectName(QStringLiteral("tokenMap"));
    m_plainScore->setObjectName(QStringLiteral("plainScore"));
}

void InspectPage::makeBeside()
{
    m_besideButton->setMenu(m_besideMenu);
    m_besideButton->setToolTip(tr("Another model, or another choice of tokens, beside this one (Ctrl+B)"));
    connect(m_besideMenu, &BesideMenu::chosen, this, &InspectPage::openBeside);
    connect(m_besideMenu, &BesideMenu::folderWanted, this, [this] {
        const FileDialogs dialogs(this, m_preferences);
        if (const QString folder = dialogs.openFolder(tr("Model to stand beside it")); !folder.isEmpty()) {
            openBeside(folder);
        }
    });
    connect(m_centre, &SideBySide::closeRequested, this, [this] { openBeside({}); });
    connect(m_beside, &Beside::changed, this, &InspectPage::besideChanged);
    connect(m_beside, &Beside::failed, this, [this](const QString &text) {
        if (m_beside->what().isEmpty()) {
            m_preferences.setBeside({}); // or it would fail again at the next start
        }
        Q_EMIT message(MessageBar::Kind::Error, text);
    });
    besideChanged();
    m_beside->open(m_preferences.beside());
}

void InspectPage::makeWhatIf()
{
    m_panels->addWhatIf(m_whatIfView);
    m_panels->addTriedRuns(new TriedRunsView(*new TriedRuns(m_session, this)));
    m_wordActions->addTo(map());
    m_wordActions->addTo(text());
    connect(m_wordActions, &WordActions::decided, m_panels, &InspectPanels::showWhatIf);
}

void InspectPage::openBeside(const QString &what)
{
    m_beside->open(what);
    if (what.isEmpty()) {
        m_preferences.setBeside({});
    }
}

void InspectPage::besideChanged()
{
    const bool two = !m_beside->what().isEmpty();
    const QString what = two ? m_besideMenu->current() : QStringLiteral("–");
    m_besideButton->setText(tr("Beside: %1").arg(what).replace(QLatin1Char('&'), QLatin1String("&&")));
    m_besideButton->setAccessibleName(two ? tr("Beside this model: %1").arg(what) : tr("Nothing beside this model"));
    // Half a title row has no room for all of them.
    const TextAndMap &views = two ? m_centre->second() : m_centre->first();
    views.textHeader->addControl(m_besideButton);
    views.mapHeader->addControl(m_plainScore);
    m_centre->first().mapHeader->addControl(m_columns);
    showPlainScore();
    (m_plainScore->isHidden() ? views : m_centre->first()).mapHeader->addControl(m_colours);
    m_centre->setTwo(two);
    if (two) {
        m_preferences.setBeside(m_beside->what());
    }
}

void InspectPage::showPlainScore()
{
    const auto dropsNothing = [](const Session &session) {
        return session.model() && (!session.model()->adaptive || session.dropping().nothing);
    };
    m_plainScore->setVisible(dropsNothing(m_session) || dropsNothing(m_second));
}

TokenTextArea *InspectPage::text() const
{
    return m_centre->first().text;
}

LayerBar *InspectPage::layerBar() const
{
    return m_centre->first().layers;
}

TokenMapView *InspectPage::map() const
{
    return m_centre->first().map;
}

std::optional<Drawing> InspectPage::figure() const
{
    const auto &first = m_session.trace(), &second = m_second.trace();
    if (!m_centre->isTwo() || !first || !second) {
        return std::nullopt;
    }
    return besideDrawing(first, second, {.mode = map()->mode(), .colours = map()->colourScale()});
}

void InspectPage::makeActions()
{
    const auto add = [this](const char *name, const QString &text, const QKeySequence &keys, auto function) {
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, function);
        m_actions.append(action);
    };
    add("editText", tr("Edit the text"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        m_input->textBox()->setFocus();
        m_input->textBox()->selectAll();
    });
    add("chooseBeside", tr("Model beside this one…"), QKeySequence(Qt::CTRL | Qt::Key_B),
        [this] { m_besideMenu->popup(m_besideButton->mapToGlobal(QPoint(0, m_besideButton->height()))); });
    add("previousLayer", tr("Previous layer"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { m_session.stepLayer(-1); });
    add("nextLayer", tr("Next layer"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { m_session.stepLayer(1); });
    add("playLayers", tr("Play the layers"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { layerBar()->toggle(); });
    m_actions += m_switcher->actions();
    m_actions += m_wordActions->actions();
    QUndoStack &steps = m_whatIf->steps();
    add("undoChange", tr("Undo the change of this run"), QKeySequence::Undo, [&steps] { steps.undo(); });
    m_actions.last()->setEnabled(false);
    connect(&steps, &QUndoStack::canUndoChanged, m_actions.last(), &QAction::setEnabled);
    add("redoChange", tr("Redo the change of this run"), QKeySequence::Redo, [&steps] { steps.redo(); });
    m_actions.last()->setEnabled(false);
    connect(&steps, &QUndoStack::canRedoChanged, m_actions.last(), &QAction::setEnabled);
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_actions.append(separator);
    m_actions += m_panels->actions();
}

void InspectPage::connectViews()
{
    connect(m_input, &InputView::edited, this, &InspectPage::textEdited);
    connect(m_input, &InputView::clipped, this, [this](qsizetype offered, qsizetype taken) {
        const QLocale locale;
        Q_EMIT message(MessageBar::Kind::Note, tr("The pasted text has %1 characters; the first %2 were taken.")
                                                   .arg(locale.toString(offered), locale.toString(taken)));
    });
    for (Session *session : {&m_session, &m_second}) {
        connect(m_switcher, &WindowSwitcher::windowChosen, session, &Session::setWindow);
        connect(m_plainScore, &QTabBar::currentChanged, session, [session](int index) {
            session->setPlainScore(index == 0 ? adaplens::ScoreKind::Attention : adaplens::ScoreKind::Saliency);
        });
    }
    connect(&m_session, &Session::modelOpened, this, &InspectPage::modelOpened);
    connect(&m_session, &Session::analysed, this, &InspectPage::analysed);
}

void InspectPage::textEdited()
{
    m_session.setText(m_input->text(), m_input->pair());
    if (m_panels->hasHint() && !shareMost(m_example, m_input->text())) {
        m_panels->setHint({}); // it speaks of an example that is no longer there
    }
}

void InspectPage::modelOpened()
{
    m_input->setPairMode(m_session.model()->pairs);
    showPlainScore();
    m_session.setText(m_input->text(), m_input->pair());
}

void InspectPage::analysed()
{
    const auto &trace = m_session.trace();
    m_switcher->setWindow(trace ? trace->window : 0, trace ? trace->windows : 1);
}

void InspectPage::showExample(const QString &text, const std::optional<QString> &pair, const QString &hint)
{
    m_example = text;
    m_input->setTexts(text, pair);
    m_panels->setHint(hint);
}

void InspectPage::resetLayout()
{
    m_panels->resetLayout();
    m_centre->first().cards->reset();
}

QByteArray InspectPage::arrangement() const
{
    QByteArray bytes;
    QDataStream(&bytes, QIODevice::WriteOnly) << m_panels->areFitted() << m_centre->first().cards->arrangement();
    return bytes;
}

void InspectPage::setArrangement(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    bool fitted = true;
    QByteArray centre;
    stream >> fitted >> centre;
    m_panels->setFitted(fitted);
    m_centre->first().cards->setArrangement(centre);
}
