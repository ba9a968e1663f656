// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/sweeplist.h"

#include <QDir>

namespace {

constexpr int sweepRole = Qt::UserRole, ownRole = Qt::UserRole + 1;

} // namespace

void SweepList::add(const NamedSweep &sweep, bool own)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).path == sweep.path) {
            item(row)->setData(QVariant::fromValue(NamedSweep{at(row).name, sweep.path, sweep.sweep}), sweepRole);
            item(row)->setCheckState(Qt::Checked);
            return;
        }
    }
    NamedSweep named = sweep;
    for (int number = 2; !findItems(named.name).isEmpty(); ++number) {
        named.name = tr("%1 (%2)").arg(sweep.name, QString::number(number));
    }
    auto *item = new QStandardItem(named.name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren);
    item->setCheckState(Qt::Checked);
    item->setToolTip(QDir::toNativeSeparators(named.path));
    item->setData(QVariant::fromValue(named), sweepRole);
    item->setData(own, ownRole);
    appendRow(item);
}

NamedSweep SweepList::at(int row) const
{
    return item(row)->data(sweepRole).value<NamedSweep>();
}

bool SweepList::isOwn(int row) const
{
    return row >= 0 && row < rowCount() && item(row)->data(ownRole).toBool();
}

std::vector<NamedSweep> SweepList::all() const
{
    std::vector<NamedSweep> sweeps;
    for (int row = 0; row < rowCount(); ++row) {
        sweeps.push_back(at(row));
    }
    return sweeps;
}

std::vector<NamedSweep> SweepList::checked() const
{
    std::vector<NamedSweep> sweeps;
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row)->checkState() == Qt::Checked) {
            sweeps.push_back(at(row));
        }
    }
    return sweeps;
}

QStringList SweepList::ownFiles() const
{
    QStringList files;
    for (int row = 0; row < rowCount(); ++row) {
        if (isOwn(row)) {
            files << at(row).path;
        }
    }
    return files;
}
