// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/inspectpage.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/progressline.h"
#include "widgets/controls/textinput.h"
#include "widgets/inspect/inputview.h"
#include "widgets/inspect/inspecthelp.h"
#include "widgets/inspect/inspectpanels.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/inspect/textovermap.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokenmapcontrols.h"
#include "widgets/inspect/tokentextarea.h"
#include "widgets/session/session.h"
#include "widgets/trace/layerbar.h"
#include "widgets/trace/windowswitcher.h"

#include <QAction>
#include <QDataStream>
#include <QLocale>
#include <QTabBar>

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
      m_input(new InputView(m_session)),
      m_text(new TokenTextArea(m_session)),
      m_layers(new LayerBar(m_session)),
      m_map(new TokenMapView(m_session)),
      m_switcher(new WindowSwitcher),
      m_plainScore(joinedButtons({tr("Attention"), tr("Saliency")})),
      m_panels(new InspectPanels(m_session, this))
{
    makeCentre();
    makeActions();
    connectViews();
    analysed();
}

void InspectPage::makeCentre()
{
    auto *textHeader = new CardHeader(tr("Text"), m_text->caption(), help::text);
    textHeader->addControl(m_switcher);
    connect(m_text, &TokenTextArea::captionChanged, textHeader, &CardHeader::setCaption);
    auto *mapHeader =
        new CardHeader(tr("Token map"), m_map->caption(), [this] { return help::tokenMap(m_session.rule()); });
    connect(m_map, &TokenMapView::captionChanged, mapHeader, &CardHeader::setCaption);
    setToolTips(m_plainScore, {tr("How much [CLS] attends to each piece, mean of all heads"),
                               tr("How strongly each piece moves the predicted class: norm of gradient times state")});
    m_plainScore->hide();
    mapHeader->addControl(m_plainScore);
    mapHeader->addControl(tokenMapControls(m_map, m_panels->scores()));
    auto *text = new QWidget;
    columnIn(text, 2, {{m_text, 1}, m_layers});
    m_centre = new TextOverMap(new Card(textHeader, text), m_text, new Card(mapHeader, m_map));

    auto *centre = new QWidget;
    columnIn(centre, 10, {new Card(nullptr, m_input), {m_centre, 1}});
    setCentralWidget(centre);
    connect(&m_session, &Session::busyChanged, new ProgressLine(this), &ProgressLine::setBusy);
    m_input->setObjectName(QStringLiteral("input"));
    m_text->setObjectName(QStringLiteral("text"));
    m_map->setObjectName(QStringLiteral("tokenMap"));
    m_plainScore->setObjectName(QStringLiteral("plainScore"));
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
    add("previousLayer", tr("Previous layer"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { m_session.stepLayer(-1); });
    add("nextLayer", tr("Next layer"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { m_session.stepLayer(1); });
    add("playLayers", tr("Play the layers"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { m_layers->toggle(); });
    m_actions += m_switcher->actions();
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
    connect(m_text, &TokenTextArea::playRequested, m_layers, &LayerBar::toggle);
    connect(m_layers, &LayerBar::playingChanged, m_text, &TokenTextArea::setAnimated);
    connect(m_switcher, &WindowSwitcher::windowChosen, &m_session, &Session::setWindow);
    connect(m_plainScore, &QTabBar::currentChanged, this, [this](int index) {
        m_session.setPlainScore(index == 0 ? adaplens::ScoreKind::Attention : adaplens::ScoreKind::Saliency);
    });
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
    m_plainScore->setVisible(!m_session.model()->adaptive);
    m_session.setText(m_input->text(), m_input->pair());
}

void InspectPage::analysed()
{
    const auto &trace = m_session.trace();
    m_switcher->setWindow(trace ? trace->window : 0, trace ? trace->windows : 1);
    m_centre->fit();
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
    m_centre->reset();
}

QByteArray InspectPage::arrangement() const
{
    QByteArray bytes;
    QDataStream(&bytes, QIODevice::WriteOnly) << m_panels->areFitted() << m_centre->arrangement();
    return bytes;
}

void InspectPage::setArrangement(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    bool fitted = true;
    QByteArray centre;
    stream >> fitted >> centre;
    m_panels->setFitted(fitted);
    m_centre->setArrangement(centre);
}
