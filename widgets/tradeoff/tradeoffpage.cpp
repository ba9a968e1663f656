// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/tradeoffpage.h"

#include "core/error.h"
#include "widgets/controls/card.h"
#include "widgets/controls/fittingscroll.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/buttons.h"
#include "widgets/session/failure.h"
#include "widgets/tradeoff/calibrationform.h"
#include "widgets/tradeoff/calibrationview.h"
#include "widgets/tradeoff/pointscard.h"
#include "widgets/tradeoff/sweepcontrols.h"
#include "widgets/tradeoff/sweepfiles.h"
#include "widgets/tradeoff/sweeplist.h"
#include "widgets/tradeoff/tradeofffigure.h"
#include "widgets/tradeoff/tradeoffhelp.h"
#include "widgets/tradeoff/tradeofflegend.h"
#include "widgets/tradeoff/tradeoffplot.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QBoxLayout>
#include <QDataStream>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <utility>

using adaplens::PointStatus;
using adaplens::SweepPoint;

namespace {

/// Places of the views in their row.
enum View { Sweeps, Safe };

/// The point whose model stands for `point`: itself, or of a floor the one whose budget it has. Null where there is none.
const SweepPoint *openable(const adaplens::Sweep &sweep, const SweepPoint &point)
{
    const SweepPoint *found = &point;
    if (!point.budgetOf.empty()) {
        const auto budget = std::ranges::find(sweep.points, point.budgetOf, &SweepPoint::id);
        found = budget == sweep.points.end() ? nullptr : &*budget;
    }
    return found && !found->model.empty() ? found : nullptr;
}

} // namespace

TradeoffPage::TradeoffPage(const Workspace &workspace, QWidget *parent)
    : TradeoffPage(workspace, shippedSweepsFolder(), classifierCalibration(), parent)
{
}

TradeoffPage::TradeoffPage(const Workspace &workspace, QString shipped, CalibrationRunner runner, QWidget *parent)
    : Page(QStringLiteral("tradeoff"), workspace.preferences, parent),
      m_shippedFolder(std::move(shipped)),
      m_dialogs(this, workspace.preferences),
      m_views(joinedButtons({tr("Methods compared"), tr("As fast as is safe")})),
      m_stack(new QStackedWidget),
      m_calibration(new CalibrationView(workspace, m_dialogs, std::move(runner))),
      m_controls(new SweepControls),
      m_plot(new TradeoffPlot),
      m_legend(new TradeoffLegend(TradeoffLegend::Methods::Left)),
      m_points(new PointsCard),
      m_hint(new Label(Label::Kind::Body)),
      m_conditions(new Label(Label::Kind::Caption)),
      m_splitter(new QSplitter(Qt::Vertical))
{
    setAcceptDrops(true);
    makeLayout();
    connectParts();
    showTradeoff();
}

void TradeoffPage::makeLayout()
{
    m_views->setObjectName(QStringLiteral("tradeoffViews"));
    m_views->setAccessibleName(tr("What is shown"));
    setToolTips(m_views, {tr("Accuracy over speed-up of all methods, from sweeps"),
                          tr("How many tokens the model at hand may drop without losing more than is allowed")});
    m_stack->addWidget(makeSweeps());
    m_stack->addWidget(m_calibration);
    QBoxLayout *views = rowIn(nullptr, 0, {m_views});
    views->addStretch();
    auto *centre = new QWidget;
    columnIn(centre, 8, {views, {m_stack, 1}});
    setCentralWidget(centre);
    keepFitted(this, [this] { fitWidth(); });
}

QWidget *TradeoffPage::makeSweeps()
{
    m_plot->setObjectName(QStringLiteral("tradeoffPlot"));
    m_hint->setObjectName(QStringLiteral("sweepHint"));
    m_conditions->setObjectName(QStringLiteral("tradeoffConditions"));
    for (Label *label : {m_hint, m_conditions}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_side = new Card(new CardHeader(tr("Sweeps"), {}, help::sweeps), new FittingScroll(m_controls));
    m_side->setObjectName(QStringLiteral("sweepCard"));
    auto *header = new CardHeader(tr("Accuracy over speed-up"), m_plot->caption(), help::tradeoff);
    connect(m_plot, &PlotBase::captionChanged, header, &CardHeader::setCaption);
    auto *content = new QWidget;
    columnIn(content, 4, {m_hint, {m_plot, 1}, m_legend, m_conditions});
    m_splitter->addWidget(new Card(header, content));
    m_splitter->addWidget(m_points);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *sweeps = new QWidget;
    rowIn(sweeps, 10, {m_side, {m_splitter, 1}});
    return sweeps;
}

void TradeoffPage::fitWidth()
{
    m_side->setFixedWidth(std::max(m_side->minimumSizeHint().width(), fontMetrics().averageCharWidth() * 42));
}

void TradeoffPage::connectParts()
{
    connect(m_views, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_calibration, &CalibrationView::message, this, &Page::message);
    connect(m_calibration, &CalibrationView::modelRequested, this, &Page::modelRequested);
    connect(m_controls, &SweepControls::changed, this, &TradeoffPage::showTradeoff);
    connect(m_controls, &SweepControls::openRequested, this, &TradeoffPage::chooseSweep);
    connect(m_plot, &TradeoffPlot::pointChosen, this, &TradeoffPage::select);
    connect(m_plot, &TradeoffPlot::pointOpened, this, &TradeoffPage::openPoint);
    connect(m_points, &PointsCard::pointChosen, this, &TradeoffPage::select);
    connect(m_points, &PointsCard::pointOpened, this, &TradeoffPage::openPoint);
    connect(m_points, &PointsCard::saveRequested, this, &TradeoffPage::chooseExport);
}

void TradeoffPage::showEvent(QShowEvent *event)
{
    if (!std::exchange(m_read, true)) {
        readShipped(); // before the layout, which chooses among them
    }
    Page::showEvent(event);
}

void TradeoffPage::readShipped()
{
    ShippedSweeps shipped = shippedSweeps(m_shippedFolder);
    for (const NamedSweep &sweep : shipped.measured) {
        m_controls->list()->add(sweep, false);
    }
    m_controls->setPublished(std::move(shipped.published));
    m_controls->chooseLargest();
    if (!shipped.problems.isEmpty()) {
        Q_EMIT message(MessageBar::Kind::Error, shipped.problems.join(QLatin1Char(' ')));
    }
}

void TradeoffPage::showTradeoff()
{
    const auto before = std::exchange(m_tradeoff, m_controls->shown());
    std::optional<std::size_t> kept;
    if (before && m_selected) {
        kept = m_tradeoff->find(*before, *m_selected);
    }
    const QString set = m_controls->dataName();
    m_hint->setVisible(!m_controls->hasSweep());
    m_hint->setText(
        tr("There is no sweep of %1 yet. A sweep measures all methods on one data set, in one run: adaplens-cli sweep "
           "makes one, and adaplens-cli sweep --help says how. Then open its sweep.json with “Open a sweep…”, or drop it "
           "here.")
            .arg(set.isEmpty() ? tr("any data set") : set));
    m_plot->setInvitation(set.isEmpty() ? tr("Nothing to plot yet: open a sweep.") : QString());
    m_plot->setTradeoff(m_tradeoff);
    m_legend->setTradeoff(*m_tradeoff);
    m_points->setTradeoff(m_tradeoff);
    m_conditions->setText(tradeoff::conditions(*m_tradeoff).join(QLatin1Char('\n')));
    m_selected.reset();
    select(kept);
}

void TradeoffPage::select(std::optional<std::size_t> point)
{
    m_selected = point;
    m_plot->select(point);
    m_points->select(point, point && openable(m_tradeoff->sweepOf(*point), m_tradeoff->at(*point)) != nullptr);
}

void TradeoffPage::openPoint(std::size_t index)
{
    const SweepPoint &point = m_tradeoff->at(index);
    const SweepPoint *with = openable(m_tradeoff->sweepOf(index), point);
    if (with == nullptr) {
        Q_EMIT message(
            MessageBar::Kind::Note,
            point.status == PointStatus::Published
                ? tr("%1 was published, not measured here: there is no model to open.").arg(tradeoff::name(point))
                : tr("The sweep names no model of %1.").arg(tradeoff::name(point)));
        return;
    }
    const QString folder = QString::fromStdU16String(with->model.u16string());
    if (!QFileInfo(folder).isDir()) {
        Q_EMIT message(MessageBar::Kind::Error,
                       tr("The folder %1, which the sweep names for %2, is not there; put the model back, or run the "
                          "sweep again.")
                           .arg(QDir::toNativeSeparators(folder), tradeoff::name(*with)));
        return;
    }
    Q_EMIT modelRequested(folder, with->thresholds);
    if (with == &point && !point.thresholds.empty()) {
        Q_EMIT message(
            MessageBar::Kind::Note,
            tr("Inspect runs the model with the thresholds of %1. Other pages, and the model opened by the menu, "
               "have those of its folder.")
                .arg(tradeoff::name(point)));
    } else if (with != &point) {
        Q_EMIT message(MessageBar::Kind::Note,
                       tr("%1 is a floor, without a model of its own: this is %2, whose number of "
                          "words it keeps.")
                           .arg(tradeoff::name(point), tradeoff::name(*with)));
    }
}

std::optional<Drawing> TradeoffPage::figure() const
{
    if (m_stack->currentIndex() == Safe) {
        return m_calibration->figure();
    }
    return m_tradeoff->points.empty() ? std::nullopt : std::optional(tradeoffFigure(*m_tradeoff));
}

void TradeoffPage::openSweep(const QString &path)
{
    try {
        m_controls->open(::openSweep(path));
    } catch (const adaplens::Error &) {
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void TradeoffPage::chooseSweep()
{
    const QString path = m_dialogs.openFile(tr("Open a sweep"), tr("Sweeps (*.json)"));
    if (!path.isEmpty()) {
        openSweep(path);
    }
}

void TradeoffPage::exportTo(const QString &path)
{
    if (m_tradeoff->points.empty()) {
        return;
    }
    try {
        writeTradeoff(*m_tradeoff, path);
        Q_EMIT message(MessageBar::Kind::Done, tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    } catch (const adaplens::Error &) {
        Q_EMIT message(MessageBar::Kind::Error, describeException());
    }
}

void TradeoffPage::chooseExport(const QString &filter)
{
    const QString path = m_dialogs.saveFile(tr("Save"), suggestedFileName(*m_tradeoff), filter);
    if (!path.isEmpty()) {
        exportTo(path);
    }
}

QString TradeoffPage::droppedHere(const QMimeData &dropped) const
{
    return m_stack->currentIndex() == Safe ? droppedTexts(dropped) : droppedSweep(dropped);
}

void TradeoffPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedHere(*event->mimeData()).isEmpty()) {
        event->ignore(); // the window takes what else can be dropped
    } else {
        event->acceptProposedAction();
    }
}

void TradeoffPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QString path = droppedHere(*event->mimeData());
    if (m_stack->currentIndex() == Safe) {
        m_calibration->form()->openData(path);
    } else {
        openSweep(path);
    }
}

void TradeoffPage::resetLayout()
{
    const int room = m_splitter->height() - m_splitter->handleWidth();
    m_splitter->setSizes({room * 2 / 3, room - room * 2 / 3});
}

QByteArray TradeoffPage::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_controls->list()->ownFiles() << m_controls->state()
           << m_stack->currentIndex() << m_calibration->form()->state();
    return bytes;
}

void TradeoffPage::setArrangement(const QByteArray &arrangement)
{
    QByteArray splitter, choices, calibration;
    QStringList files;
    int view = Sweeps;
    QDataStream stream(arrangement);
    stream >> splitter >> files >> choices;
    if (stream.status() != QDataStream::Ok || !m_splitter->restoreState(splitter)) {
        resetLayout();
        return;
    }
    for (const QString &file : files) {
        if (QFileInfo::exists(file)) {
            openSweep(file);
        } else {
            Q_EMIT message(
                MessageBar::Kind::Note,
                tr("The sweep %1 is no longer there, so it is not shown.").arg(QDir::toNativeSeparators(file)));
        }
    }
    m_controls->setState(choices);
    stream >> view >> calibration; // not there in what an earlier version wrote
    if (stream.status() == QDataStream::Ok) {
        m_views->setCurrentIndex(view == Safe ? Safe : Sweeps);
        m_calibration->form()->setState(calibration);
    }
}
