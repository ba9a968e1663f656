// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/triedruns.h"

#include "core/io/csv.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/tables.h"
#include "widgets/inspect/factorslider.h"
#include "widgets/style/format.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <functional>

using adaplens::csvNumber;

namespace {

/// All of it where it is short; long texts, of which many may be tried, would fill the memory.
std::string beginningOf(const std::string &text)
{
    if (text.size() <= TriedRuns::longestText) {
        return text;
    }
    std::size_t end = TriedRuns::longestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // within a character
    }
    return text.substr(0, end) + "…";
}

} // namespace

TriedRuns::TriedRuns(Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session)
{
    connect(&session, &Session::timed, this, &TriedRuns::record);
}

bool TriedRuns::isSame(const Run &a, const Run &b)
{
    return a.model == b.model && a.hash == b.hash && a.hasPair == b.hasPair && a.window == b.window &&
           a.precision == b.precision && a.changes == b.changes;
}

void TriedRuns::record()
{
    const auto &trace = m_session.trace();
    if (!trace || trace->reduced.probabilities.empty()) {
        return;
    }
    const adaplens::Prediction &prediction = trace->reduced;
    Run run{.model = trace->model,
            .text = beginningOf(trace->text),
            .pair = beginningOf(trace->pair.value_or(std::string())),
            .answer = prediction.label < trace->labels.size() ? trace->labels[prediction.label]
                                                              : std::to_string(prediction.label),
            .hash = std::hash<std::string>()(trace->text + '\0' + trace->pair.value_or(std::string())),
            .hasPair = trace->pair.has_value(),
            .probability = static_cast<double>(prediction.probabilities.at(prediction.label)),
            .tokens = trace->encoding.pieces.size(),
            .left = trace->drops ? trace->survivors.size() : trace->encoding.pieces.size(),
            .cost = trace->cost,
            .precision = trace->precision,
            .window = trace->window,
            .changes = m_session.interventions(),
            .words = {}};
    for (const adaplens::Column &column : adaplens::columns(*trace, false)) {
        for (const adaplens::ForcedToken &token : run.changes.forced) {
            if (token.piece == column.pieces.front()) {
                run.words.push_back(column.label);
            }
        }
    }
    if (!m_runs.empty() && isSame(m_runs.back(), run)) {
        m_runs.back() = std::move(run);
        Q_EMIT dataChanged(index(0, 0), index(0, ColumnCount - 1));
        return;
    }
    if (m_runs.size() == most) {
        beginRemoveRows({}, static_cast<int>(most) - 1, static_cast<int>(most) - 1);
        m_runs.erase(m_runs.begin());
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_runs.push_back(std::move(run));
    endInsertRows();
}

void TriedRuns::clear()
{
    beginResetModel();
    m_runs.clear();
    endResetModel();
}

int TriedRuns::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int TriedRuns::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TriedRuns::changesOf(const Run &run)
{
    QStringList parts;
    if (run.changes.scale != 1) {
        parts << tr("thresholds %1").arg(FactorSlider::text(run.changes.scale));
    }
    for (std::size_t layer = 0; layer < run.changes.layerScales.size(); ++layer) {
        if (run.changes.layerScales[layer] != 1) {
            parts << tr("layer %1 %2").arg(layer + 1).arg(FactorSlider::text(run.changes.layerScales[layer]));
        }
    }
    for (const std::string &word : run.words) {
        parts << tr("“%1” decided by hand").arg(format::word(word, 20));
    }
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(", "));
}

QString TriedRuns::textOf(const Run &run, int column) const
{
    switch (column) {
    case Text:
        return format::word(run.text, 60);
    case Changes:
        return changesOf(run);
    case Answer:
        return tr("%1 %2").arg(format::word(run.answer), format::percent(run.probability));
    case Left:
        return tr("%1 of %2").arg(run.left).arg(run.tokens);
    case Operations:
        return tr("%1 MFLOP").arg(format::number(run.cost.flopsReduced / 1e6, 1));
    case Time:
        return tr("%1 ms").arg(format::number(run.cost.msReduced, 2));
    default:
        return {};
    }
}

QVariant TriedRuns::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Run &run = m_runs[m_runs.size() - 1 - static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) {
        return textOf(run, index.column());
    }
    if (role == Qt::ToolTipRole) {
        return index.column() == Text   ? format::paragraph(QString::fromStdString(run.text.substr(0, 2000)))
               : index.column() == Time ? tr("median of %1 runs, %2, threads: %3, %4")
                                              .arg(run.cost.runs)
                                              .arg(QString::fromStdString(run.cost.device))
                                              .arg(run.cost.threads)
                                              .arg(QLatin1String(adaplens::nameOf(run.precision)))
                                        : textOf(run, index.column());
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((index.column() >= Left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QVariant TriedRuns::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("Text"), tr("Changes"), tr("Answer"), tr("Tokens left"), tr("Operations"), tr("Time")};
    return section < ColumnCount ? names[section] : QVariant();
}

std::string TriedRuns::csv() const
{
    std::string text = adaplens::csvRow({"model", "precision", "text", "pair", "part", "threshold_scale",
                                         "layer_scales", "forced", "answer", "probability", "tokens", "tokens_left",
                                         "flops", "flops_plain", "ms", "ms_plain", "runs", "threads", "device"});
    for (const Run &run : m_runs) {
        std::string scales, forced;
        for (const double scale : run.changes.layerScales) {
            scales += (scales.empty() ? "" : " ") + csvNumber(scale);
        }
        for (const adaplens::ForcedToken &token : run.changes.forced) {
            forced += (forced.empty() ? "" : " ") + std::string(token.stays ? "+" : "-") + std::to_string(token.piece) +
                      '@' + std::to_string(token.fromLayer + 1);
        }
        text += adaplens::csvRow(
            {run.model, adaplens::nameOf(run.precision), run.text, run.pair, std::to_string(run.window + 1),
             csvNumber(run.changes.scale), scales, forced, run.answer, csvNumber(run.probability),
             std::to_string(run.tokens), std::to_string(run.left), csvNumber(run.cost.flopsReduced),
             csvNumber(run.cost.flopsPlain), csvNumber(run.cost.msReduced), csvNumber(run.cost.msPlain),
             std::to_string(run.cost.runs), std::to_string(run.cost.threads), run.cost.device});
    }
    return text;
}

TriedRunsView::TriedRunsView(TriedRuns &log, QWidget *parent) : QWidget(parent), m_table(new QTableView)
{
    makeQuiet(m_table);
    m_table->setObjectName(QStringLiteral("triedRuns"));
    m_table->setAccessibleName(tr("Runs tried"));
    m_table->setModel(&log);
    m_table->horizontalHeader()->setSectionResizeMode(TriedRuns::Text, QHeaderView::Stretch);
    for (const int column :
         {TriedRuns::Changes, TriedRuns::Answer, TriedRuns::Left, TriedRuns::Operations, TriedRuns::Time}) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    auto *copy = textButton(tr("Copy as CSV"), "copyTriedRuns"), *empty = textButton(tr("Clear"), "clearTriedRuns");
    connect(copy, &QToolButton::clicked, &log,
            [&log] { QGuiApplication::clipboard()->setText(QString::fromStdString(log.csv())); });
    connect(empty, &QToolButton::clicked, &log, &TriedRuns::clear);
    const auto offer = [copy, empty, &log] {
        copy->setEnabled(log.rowCount() > 0);
        empty->setEnabled(log.rowCount() > 0);
    };
    connect(&log, &TriedRuns::rowsInserted, copy, offer);
    connect(&log, &TriedRuns::modelReset, copy, offer);
    offer();
    auto *buttons = rowIn(nullptr, 8, {copy, empty});
    buttons->addStretch();
    columnIn(this, 6, {{m_table, 1}, buttons});
}
