// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/evaluatepage.h"

#include "widgets/evaluate/agreementtext.h"
#include "widgets/page/helptexts.h"
#include "widgets/session/session.h"
#include "widgets/evaluate/agreementcontrols.h"
#include "widgets/evaluate/agreementlegend.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/evaluate/agreementtableview.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/popover.h"
#include "widgets/style/relativefont.h"
#include "widgets/controls/buttons.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QHBoxLayout>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QSplitter>
#include <QStandardPaths>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using adaplens::Metric;

namespace {

/// Metrics of one kind, a click apart: rankings on the left; on the right what a selection gets wrong and right, and
/// how large it is, since none of these can be read alone.
constexpr std::array<std::array<Metric, 4>, 2> relatives{
    {{Metric::AP, Metric::AUPRC, Metric::RocAuc, Metric::PrecisionAtCpSize},
     {Metric::FPR, Metric::TPR, Metric::Selected, Metric::FprAtCpSize}}};

QWidget *columnOf(std::initializer_list<QWidget *> parts, int spacing)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    for (QWidget *part : parts) {
        column->addWidget(part);
    }
    return whole;
}

} // namespace

EvaluatePage::EvaluatePage(const Workspace &workspace, AgreementRunner runner, QWidget *parent)
    : Page(QStringLiteral("evaluate"), workspace.preferences, parent),
      m_workspace(workspace),
      m_cache(std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::CacheLocation).toStdU16String()) /
              "agreement"),
      m_controls(new AgreementControls),
      m_bar(new QProgressBar),
      m_progressText(new Label(Label::Kind::Body)),
      m_leftOut(new Label(Label::Kind::Caption)),
      m_state(new Label(Label::Kind::Warning)),
      m_conditions(new Label(Label::Kind::Caption)),
      m_plots{new AgreementPlot, new AgreementPlot},
      m_metricButtons{choiceBox(tr("Metric of the left plot"), false),
                      choiceBox(tr("Metric of the right plot"), false)},
      m_legend(new AgreementLegend),
      m_table(new AgreementTableModel(this)),
      m_tableView(new AgreementTableView(m_table)),
      m_layers(choiceBox(tr("Layer of the table"))),
      m_keep(textButton(tr("Keep"))),
      m_export(textButton(tr("Save"))),
      m_kept(new KeptRuns(this)),
      m_runList(new QListView),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_run(std::move(runner))
{
    setAcceptDrops(true);
    auto *plots = new QSplitter(Qt::Horizontal);
    plots->addWidget(makePlot(0));
    plots->addWidget(makePlot(1));
    plots->setChildrenCollapsible(false);
    m_splitter->addWidget(plots);
    m_splitter->addWidget(makeTable());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_fitted = false; });
    auto *centre = columnOf({new Card(nullptr, makeControls()), m_splitter}, 10);
    static_cast<QVBoxLayout *>(centre->layout())->setStretch(1, 1);
    setCentralWidget(centre);
    makeRunList();
    fillMetrics();
    fillLayers();
    connectRun();
    chooseMetric(1, Metric::FPR);
    fillDataSets();
    fillModels();
    showRuns();
    showProgress();
}

EvaluatePage::~EvaluatePage() = default;

QWidget *EvaluatePage::makeControls()
{
    auto *help = bareButton(QStringLiteral("?"));
    help->setToolTip(tr("What is this?"));
    help->setAccessibleName(tr("Explain agreement with human rationales"));
    connect(help, &QToolButton::clicked, this, [help] { Popover::explain(help, help::evaluation()); });
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_leftOut->setElided(true);
    m_leftOut->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    constexpr int gap = 14;
    auto *state = new QWidget;
    auto *row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(m_bar, 3);
    row->addWidget(m_progressText);
    row->addWidget(m_leftOut, 2);
    state->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    state->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    // Buttons go to a line of their own where there is no room beside: Run is always in sight.
    auto *progress = new QWidget;
    auto *lines = new FlowLayout(gap, progress);
    lines->addWidget(state);
    lines->addWidget(m_controls->buttons());
    lines->addWidget(help);
    return columnOf({m_controls, progress}, 6);
}

QWidget *EvaluatePage::makePlot(int side)
{
    auto *header = new CardHeader(QString(), QString(), help::agreementCurves());
    QComboBox *metric = m_metricButtons[side];
    (new RelativeFont(metric))->set(1.15, true);
    metric->setToolTip(tr("Choose what the plot shows"));
    header->setTitleControl(metric);
    QStringList names;
    for (const Metric quick : relatives[static_cast<std::size_t>(side)]) {
        names << (quick == Metric::FprAtCpSize         ? tr("FPR at CP's size")
                  : quick == Metric::PrecisionAtCpSize ? tr("P at CP's size")
                                                       : agreement::name(quick));
    }
    m_quick[side] = joinedButtons(names);
    header->addControl(m_quick[side]);
    connect(m_quick[side], &QTabBar::currentChanged, this, [this, side](int index) {
        chooseMetric(side, relatives[static_cast<std::size_t>(side)][static_cast<std::size_t>(index)]);
    });
    connect(metric, &QComboBox::currentIndexChanged, this,
            [this, side, metric] { chooseMetric(side, static_cast<Metric>(metric->currentData().toInt())); });
    auto *caption = new Label(Label::Kind::Caption, m_plots[side]->caption());
    caption->setElided(true);
    connect(m_plots[side], &PlotBase::captionChanged, caption, &QLabel::setText);
    connect(m_plots[side], &AgreementPlot::layerChosen, this, &EvaluatePage::setLayer);
    auto *content = columnOf({caption, m_plots[side]}, 4);
    static_cast<QVBoxLayout *>(content->layout())->setStretch(1, 1);
    return new Card(header, content);
}

QWidget *EvaluatePage::makeTable()
{
    m_tableHeader = new CardHeader(tr("Mean over layers"), QString(), help::agreementTable());
    m_state->setElided(true);
    m_tableHeader->addControl(m_state);
    m_tableHeader->addControl(m_layers);
    m_tableHeader->addControl(m_keep);
    m_tableHeader->addControl(m_export);
    m_keep->setToolTip(tr("Keep this run to lay the next one over it"));
    auto *menu = new QMenu(this);
    menu->addAction(tr("&Figure (PNG, SVG, PDF)…"), this, [this] {
        chooseExport(QStringLiteral(".png"), tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    });
    menu->addAction(tr("Numbers as &CSV…"), this,
                    [this] { chooseExport(QStringLiteral(".csv"), tr("CSV table (*.csv)")); });
    menu->addAction(tr("Table for &LaTeX…"), this,
                    [this] { chooseExport(QStringLiteral(".tex"), tr("LaTeX table (*.tex)")); });
    QAction *json = menu->addAction(tr("Whole run as &JSON…"), this,
                                    [this] { chooseExport(QStringLiteral(".json"), tr("JSON (*.json)")); });
    connect(menu, &QMenu::aboutToShow, this, [this, json] { // a file of this kind holds one run
        const std::vector<NamedReport> runs = shown();
        json->setText(runs.size() < 2
                          ? tr("Whole run as &JSON…")
                          : tr("Only “%1” as &JSON…")
                                .arg(QString(runs.front().name).replace(QLatin1Char('&'), QLatin1String("&&"))));
    });
    m_export->setMenu(menu);
    auto *open = textButton(tr("Open…"));
    open->setToolTip(tr("Lay a run over this one that was saved as JSON"));
    connect(open, &QToolButton::clicked, this, &EvaluatePage::chooseReport);
    m_tableHeader->addControl(open);
    connect(m_layers, &QComboBox::currentIndexChanged, this, [this] {
        const int layer = m_layers->currentData().toInt();
        setLayer(layer < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(layer)));
    });
    connect(m_keep, &QToolButton::clicked, this, [this] {
        if (const auto &report = m_run.report()) {
            m_kept->keep(agreement::runName(*report), report);
        }
    });
    m_conditions->setWordWrap(true);
    auto *content = columnOf({m_legend, m_tableView, m_conditions}, 4);
    static_cast<QVBoxLayout *>(content->layout())->setStretch(1, 1);
    return new Card(m_tableHeader, content);
}

void EvaluatePage::makeRunList()
{
    m_runList->setModel(m_kept);
    m_runList->setFrameShape(QFrame::NoFrame);
    m_runList->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_runList->setWordWrap(true);
    m_runList->setAccessibleName(tr("Kept runs"));
    const auto remove = [this] {
        if (const QModelIndex chosen = m_runList->currentIndex(); chosen.isValid()) {
            m_kept->removeRow(chosen.row());
        }
    };
    auto *key = new QAction(tr("Remove the run"), m_runList);
    key->setShortcut(QKeySequence::Delete);
    key->setShortcutContext(Qt::WidgetShortcut);
    connect(key, &QAction::triggered, this, remove);
    m_runList->addAction(key);
    auto *header = new CardHeader(tr("Kept runs"), QString(), QString());
    auto *button = bareButton(tr("Remove"));
    button->setToolTip(tr("Remove the run that is selected (%1)").arg(key->shortcut().toString()));
    connect(button, &QToolButton::clicked, this, remove);
    header->addControl(button);
    m_runDock = new CardDock(QStringLiteral("runs"), tr("Kept runs"), header, m_runList, this);
    addDockWidget(Qt::RightDockWidgetArea, m_runDock);
    m_runDock->hide();
    const auto changed = [this] {
        const bool any = m_kept->rowCount() > 0;
        if (m_runDock->isHidden() == any) {
            m_runDock->setVisible(any);
            resizeDocks({m_runDock}, {fontMetrics().averageCharWidth() * 28}, Qt::Horizontal);
        }
        showRuns();
    };
    connect(m_kept, &QAbstractItemModel::rowsInserted, this, changed);
    connect(m_kept, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(m_kept, &QAbstractItemModel::dataChanged, this, &EvaluatePage::showRuns);
}

void EvaluatePage::connectRun()
{
    connect(m_controls, &AgreementControls::run, this, [this] { start(false); });
    connect(m_controls, &AgreementControls::startOver, this, [this] { start(true); });
    connect(m_controls, &AgreementControls::paperFigure, this, &EvaluatePage::runPaperFigure);
    connect(m_controls, &AgreementControls::cancel, this, [this] {
        m_run.cancel();
        showState();
    });
    connect(m_controls, &AgreementControls::changed, this, &EvaluatePage::settingsChanged);
    QMenu *dataMenu = m_controls->otherDataButton()->menu();
    dataMenu->addAction(tr("Choose a file…"), this, [this] { chooseData(false); });
    dataMenu->addAction(tr("Choose a folder…"), this, [this] { chooseData(true); });
    m_controls->otherModelButton()->menu()->addAction(tr("Choose a model folder…"), this, &EvaluatePage::chooseModel);

    connect(&m_run, &AgreementRun::started, this, [this] {
        m_fresh = false;
        showState();
    });
    connect(&m_run, &AgreementRun::progressed, this, &EvaluatePage::showProgress);
    connect(&m_run, &AgreementRun::reported, this, [this] {
        m_fresh = true;
        showRuns();
    });
    const auto ended = [this] {
        showState();
        settingsChanged();
    };
    connect(&m_run, &AgreementRun::finished, this, ended);
    connect(&m_run, &AgreementRun::cancelled, this, ended);
    connect(&m_run, &AgreementRun::failed, this, [this, ended](const QString &text) {
        ended();
        Q_EMIT message(MessageBar::Kind::Error, text);
    });
    connect(&m_workspace.session, &Session::modelOpened, this, &EvaluatePage::fillModels);
}

void EvaluatePage::fillMetrics()
{
    for (QComboBox *button : m_metricButtons) {
        QList<Choice> choices;
        for (const adaplens::MetricInfo &info : adaplens::allMetrics()) {
            choices.append(
                {agreement::name(info.metric), static_cast<int>(info.metric), agreement::caption(info.metric)});
        }
        setChoices(button, choices);
    }
}

void EvaluatePage::chooseMetric(int side, Metric metric)
{
    choose(m_metricButtons[side], static_cast<int>(metric));
    if (m_plots[side]->shownMetric() != metric) {
        m_plots[side]->setMetric(metric);
    }
    const auto &quick = relatives[static_cast<std::size_t>(side)];
    const auto at = std::find(quick.begin(), quick.end(), metric);
    m_quick[side]->setVisible(at != quick.end());
    if (at != quick.end()) {
        m_quick[side]->setCurrentIndex(static_cast<int>(at - quick.begin()));
    }
}

void EvaluatePage::setLayer(std::optional<std::size_t> layer)
{
    m_table->setLayer(layer);
    choose(m_layers, layer ? static_cast<int>(*layer) : -1);
    m_tableHeader->setTitle(layer ? tr("Layer %1").arg(*layer + 1) : tr("Mean over layers"));
    for (AgreementPlot *plot : m_plots) {
        plot->setLayer(layer);
    }
}

void EvaluatePage::resetLayout()
{
    m_runDock->setFloating(false);
    addDockWidget(Qt::RightDockWidgetArea, m_runDock);
    resizeDocks({m_runDock}, {fontMetrics().averageCharWidth() * 28}, Qt::Horizontal);
    m_fitted = true;
    fitTable();
}

void EvaluatePage::fitTable()
{
    if (!m_fitted) {
        return;
    }
    // Once everything inside has taken on its new size.
    QMetaObject::invokeMethod(
        this,
        [this] {
            const int room = m_splitter->height() - m_splitter->handleWidth();
            const QWidget *card = m_splitter->widget(1);
            const int wanted = card->hasHeightForWidth() ? card->heightForWidth(card->width()) : 0;
            const int table = std::max(wanted, card->sizeHint().height());
            const int plots = std::max(m_splitter->widget(0)->minimumSizeHint().height(), room - table);
            m_splitter->setSizes({plots, room - plots});
        },
        Qt::QueuedConnection);
}

void EvaluatePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitTable();
}

void EvaluatePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitTable();
    }
}

QByteArray EvaluatePage::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_fitted << m_splitter->saveState() << static_cast<qint32>(m_plots[0]->shownMetric())
           << static_cast<qint32>(m_plots[1]->shownMetric());
    return bytes;
}

void EvaluatePage::setArrangement(const QByteArray &arrangement)
{
    QByteArray splitter;
    qint32 left = 0, right = 0;
    QDataStream stream(arrangement);
    bool fitted = true;
    stream >> fitted >> splitter >> left >> right;
    m_runDock->setVisible(m_kept->rowCount() > 0);
    const auto known = [](qint32 metric) {
        return metric >= 0 && metric < static_cast<qint32>(adaplens::allMetrics().size());
    };
    if (stream.status() == QDataStream::Ok && m_splitter->restoreState(splitter) && known(left) && known(right)) {
        m_fitted = fitted;
        fitTable();
        chooseMetric(0, static_cast<Metric>(left));
        chooseMetric(1, static_cast<Metric>(right));
    } else {
        resetLayout();
    }
}

QList<QAction *> EvaluatePage::viewActions()
{
    return {m_runDock->toggleViewAction()};
}
