// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparepage.h"

#include "widgets/compare/comparecontrols.h"
#include "widgets/compare/comparehelp.h"
#include "widgets/compare/comparenumbers.h"
#include "widgets/compare/comparisonview.h"
#include "widgets/compare/rankingplot.h"
#include "widgets/controls/card.h"
#include "widgets/controls/fittingscroll.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/progressline.h"
#include "widgets/page/panels.h"
#include "widgets/session/attributions.h"
#include "widgets/session/rationale.h"
#include "widgets/session/session.h"
#include "widgets/style/coretext.h"
#include "widgets/style/methods.h"
#include "widgets/trace/layerbar.h"
#include "widgets/trace/windowswitcher.h"

#include <QSlider>

#include <algorithm>

ComparePage::ComparePage(const Workspace &workspace, QWidget *parent)
    : Page(QStringLiteral("compare"), workspace.preferences, parent),
      m_workspace(workspace),
      m_controls(new CompareControls(workspace.session, workspace.attributions)),
      m_view(new ComparisonView(workspace.session)),
      m_plot(new RankingPlot),
      m_numbers(new CompareNumbers),
      m_switcher(new WindowSwitcher),
      m_panels(new Panels(this, [this] { fitSizes(); }))
{
    makeLayout();
    connectViews();
    refresh();
}

void ComparePage::makeLayout()
{
    m_header = new CardHeader(tr("Words under every method"), {}, help::compare);
    m_header->addControl(m_switcher);
    auto *centre = new QWidget;
    columnIn(centre, 10, {new Card(nullptr, m_controls), {new Card(m_header, m_view), 1}});
    setCentralWidget(centre);

    auto *plotHeader = new CardHeader(tr("Precision and recall"), {}, help::ranking);
    connect(m_plot, &PlotBase::captionChanged, plotHeader, &CardHeader::setCaption);
    m_plotDock = m_panels->add(QStringLiteral("ranking"), tr("Precision and recall"), plotHeader, m_plot,
                               Qt::RightDockWidgetArea);
    m_numbersHeader = new CardHeader(tr("Numbers of this text"), {}, help::ranking);
    auto *numbers = new FittingScroll(m_numbers);
    numbers->setNarrow();
    m_numbersDock = m_panels->add(QStringLiteral("numbers"), tr("Numbers of this text"), m_numbersHeader, numbers,
                                  Qt::RightDockWidgetArea);
    m_view->setObjectName(QStringLiteral("comparison"));
    m_plot->setObjectName(QStringLiteral("rankingPlot"));
    m_numbers->setObjectName(QStringLiteral("compareNumbers"));
}

void ComparePage::connectViews()
{
    Session &session = m_workspace.session;
    Attributions &attributions = m_workspace.attributions;
    connect(m_controls, &CompareControls::changed, this, &ComparePage::refresh);
    connect(&session, &Session::selectionChanged, this, &ComparePage::refresh);
    connect(m_view, &ComparisonView::topStepped, m_controls, &CompareControls::stepTop);
    connect(m_plot, &RankingPlot::topChosen, m_controls, &CompareControls::setTop);
    connect(m_switcher, &WindowSwitcher::windowChosen, &session, &Session::setWindow);
    connect(&session, &Session::analysed, this, &ComparePage::refresh);
    connect(&session, &Session::busyChanged, new ProgressLine(this), &ProgressLine::setBusy);
    connect(&session, &Session::outdatedChanged, m_plot, &PlotBase::setBusy);
    connect(&m_workspace.rationale, &HumanRationale::changed, this, [this] {
        m_controls->forgetTop();
        refresh();
    });
    connect(&attributions, &Attributions::changed, this, &ComparePage::refresh);
    connect(&attributions, &Attributions::stateChanged, this, &ComparePage::refresh);
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_workspace.attributions.addViewer(this);
    refresh();
}

void ComparePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_controls->layerBar()->pause();
    m_workspace.attributions.removeViewer(this);
}

Comparison ComparePage::compareNow() const
{
    const auto &trace = m_workspace.session.trace();
    if (!trace || trace->layers.empty()) {
        return {};
    }
    const HumanRationale &rationale = m_workspace.rationale;
    const auto spans =
        rationale.belongsTo(*trace) ? std::span(rationale.spans()) : std::span<const adaplens::ByteRange>();
    ComparisonOptions wanted = m_controls->options();
    const auto compareTop = [&](int top) {
        wanted.top = static_cast<std::size_t>(std::max(top, 1));
        Comparison made = compare(trace->encoding, trace->text, trace->layers.size(),
                                  m_workspace.attributions.result().get(), spans, wanted);
        made.rule = trace->rule;
        return made;
    };
    Comparison comparison = compareTop(m_controls->chosenTop().value_or(m_controls->topSlider()->value()));
    // As many as are marked or, where none are, a fifth; never more than there are.
    const auto words = static_cast<int>(comparison.words.size());
    const int suitable = comparison.marked > 0 ? static_cast<int>(comparison.marked) : (words + 4) / 5;
    const int top = std::clamp(m_controls->chosenTop().value_or(suitable), 1, std::max(words, 1));
    return words > 0 && static_cast<std::size_t>(top) != comparison.top ? compareTop(top) : comparison;
}

void ComparePage::refresh()
{
    if (!isVisible()) {
        return; // showEvent() catches up
    }
    const auto &trace = m_workspace.session.trace();
    m_switcher->setWindow(trace ? trace->window : 0, trace ? trace->windows : 1);
    m_comparison = compareNow();
    m_view->setComparison(m_comparison);
    m_plot->setComparison(m_comparison);
    m_controls->setComparison(m_comparison);
    m_numbers->setComparison(m_comparison);
    m_header->setCaption(caption());
    m_numbersHeader->setTitle(m_numbers->title());
    m_numbersHeader->setCaption(m_numbers->caption());
}

QString ComparePage::caption() const
{
    if (m_comparison.words.empty()) {
        return {};
    }
    return m_controls->acrossLayers()
               ? tr("share of each word in the scores of %1, layer by layer")
                     .arg(methods::name(m_controls->singleMethod(), m_comparison.rule))
               : tr("share of each word in the scores of each method, layer %1").arg(m_workspace.session.layer() + 1);
}

std::optional<Drawing> ComparePage::figure() const
{
    const auto &trace = m_workspace.session.trace();
    if (m_comparison.words.empty() || !trace) {
        return std::nullopt;
    }
    const QString model = QString::fromStdString(trace->model);
    return comparisonDrawing(m_comparison,
                             trace->drops ? tr("%1 · %2").arg(model, translated(trace->rule.title)) : model,
                             QStringLiteral("%1 · %2").arg(caption(), m_controls->sources(m_comparison)));
}

QByteArray ComparePage::arrangement() const
{
    return m_panels->areFitted() ? QByteArrayLiteral("fitted") : QByteArray();
}

void ComparePage::setArrangement(const QByteArray &arrangement)
{
    m_panels->setFitted(!arrangement.isEmpty());
}

void ComparePage::fitSizes()
{
    if (m_plotDock->isFloating() || m_numbersDock->isFloating()) {
        return;
    }
    const int wide = std::min(fontMetrics().averageCharWidth() * 54, width() * 3 / 10);
    resizeDocks({m_plotDock}, {wide}, Qt::Horizontal);
    resizeDocks({m_plotDock, m_numbersDock}, {height() * 9 / 20, height() * 11 / 20}, Qt::Vertical);
}

void ComparePage::resetLayout()
{
    m_panels->reset();
}

QList<QAction *> ComparePage::viewActions()
{
    return m_switcher->actions() + m_panels->actions();
}
