// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/sweepcontrols.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/tradeoff/pointchips.h"
#include "widgets/tradeoff/sweeplist.h"
#include "widgets/tradeoff/sweepoffers.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDataStream>
#include <QIODevice>
#include <QListView>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using adaplens::PointStatus;
using adaplens::ScoreAxis;
using adaplens::SpeedAxis;

namespace {

QCheckBox *checkBox(const char *name, const QString &text, const QString &toolTip, bool checked)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QLatin1String(name));
    box->setToolTip(toolTip);
    box->setChecked(checked);
    return box;
}

QTabBar *tabs(const char *name, const QString &what, const QStringList &labels)
{
    QTabBar *buttons = joinedButtons(labels);
    buttons->setObjectName(QLatin1String(name));
    buttons->setAccessibleName(what);
    return buttons;
}

} // namespace

SweepControls::SweepControls(QWidget *parent)
    : QWidget(parent),
      m_list(new SweepList(this)),
      m_data(choiceBox(tr("Data set"), "dataSet")),
      m_view(new QListView),
      m_open(textButton(tr("Open a sweep…"), "openSweep")),
      m_remove(bareButton(tr("Remove"), "removeSweep")),
      m_split(tabs("split", tr("Split"), {})),
      m_speed(tabs("speedAxis", tr("What is saved"), {tr("FLOPs"), tr("Wall clock")})),
      m_score(tabs("scoreAxis", tr("Score"), {tr("Accuracy"), tr("F1")})),
      m_padded(checkBox("padded", tr("Padded"),
                        tr("Count every text at the length of the longest one, as many published tables do"), false)),
      m_intervals(checkBox("intervals", tr("Intervals"), tr("Draw the bootstrap interval of each figure"), true)),
      m_showPublished(checkBox("published", tr("Published points"),
                               tr("Points of papers and their code, measured elsewhere and otherwise"), true)),
      m_methods(new PointChips),
      m_splitCaption(new Label(Label::Kind::Caption, tr("Split"))),
      m_aside(new Label(Label::Kind::Caption))
{
    makeLayout();
    connectParts();
    refresh();
}

void SweepControls::makeLayout()
{
    m_data->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_view->setObjectName(QStringLiteral("sweeps"));
    m_view->setModel(m_list);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setWordWrap(true);
    m_view->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_view->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_view->setAccessibleName(tr("Sweeps"));
    setToolTips(m_speed, {tr("Operations, exactly counted"), tr("Time, plain and reduced model by turns")});
    m_aside->setWordWrap(true);
    m_aside->setObjectName(QStringLiteral("publishedAside"));
    const auto caption = [](const QString &text) { return new Label(Label::Kind::Caption, text); };
    QBoxLayout *files = rowIn(nullptr, 4, {m_open, m_remove});
    files->addStretch();
    QBoxLayout *speed = rowIn(nullptr, 10, {m_speed, m_padded});
    speed->addStretch();
    QBoxLayout *column = columnIn(this, 4,
                                  {caption(tr("Data set")), m_data, m_view, files, m_splitCaption, m_split,
                                   caption(tr("Speed-up")), speed, caption(tr("Score")), m_score,
                                   caption(tr("Methods")), m_methods, m_intervals, m_showPublished, m_aside});
    column->addStretch(1);
}

void SweepControls::connectParts()
{
    auto *remove = new QAction(tr("Remove"), m_view);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(remove);
    m_remove->setToolTip(tr("Remove the sweep that is selected from the list; its file stays (%1)")
                             .arg(remove->shortcut().toString(QKeySequence::NativeText)));
    connect(remove, &QAction::triggered, this, &SweepControls::removeCurrent);
    connect(m_remove, &QToolButton::clicked, this, &SweepControls::removeCurrent);
    connect(m_open, &QToolButton::clicked, this, &SweepControls::openRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { m_remove->setEnabled(m_list->isOwn(index.row())); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_list, signal, this, &SweepControls::refresh);
    }
    connect(m_list, &QAbstractItemModel::dataChanged, this, &SweepControls::refresh);
    connect(m_data, &QComboBox::currentIndexChanged, this, &SweepControls::refresh);
    for (QTabBar *buttons : {m_split, m_speed, m_score}) {
        connect(buttons, &QTabBar::currentChanged, this, &SweepControls::refresh);
    }
    for (QCheckBox *box : {m_padded, m_intervals, m_showPublished}) {
        connect(box, &QCheckBox::toggled, this, &SweepControls::refresh);
    }
    connect(m_methods, &PointChips::changed, this, &SweepControls::refresh);
    m_remove->setEnabled(false);
}

void SweepControls::setPublished(std::vector<NamedSweep> published)
{
    m_published = std::move(published);
    refresh();
}

void SweepControls::chooseLargest()
{
    m_data->setCurrentIndex(0); // where offers::dataSets() puts it
}

void SweepControls::open(const NamedSweep &sweep)
{
    m_list->add(sweep, true);
    choose(m_data, dataKey(sweep.sweep->data));
}

void SweepControls::removeCurrent()
{
    if (const int row = m_view->currentIndex().row(); m_list->isOwn(row)) {
        m_list->removeRow(row);
        m_remove->setEnabled(m_list->isOwn(m_view->currentIndex().row()));
    }
}

QString SweepControls::dataName() const
{
    return m_data->currentText();
}

QString SweepControls::dataKeyShown() const
{
    return m_data->currentData().toString();
}

bool SweepControls::hasSweep() const
{
    return !offers::ofDataSet(m_list->all(), dataKeyShown()).empty();
}

void SweepControls::refresh()
{
    if (m_refreshing) {
        return; // what is chosen below is taken over at its end
    }
    const QScopedValueRollback guard(m_refreshing, true);
    offerDataSets();
    offerSplits(offers::splits(offers::ofDataSet(m_list->all(), dataKeyShown())));
    std::vector<NamedSweep> sweeps = offers::ofDataSet(m_list->checked(), dataKeyShown());
    const std::vector<NamedSweep> published = offers::ofDataSet(m_published, dataKeyShown());
    sweeps.insert(sweeps.end(), published.begin(), published.end());
    offerScores(sweeps);
    m_methods->setMethods(offers::methods(sweeps, m_showPublished->isChecked()));
    m_padded->setEnabled(m_speed->currentIndex() == 0);
    m_shown = std::make_shared<const Tradeoff>(tradeoffOf(std::move(sweeps), choices()));
    tellPublished(!published.empty());
    Q_EMIT changed();
}

void SweepControls::offerDataSets()
{
    std::vector<NamedSweep> all = m_list->all();
    all.insert(all.end(), m_published.begin(), m_published.end());
    QList<Choice> choices;
    for (const auto &[key, name] : offers::dataSets(all)) {
        choices.append({name, key, {}});
    }
    setChoices(m_data, choices);
    m_data->setEnabled(choices.size() > 1);
    bool any = false;
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const bool here = dataKey(m_list->at(row).sweep->data) == dataKeyShown();
        m_view->setRowHidden(row, !here);
        any = any || here;
    }
    m_view->setVisible(any);
}

void SweepControls::offerSplits(const QStringList &splits)
{
    QStringList there;
    for (int i = 0; i < m_split->count(); ++i) {
        there << m_split->tabText(i);
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_splitCaption, m_split}) {
        part->setVisible(!splits.isEmpty());
    }
    if (there == splits) {
        return;
    }
    const QString before = m_split->tabText(m_split->currentIndex());
    while (m_split->count() > 0) {
        m_split->removeTab(0);
    }
    for (const QString &split : splits) {
        m_split->addTab(split);
    }
    m_split->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, splits.indexOf(before))));
}

void SweepControls::offerScores(const std::vector<NamedSweep> &sweeps)
{
    const bool f1 = offers::hasScore(sweeps, ScoreAxis::F1);
    m_score->setTabEnabled(0, !f1 || offers::hasScore(sweeps, ScoreAxis::Accuracy));
    m_score->setTabEnabled(1, f1);
    if (!m_score->isTabEnabled(m_score->currentIndex())) {
        m_score->setCurrentIndex(f1 ? 1 : 0);
    }
}

void SweepControls::tellPublished(bool any)
{
    int elsewhere = 0;
    for (std::size_t i = 0; i < m_shown->points.size(); ++i) {
        elsewhere += m_shown->at(i).status == PointStatus::Published && !m_shown->points[i].placed() ? 1 : 0;
    }
    m_showPublished->setVisible(any);
    m_aside->setVisible(elsewhere > 0);
    m_aside->setText(
        tr("%n published point(s) cannot be placed on these axes; the table has them.", nullptr, elsewhere));
}

TradeoffChoices SweepControls::choices() const
{
    TradeoffChoices choices;
    choices.split = m_split->tabText(m_split->currentIndex());
    choices.speed = m_speed->currentIndex() == 1 ? SpeedAxis::Time
                    : m_padded->isChecked()      ? SpeedAxis::FlopsPadded
                                                 : SpeedAxis::Flops;
    choices.score = m_score->currentIndex() == 1 ? ScoreAxis::F1 : ScoreAxis::Accuracy;
    choices.intervals = m_intervals->isChecked();
    choices.published = m_showPublished->isChecked();
    choices.hidden = m_methods->hidden();
    return choices;
}

QByteArray SweepControls::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_data->currentData().toString() << m_split->tabText(m_split->currentIndex()) << m_speed->currentIndex()
           << m_score->currentIndex() << m_padded->isChecked() << m_intervals->isChecked()
           << m_showPublished->isChecked() << m_methods->hidden();
    return bytes;
}

void SweepControls::setState(const QByteArray &state)
{
    QString set, split;
    int speed = 0, score = 0;
    bool padded = false, intervals = true, published = true;
    QSet<QString> hidden;
    QDataStream stream(state);
    stream >> set >> split >> speed >> score >> padded >> intervals >> published >> hidden;
    if (stream.status() != QDataStream::Ok) {
        return;
    }
    {
        const QScopedValueRollback guard(m_refreshing, true);
        choose(m_data, set);
        offerSplits(offers::splits(offers::ofDataSet(m_list->all(), dataKeyShown())));
        for (int i = 0; i < m_split->count(); ++i) {
            if (m_split->tabText(i) == split) {
                m_split->setCurrentIndex(i);
            }
        }
        m_speed->setCurrentIndex(speed == 1 ? 1 : 0);
        m_score->setCurrentIndex(score == 1 ? 1 : 0);
        m_padded->setChecked(padded);
        m_intervals->setChecked(intervals);
        m_showPublished->setChecked(published);
        m_methods->setHidden(hidden);
    }
    refresh();
}
