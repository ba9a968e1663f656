// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/epochtable.h"

#include "widgets/controls/keepfitted.h"
#include "widgets/controls/tables.h"
#include "widgets/style/emphasis.h"
#include "widgets/style/format.h"

#include <QHeaderView>
#include <QScopedValueRollback>

namespace {

/// What the layers leave at last, and how the sets scored each: on hover.
QString setsOf(const RunEpoch &epoch)
{
    QStringList lines;
    for (std::size_t s = 0; s < epoch.result->accuracies.size(); ++s) {
        const QString name = s < epoch.step->sets.size() ? QString::fromStdString(epoch.step->sets[s])
                                                         : EpochTable::tr("set %1").arg(s + 1);
        lines << EpochTable::tr("%1: accuracy %2, %3 fewer operations")
                     .arg(name, format::percent(epoch.result->accuracies[s]), format::times(epoch.result->speedups[s]));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

EpochTable::EpochTable()
{
    makeQuiet(this);
    setObjectName(QStringLiteral("epochTable"));
    setAccessibleName(tr("Epochs of the run with their scores"));
    setColumnCount(Chosen + 1);
    setHorizontalHeaderLabels({tr("Step"), tr("Epoch"), tr("Accuracy"), tr("Speed-up"), tr("Tokens kept"), {}});
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    for (const int column : {Epoch, Accuracy, Speedup, Kept}) {
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    horizontalHeaderItem(Accuracy)->setToolTip(tr("On the texts held out, tokens really removed"));
    horizontalHeaderItem(Speedup)->setToolTip(tr("How many times fewer operations, exactly counted"));
    horizontalHeaderItem(Kept)->setToolTip(tr("Share of the tokens that the last layer leaves"));
    connect(this, &QTableWidget::itemSelectionChanged, this, [this] {
        if (const auto rows = selectionModel()->selectedRows(); !m_filling && !rows.isEmpty()) {
            Q_EMIT epochChosen(static_cast<std::size_t>(rows.first().row()));
        }
    });
    keepFitted(this, [this] { fitColumns(); });
}

void EpochTable::setRecord(const adaplens::RunRecord &record)
{
    const std::vector<RunEpoch> epochs = epochsOf(record);
    std::vector<Row> rows;
    for (const RunEpoch &epoch : epochs) {
        rows.push_back({epoch.step->step, epoch.result->epoch, epoch.chosen, epoch.result->score});
    }
    if (rows == m_rows) {
        return; // so that what is read on hover stays
    }
    m_rows = std::move(rows);
    const QScopedValueRollback filling(m_filling, true);
    const bool grown = rowCount() != static_cast<int>(epochs.size());
    setRowCount(static_cast<int>(epochs.size()));
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        const adaplens::EpochResult &result = *epochs[e].result;
        const QString sets = setsOf(epochs[e]);
        const auto set = [&](Column column, const QString &text, Qt::Alignment side) {
            QTableWidgetItem *item = tableCell(text, sets, side);
            if (epochs[e].chosen) {
                item->setData(emphasis::Role, emphasis::Bold);
            }
            setItem(static_cast<int>(e), column, item);
        };
        set(Step, QString::fromStdString(epochs[e].step->step), Qt::AlignLeft);
        set(Epoch, locale().toString(static_cast<qulonglong>(result.epoch)), Qt::AlignRight);
        set(Accuracy, format::number(100 * result.score, 1) + QStringLiteral("\u202F%"), Qt::AlignRight);
        set(Speedup, format::speedup(result.speedup), Qt::AlignRight);
        set(Kept, result.kept.empty() ? QStringLiteral("–") : format::percent(result.kept.back()), Qt::AlignRight);
        set(Chosen, epochs[e].chosen ? tr("chosen") : QString(), Qt::AlignLeft);
    }
    if (grown) {
        fitColumns();
        scrollToBottom();
    }
}

void EpochTable::setEpoch(std::optional<std::size_t> epoch)
{
    const QScopedValueRollback filling(m_filling, true);
    if (epoch && *epoch < static_cast<std::size_t>(rowCount())) {
        selectRow(static_cast<int>(*epoch));
    } else {
        clearSelection();
    }
}

void EpochTable::fitColumns()
{
    for (int column = 0; column < Chosen; ++column) {
        const int gap = fontMetrics().averageCharWidth() * 2;
        setColumnWidth(column, std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + gap);
    }
}

QSize EpochTable::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 10};
}

QSize EpochTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 6};
}
