// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementtablemodel.h"

#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/methods.h"
#include "widgets/style/emphasis.h"

#include <algorithm>
#include <utility>

using adaplens::Metric;

void AgreementTableModel::setRuns(std::vector<NamedReport> runs)
{
    std::vector<Row> rows;
    std::vector<Metric> metrics;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        for (std::size_t m = 0; m < runs[r].report->methods.size(); ++m) {
            rows.push_back({r, m});
        }
    }
    for (const adaplens::MetricInfo &info : adaplens::allMetrics()) {
        const auto measured = [&](const Row &row) {
            return runs[row.run].report->methods[row.method].mean.contains(info.metric);
        };
        if (info.column && std::ranges::any_of(rows, measured)) { // the plots and the files have the rest, too
            metrics.push_back(info.metric);
        }
    }
    // Results that come in while a run goes on are the same table with other numbers: selection and place stay.
    if (rows == m_rows && metrics == m_metrics) {
        m_runs = std::move(runs);
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_runs = std::move(runs);
    m_rows = std::move(rows);
    m_metrics = std::move(metrics);
    endResetModel();
}

void AgreementTableModel::setLayer(std::optional<std::size_t> layer)
{
    if (layer != m_layer) {
        m_layer = layer;
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    }
}

int AgreementTableModel::columnOf(Metric metric) const
{
    const auto at = std::find(m_metrics.begin(), m_metrics.end(), metric);
    return at == m_metrics.end() ? -1 : static_cast<int>(at - m_metrics.begin()) + 1;
}

int AgreementTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AgreementTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : static_cast<int>(m_metrics.size()) + 1;
}

QString AgreementTableModel::rowName(const Row &row) const
{
    const QString name = methods::name(method(row).method);
    return m_runs.size() > 1 ? tr("%1 · %2").arg(name, m_runs[row.run].name) : name;
}

QVariant AgreementTableModel::methodData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return rowName(row);
    case Qt::ToolTipRole: {
        const QString source = QString::fromStdString(method(row).source);
        return QStringLiteral("<p><b>%1</b><br>%2%3</p>")
            .arg(rowName(row).toHtmlEscaped(), methods::explanation(method(row).method).toHtmlEscaped(),
                 source.isEmpty() ? QString() : QStringLiteral("<br>") + tr("from: %1").arg(source.toHtmlEscaped()));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant AgreementTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == emphasis::MethodRole) {
        return index.column() == 0 ? static_cast<int>(method(row).method) : QVariant();
    }
    if (role == emphasis::Role) {
        return method(row).method == adaplens::ScoreMethod::Contribution ? emphasis::Highlighted : emphasis::Plain;
    }
    if (index.column() == 0) {
        return methodData(row, role);
    }
    const Metric metric = this->metric(index.column());
    const adaplens::MetricValue *value = agreement::valueOf(method(row), metric, m_layer);
    switch (role) {
    case Qt::DisplayRole:
        return value ? agreement::value(value->interval.mean) : QString();
    case ValueRole:
        return value ? value->interval.mean : QVariant();
    case emphasis::DetailRole:
        return value ? agreement::halfWidth(value->interval) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: {
        if (!value) {
            return tr("not measured");
        }
        const QString head = m_layer && method(row).layers.size() > 1
                                 ? tr("%1, layer %2").arg(rowName(row)).arg(*m_layer + 1)
                             : method(row).layers.size() > 1 ? tr("%1, mean over layers").arg(rowName(row))
                                                             : rowName(row);
        return agreement::toolTip(head, metric, *value, *m_runs[row.run].report);
    }
    case Qt::AccessibleTextRole:
        return value ? tr("%1, %2: %3 %4")
                           .arg(rowName(row), agreement::name(metric), agreement::value(value->interval.mean),
                                agreement::halfWidth(value->interval))
                     : tr("not measured");
    default:
        return {};
    }
}

QVariant AgreementTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return section == 0 ? tr("method") : agreement::name(metric(section));
    case Qt::ToolTipRole:
        return section == 0 ? QVariant() : agreement::caption(metric(section));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}
