// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/keptruns.h"

#include "widgets/evaluate/agreementtext.h"

#include <algorithm>

void KeptRuns::keep(const QString &name, std::shared_ptr<const adaplens::AgreementReport> report)
{
    if (!report || holds(report)) {
        return;
    }
    QString free = name;
    const auto taken = [&](const Entry &entry) { return entry.run.name == free; };
    for (int number = 2; std::any_of(m_runs.begin(), m_runs.end(), taken); ++number) {
        free = tr("%1 (%2)").arg(name).arg(number);
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_runs.push_back({{free, std::move(report)}, true});
    endInsertRows();
}

bool KeptRuns::holds(const std::shared_ptr<const adaplens::AgreementReport> &report) const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [&](const Entry &entry) { return entry.run.report == report; });
}

std::vector<NamedReport> KeptRuns::shown() const
{
    std::vector<NamedReport> runs;
    for (const Entry &entry : m_runs) {
        if (entry.visible) {
            runs.push_back(entry.run);
        }
    }
    return runs;
}

int KeptRuns::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant KeptRuns::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = m_runs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return entry.run.name;
    case Qt::CheckStateRole:
        return entry.visible ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return agreement::runName(*entry.run.report) + QStringLiteral(": ") + agreement::conditions(*entry.run.report);
    default:
        return {};
    }
}

bool KeptRuns::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const bool check = role == Qt::CheckStateRole;
    const QString name = value.toString().trimmed();
    if (!check && (role != Qt::EditRole || name.isEmpty())) {
        return false;
    }
    Entry &entry = m_runs[static_cast<std::size_t>(index.row())];
    if (check) {
        entry.visible = value.toInt() == Qt::Checked;
    } else {
        entry.run.name = name;
    }
    Q_EMIT dataChanged(index, index, {role});
    return true;
}

Qt::ItemFlags KeptRuns::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsEditable | Qt::ItemIsUserCheckable |
                                 Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

bool KeptRuns::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount()) {
        return false;
    }
    beginRemoveRows({}, row, row + count - 1);
    m_runs.erase(m_runs.begin() + row, m_runs.begin() + row + count);
    endRemoveRows();
    return true;
}
