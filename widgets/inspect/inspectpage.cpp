// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/inspectpage.h"

#include "core/trace/strongestword.h"
#include "widgets/page/helptexts.h"
#include "widgets/session/preferences.h"
#include "widgets/session/selection.h"
#include "widgets/session/session.h"
#include "widgets/inspect/aliveplot.h"
#include "widgets/controls/card.h"
#include "widgets/inspect/costview.h"
#include "widgets/controls/fittingscroll.h"
#include "widgets/controls/buttons.h"
#include "widgets/inspect/inputview.h"
#include "widgets/controls/label.h"
#include "widgets/trace/layerbar.h"
#include "widgets/inspect/predictionview.h"
#include "widgets/controls/progressline.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/controls/textinput.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokenmapcontrols.h"
#include "widgets/inspect/tokentext.h"
#include "widgets/trace/windowswitcher.h"
#include "widgets/inspect/wordview.h"

#include <QAction>
#include <QLocale>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

/// Words from which the first selection is made, so that a long text is shown from its beginning.
constexpr std::size_t firstWords = 24;

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
      m_workspace(workspace),
      m_input(new InputView),
      m_text(new TokenTextView),
      m_map(new TokenMapView),
      m_alive(new AlivePlot),
      m_scores(new ScorePlot),
      m_prediction(new PredictionView),
      m_verdict(new Label(Label::Kind::Good)),
      m_source(new Label(Label::Kind::Caption)),
      m_cost(new CostView),
      m_word(new WordView),
      m_hint(new Label(Label::Kind::Body)),
      m_switcher(new WindowSwitcher)
{
    makeCentre();
    makePanels();
    makeActions();
    connectViews();
    analysed();
}

void InspectPage::makeCentre()
{
    m_textHeader = new CardHeader(tr("Text"), m_text->caption(), help::text());
    m_textHeader->addControl(m_switcher);
    m_mapHeader = new CardHeader(tr("Token map"), m_map->caption(), help::tokenMap());
    m_plainScore = joinedButtons({tr("Attention"), tr("Saliency")});
    setToolTips(m_plainScore, {tr("How much [CLS] attends to each piece, mean of all heads"),
                               tr("How strongly each piece moves the predicted class: norm of gradient times state")});
    m_plainScore->hide();
    m_mapHeader->addControl(m_plainScore);
    m_mapHeader->addControl(new TokenMapControls(m_map));

    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->addWidget(new Card(m_textHeader, m_text));
    m_splitter->addWidget(new Card(m_mapHeader, m_map));
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);

    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(new Card(nullptr, m_input));
    layout->addWidget(m_splitter, 1);
    setCentralWidget(centre);
    m_progress = new ProgressLine(this);
}

void InspectPage::makePanels()
{
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);

    auto *prediction = new QWidget;
    auto *layout = new QVBoxLayout(prediction);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_verdict->setWordWrap(true);
    m_source->setWordWrap(true);
    layout->addWidget(m_verdict);
    layout->addWidget(m_prediction);
    layout->addWidget(m_source);
    layout->addStretch();
    auto *predictionHeader = new CardHeader(tr("Prediction"), tr("probability of each class"), help::prediction());
    addPanel(QStringLiteral("prediction"), tr("Prediction"), predictionHeader, new FittingScroll(prediction),
             Qt::RightDockWidgetArea);

    auto *costHeader = new CardHeader(tr("Cost of this text"), {}, help::cost());
    connect(m_cost, &CostView::conditionsChanged, costHeader, &CardHeader::setCaption);
    addPanel(QStringLiteral("cost"), tr("Cost of this text"), costHeader, new FittingScroll(m_cost),
             Qt::RightDockWidgetArea);

    auto *wordHeader = new CardHeader(tr("Selected word"), {}, help::word());
    connect(m_word, &WordView::wordChanged, wordHeader, &CardHeader::setCaption);
    m_wordDock = addPanel(QStringLiteral("word"), tr("Selected word"), wordHeader, new FittingScroll(m_word),
                          Qt::RightDockWidgetArea);

    m_hint->setWordWrap(true);
    auto *hintHeader = new CardHeader(tr("Try it"), tr("with this example"), {});
    auto *dismiss = bareButton(QStringLiteral("✕"));
    dismiss->setToolTip(tr("Not now"));
    dismiss->setAccessibleName(tr("Close “Try it”"));
    hintHeader->addControl(dismiss);
    m_hintDock =
        addPanel(QStringLiteral("hint"), tr("Try it"), hintHeader, new FittingScroll(m_hint), Qt::RightDockWidgetArea);
    connect(dismiss, &QToolButton::clicked, m_hintDock, &QWidget::close);
    m_hintDock->hide();

    auto *aliveHeader = new CardHeader(tr("Alive per layer"), m_alive->caption(), help::alive());
    connect(m_alive, &PlotBase::captionChanged, aliveHeader, &CardHeader::setCaption);
    addPanel(QStringLiteral("alive"), tr("Alive per layer"), aliveHeader, m_alive, Qt::BottomDockWidgetArea);
    auto *scoreHeader = new CardHeader(tr("Scores"), m_scores->caption(), help::scores());
    connect(m_scores, &PlotBase::captionChanged, scoreHeader, &CardHeader::setCaption);
    addPanel(QStringLiteral("scores"), tr("Scores"), scoreHeader, m_scores, Qt::BottomDockWidgetArea);
}

CardDock *InspectPage::addPanel(const QString &name, const QString &title, CardHeader *header, QWidget *content,
                                Qt::DockWidgetArea area)
{
    auto *dock = new CardDock(name, title, header, content, this);
    addDockWidget(area, dock, area == Qt::BottomDockWidgetArea ? Qt::Horizontal : Qt::Vertical);
    m_panels.append(dock);
    return dock;
}

void InspectPage::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto function) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, function);
        m_actions.append(action);
        return action;
    };
    const auto stepLayer = [this](int by) {
        const auto &trace = m_workspace.session.trace();
        if (trace && !trace->layers.empty()) {
            const int last = static_cast<int>(trace->layers.size()) - 1;
            const int layer = static_cast<int>(m_workspace.selection.layer()) + by;
            m_workspace.selection.setLayer(static_cast<std::size_t>(std::clamp(layer, 0, last)));
        }
    };
    const auto stepWindow = [this](std::ptrdiff_t by) {
        const auto &trace = m_workspace.session.trace();
        const auto window = trace ? static_cast<std::ptrdiff_t>(trace->window) + by : -1;
        if (window >= 0 && window < static_cast<std::ptrdiff_t>(trace->windows)) {
            m_workspace.session.setWindow(static_cast<std::size_t>(window));
        }
    };
    add(tr("Edit the text"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        m_input->textBox()->setFocus();
        m_input->textBox()->selectAll();
    });
    add(tr("Previous layer"), QKeySequence(Qt::ALT | Qt::Key_Up), [stepLayer] { stepLayer(-1); });
    add(tr("Next layer"), QKeySequence(Qt::ALT | Qt::Key_Down), [stepLayer] { stepLayer(1); });
    add(tr("Play the layers"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { m_text->layerBar()->toggle(); });
    add(tr("Previous part of a long text"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), [stepWindow] { stepWindow(-1); });
    add(tr("Next part of a long text"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), [stepWindow] { stepWindow(1); });
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_actions.append(separator);
    for (CardDock *panel : m_panels) {
        if (panel != m_hintDock) {
            m_actions.append(panel->toggleViewAction());
        }
    }
}

void InspectPage::connectViews()
{
    Session &session = m_workspace.session;
    Selection &selection = m_workspace.selection;
    m_text->setSelection(&selection);
    m_map->setSelection(&selection);
    m_alive->setSelection(&selection);
    m_scores->setSelection(&selection);
    m_word->setSelection(&selection);
    connect(m_input, &InputView::edited, this, [this] {
        m_workspace.session.setText(m_input->text(), m_input->pair());
        if (!m_hint->text().isEmpty() && !shareMost(m_example, m_input->text())) {
            setHint({}); // it speaks of an example that is no longer there
        }
    });
    connect(m_input, &InputView::clipped, this, [this](qsizetype offered, qsizetype taken) {
        const QLocale locale;
        Q_EMIT message(MessageBar::Kind::Note, tr("The pasted text has %1 characters; the first %2 were taken.")
                                                   .arg(locale.toString(offered), locale.toString(taken)));
    });
    connect(m_text, &TokenTextView::captionChanged, m_textHeader, &CardHeader::setCaption);
    connect(m_map, &TokenMapView::captionChanged, m_mapHeader, &CardHeader::setCaption);
    connect(m_map, &TokenMapView::modeChanged, m_scores, &ScorePlot::setMode);
    connect(m_switcher, &WindowSwitcher::windowChosen, &session, &Session::setWindow);
    connect(m_plainScore, &QTabBar::currentChanged, this, [this](int index) {
        m_workspace.session.setPlainScore(index == 0 ? adaplens::ScoreKind::Attention : adaplens::ScoreKind::Saliency);
    });
    connect(&selection, &Selection::changed, this, &InspectPage::selectionChanged);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_textFitted = false; });
    connect(&session, &Session::modelOpened, this, &InspectPage::modelOpened);
    connect(&session, &Session::analysed, this, &InspectPage::analysed);
    connect(&session, &Session::timed, this, [this] {
        m_cost->setTrace(m_workspace.session.trace());
        m_input->setTrace(m_workspace.session.trace());
    });
    connect(&session, &Session::busyChanged, m_progress, &ProgressLine::setBusy);
    connect(m_progress, &ProgressLine::shown, this, &InspectPage::setBusy);
}

void InspectPage::modelOpened()
{
    const adaplens::ModelInfo &model = *m_workspace.session.model();
    m_input->setPairMode(model.pairs);
    m_plainScore->setVisible(!model.adaptive);
    m_workspace.selection.setLayer(model.layers > 0 ? (model.layers - 1) / 2 : 0);
    m_workspace.session.setText(m_input->text(), m_input->pair());
}

void InspectPage::analysed()
{
    const auto &trace = m_workspace.session.trace();
    m_input->setTrace(trace);
    m_text->setTrace(trace);
    m_map->setTrace(trace);
    m_alive->setTrace(trace);
    m_scores->setTrace(trace);
    m_prediction->setTrace(trace);
    m_cost->setTrace(trace);
    m_word->setTrace(trace);
    m_verdict->setKind(m_prediction->changed() ? Label::Kind::Warning
                       : trace && trace->drops ? Label::Kind::Good
                                               : Label::Kind::Caption);
    m_verdict->setText(m_prediction->verdict());
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    m_source->setText(m_prediction->source());
    m_source->setVisible(!m_source->text().isEmpty());
    m_switcher->setWindow(trace ? trace->window : 0, trace ? trace->windows : 1);
    chooseWord();
    selectionChanged();
    fitText();
    int content = 0;
    for (const CardDock *panel : m_panels) {
        content += panel->wantedHeight();
    }
    if (content != m_content) {
        m_content = content; // more classes, more layers, a longer verdict
        refit();
    }
}

void InspectPage::chooseWord()
{
    const auto &trace = m_workspace.session.trace();
    if (!trace || trace->layers.empty()) {
        return;
    }
    Selection &selection = m_workspace.selection;
    const auto &pieces = trace->encoding.pieces;
    std::optional<std::size_t> piece = selection.piece();
    // An edit before the selected word moves it; one that is no longer there gives way to the word that matters most.
    if (!piece || *piece >= pieces.size() || pieces[*piece].text != m_selectedPiece) {
        const auto again = std::find_if(pieces.begin(), pieces.end(),
                                        [this](const adaplens::Piece &p) { return p.text == m_selectedPiece; });
        piece = again != pieces.end() ? std::optional(static_cast<std::size_t>(again - pieces.begin()))
                                      : adaplens::strongestWord(*trace, firstWords);
    }
    selection.set(std::min(selection.layer(), trace->layers.size() - 1), piece);
}

void InspectPage::selectionChanged()
{
    const Selection &selection = m_workspace.selection;
    const auto &trace = m_workspace.session.trace();
    if (trace && selection.piece() && *selection.piece() < trace->encoding.pieces.size()) {
        m_selectedPiece = trace->encoding.pieces[*selection.piece()].text;
    }
}

void InspectPage::showExample(const QString &text, const std::optional<QString> &pair, const QString &hint)
{
    m_example = text;
    m_input->setTexts(text, pair);
    setHint(hint);
}

void InspectPage::setHint(const QString &hint)
{
    m_hint->setText(hint);
    if (m_hintDock->isVisibleTo(this) == hint.isEmpty()) {
        m_hintDock->setVisible(!hint.isEmpty());
        refit();
    }
}

void InspectPage::setBusy(bool busy)
{
    m_input->setBusy(busy);
    m_text->setBusy(busy);
    m_map->setBusy(busy);
    m_alive->setBusy(busy);
    m_scores->setBusy(busy);
    m_prediction->setBusy(busy);
    m_cost->setBusy(busy);
    m_word->setBusy(busy);
}
