// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/pointscard.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/tables.h"
#include "widgets/tradeoff/tradeoffhelp.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using adaplens::PointStatus;

PointsCard::PointsCard()
    : Card(new CardHeader(tr("Points"), tr("bold: on the Pareto front · double-click opens the model in Inspect"),
                          help::tradeoffPoints),
           new QWidget),
      m_table(new QTableView),
      m_state(new Label(Label::Kind::Warning)),
      m_open(textButton(tr("Open in Inspect"), "openPoint")),
      m_save(textButton(tr("Save"), "savePoints"))
{
    setObjectName(QStringLiteral("points"));
    m_state->setObjectName(QStringLiteral("pointsState"));
    m_state->setElided(true);
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(PointModel::sortRole);
    m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
    makeQuiet(m_table);
    m_table->setObjectName(QStringLiteral("pointsTable"));
    m_table->setAccessibleName(tr("Points of the trade-off"));
    m_table->setModel(&m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true); // a third click: as in the file
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_save->setMenu(saveMenu());
    for (QWidget *control : std::initializer_list<QWidget *>{m_state, m_open, m_save}) {
        header()->addControl(control);
    }
    columnIn(content(), 0, {{m_table, 1}});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (!m_setting) {
            Q_EMIT pointChosen(pointOf(index));
        }
    });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const auto point = pointOf(index)) {
            Q_EMIT pointOpened(*point);
        }
    });
    connect(m_open, &QToolButton::clicked, this, [this] {
        if (const auto point = pointOf(m_table->currentIndex())) {
            Q_EMIT pointOpened(*point);
        }
    });
    setTradeoff(m_tradeoff);
}

QMenu *PointsCard::saveMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const char *name, const QString &text, const QString &filter) {
        QAction *action = menu->addAction(text, this, [this, filter] { Q_EMIT saveRequested(filter); });
        action->setObjectName(QLatin1String(name));
        return action;
    };
    add("saveTradeoffFigure", tr("&Figure (PNG, SVG, PDF)…"),
        tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    add("saveTradeoffCsv", tr("Points as &CSV…"), tr("CSV table (*.csv)"));
    add("saveTradeoffMarkdown", tr("Table in &Markdown…"), tr("Markdown table (*.md)"));
    add("saveTradeoffLatex", tr("Table for &LaTeX…"), tr("LaTeX table (*.tex)"));
    QAction *json = add("saveTradeoffJson", {}, tr("JSON (*.json)"));
    connect(menu, &QMenu::aboutToShow, this, [this, json] { // a file of this kind holds one sweep
        json->setText(
            m_tradeoff->sweeps.size() < 2
                ? tr("Points as &JSON, to be opened again…")
                : tr("Points of “%1” as &JSON…")
                      .arg(QString(m_tradeoff->sweeps.front().name).replace(QLatin1Char('&'), QLatin1String("&&"))));
    });
    return menu;
}

void PointsCard::setTradeoff(const std::shared_ptr<const Tradeoff> &tradeoff)
{
    const QScopedValueRollback guard(m_setting, true);
    m_tradeoff = tradeoff;
    m_model.setTradeoff(tradeoff);
    int missing = 0;
    for (std::size_t i = 0; i < tradeoff->points.size(); ++i) {
        const PointStatus status = tradeoff->at(i).status;
        missing += status == PointStatus::NotRun || status == PointStatus::Failed ? 1 : 0;
    }
    m_state->setVisible(missing > 0);
    m_state->setText(tr("%n point(s) not run or failed; the status says why", nullptr, missing));
    m_save->setEnabled(!tradeoff->points.empty());
    m_table->setFocusPolicy(tradeoff->points.empty() ? Qt::NoFocus : Qt::StrongFocus);
    select(std::nullopt, false);
    fitColumns();
}

void PointsCard::fitColumns()
{
    m_table->resizeColumnsToContents();
    const int widest = m_table->fontMetrics().averageCharWidth() * 60;
    for (int column = 0; column < m_sorted.columnCount(); ++column) {
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), widest));
    }
}

std::optional<std::size_t> PointsCard::pointOf(const QModelIndex &index) const
{
    return index.isValid() ? std::optional(static_cast<std::size_t>(m_sorted.mapToSource(index).row())) : std::nullopt;
}

void PointsCard::select(std::optional<std::size_t> point, bool openable)
{
    const QScopedValueRollback guard(m_setting, true);
    m_open->setEnabled(openable);
    m_open->setToolTip(openable || !point ? tr("Open the model of the point that is selected, and look at a text in it")
                                          : tr("This point has no model here to be opened"));
    const QModelIndex row = point ? m_sorted.mapFromSource(m_model.index(static_cast<int>(*point), 0)) : QModelIndex();
    if (row.row() != m_table->currentIndex().row() || !row.isValid()) {
        m_table->setCurrentIndex(row);
    }
    if (row.isValid()) {
        m_table->scrollTo(row);
    }
}
