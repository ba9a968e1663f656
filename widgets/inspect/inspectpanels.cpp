// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/inspectpanels.h"

#include "widgets/controls/card.h"
#include "widgets/controls/fittingscroll.h"
#include "widgets/controls/label.h"
#include "widgets/inspect/aliveplot.h"
#include "widgets/inspect/costview.h"
#include "widgets/inspect/inspecthelp.h"
#include "widgets/inspect/predictionview.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/inspect/whatifview.h"
#include "widgets/inspect/wordview.h"

#include <QMainWindow>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace {

/// An explanation in the words of the rule of the trace that is shown.
HelpText explained(const TraceSource &source, QString (*text)(const adaplens::RuleNames &))
{
    return [&source, text] { return text(source.rule()); };
}

} // namespace

InspectPanels::InspectPanels(TraceSource &source, QMainWindow *page)
    : Panels(page, [this] { fitSizes(); }),
      m_page(page),
      m_alive(new AlivePlot(source)),
      m_scores(new ScorePlot(source)),
      m_prediction(new PredictionView(source)),
      m_hint(new Label(Label::Kind::Body)),
      m_cost(new CostView(source)),
      m_word(new WordView(source))
{
    page->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    page->setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    add(QStringLiteral("prediction"), tr("Prediction"),
        new CardHeader(tr("Prediction"), tr("probability of each class"), help::prediction),
        new FittingScroll(m_prediction), Qt::RightDockWidgetArea);
    auto *costHeader = new CardHeader(tr("Cost of this text"), {}, explained(source, help::cost));
    connect(m_cost, &CostView::conditionsChanged, costHeader, &CardHeader::setCaption);
    add(QStringLiteral("cost"), tr("Cost of this text"), costHeader, new FittingScroll(m_cost),
        Qt::RightDockWidgetArea);
    auto *wordHeader = new CardHeader(tr("Selected word"), {}, help::word);
    connect(m_word, &WordView::wordChanged, wordHeader, &CardHeader::setCaption);
    m_wordDock = add(QStringLiteral("word"), tr("Selected word"), wordHeader, new FittingScroll(m_word),
                     Qt::RightDockWidgetArea);
    m_word->setObjectName(QStringLiteral("wordLayers"));
    addHint();
    const auto addPlot = [this](const QString &name, const QString &title, const HelpText &help, PlotBase *plot) {
        auto *header = new CardHeader(title, plot->caption(), help);
        connect(plot, &PlotBase::captionChanged, header, &CardHeader::setCaption);
        plot->setObjectName(name + QStringLiteral("Plot"));
        add(name, title, header, plot, Qt::BottomDockWidgetArea);
    };
    addPlot(QStringLiteral("alive"), tr("Alive per layer"), help::alive, m_alive);
    addPlot(QStringLiteral("scores"), tr("Scores"), explained(source, help::scores), m_scores);
    // More classes, more layers, a longer verdict.
    connect(&source, &TraceSource::analysed, this, &Panels::fitContents);
}

void InspectPanels::addHint()
{
    m_hint->setWordWrap(true);
    auto *header = new CardHeader(tr("Try it"), tr("with this example"), {});
    QToolButton *dismiss = header->addButton("dismiss", QStringLiteral("✕"), tr("Not now"));
    dismiss->setAccessibleName(tr("Close “Try it”"));
    m_hintDock = add(QStringLiteral("hint"), tr("Try it"), header, new FittingScroll(m_hint), Qt::RightDockWidgetArea);
    connect(dismiss, &QToolButton::clicked, m_hintDock, &QWidget::close);
    m_hintDock->hide();
}

void InspectPanels::addWhatIf(WhatIfView *view)
{
    auto *header = new CardHeader(tr("What if"), tr("other thresholds, other words"), help::whatIf);
    m_whatIfDock =
        add(QStringLiteral("whatIf"), tr("What if"), header, new FittingScroll(view), Qt::RightDockWidgetArea);
    connect(view, &WhatIfView::heightChanged, this, &Panels::fitContents);
    connect(m_whatIfDock, &QDockWidget::visibilityChanged, this, &Panels::fitLater);
    m_whatIfDock->hide();
}

void InspectPanels::addTriedRuns(QWidget *view)
{
    auto *header =
        new CardHeader(tr("Runs tried"), tr("each text and setting that stood for a second"), help::triedRuns);
    m_triedRunsDock = add(QStringLiteral("runs"), tr("Runs tried"), header, view, Qt::BottomDockWidgetArea);
    m_triedRunsDock->hide();
}

void InspectPanels::showWhatIf()
{
    m_whatIfDock->show();
    fitLater();
}

bool InspectPanels::hasHint() const
{
    return !m_hint->text().isEmpty();
}

void InspectPanels::setHint(const QString &hint)
{
    m_hint->setText(hint);
    if (m_hintDock->isVisibleTo(m_page) == hint.isEmpty()) {
        m_hintDock->setVisible(!hint.isEmpty());
        fitLater();
    }
}

void InspectPanels::resetLayout()
{
    const bool whatIf = m_whatIfDock->isVisibleTo(m_page), runs = m_triedRunsDock->isVisibleTo(m_page);
    reset();
    m_hintDock->setVisible(hasHint());
    m_whatIfDock->setVisible(whatIf);
    m_triedRunsDock->setVisible(runs);
    fit();
}

void InspectPanels::fitSizes()
{
    const QList<CardDock *> right = shownIn(Qt::RightDockWidgetArea), bottom = shownIn(Qt::BottomDockWidgetArea);
    const auto resize = [this](const QList<CardDock *> &docks, const QList<int> &sizes, Qt::Orientation direction) {
        m_page->resizeDocks({docks.begin(), docks.end()}, sizes, direction);
    };
    if (!bottom.isEmpty()) {
        resize({bottom.first()}, {std::min(bottom.first()->wantedHeight(), m_page->height() * 2 / 11)}, Qt::Vertical);
        resize(bottom, QList<int>(bottom.size(), m_page->width()), Qt::Horizontal);
    }
    if (right.isEmpty()) {
        return;
    }
    const int character = m_page->fontMetrics().averageCharWidth();
    resize({right.first()}, {std::min(character * 50, m_page->width() * 3 / 10)}, Qt::Horizontal);
    const int gap = m_page->style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent);
    int rest = m_page->height() - gap * static_cast<int>(right.size() - 1);
    QList<int> heights;
    for (const CardDock *panel : right) {
        heights.append(panel->wantedHeight());
        rest -= heights.last();
    }
    if (const auto word = right.indexOf(m_wordDock); word >= 0 && rest > 0) {
        heights[word] += rest;
    }
    resize(right, heights, Qt::Vertical);
}
