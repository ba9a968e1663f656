// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/keptruns.h"

#include "widgets/controls/card.h"
#include "widgets/evaluate/agreementtext.h"

#include <QAction>
#include <QListView>
#include <QToolButton>

using ReportPointer = std::shared_ptr<const adaplens::AgreementReport>;

namespace {

constexpr int reportRole = Qt::UserRole;

} // namespace

void KeptRuns::keep(const QString &name, const ReportPointer &report)
{
    if (!report || holds(report)) {
        return;
    }
    QString free = name;
    for (int number = 2; !findItems(free).isEmpty(); ++number) {
        free = tr("%1 (%2)").arg(name).arg(number);
    }
    auto *item = new QStandardItem(free);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsUserCheckable |
                   Qt::ItemNeverHasChildren);
    item->setCheckState(Qt::Checked);
    item->setToolTip(agreement::runName(*report) + QStringLiteral(": ") + agreement::conditions(*report));
    item->setData(QVariant::fromValue(report), reportRole);
    appendRow(item);
}

bool KeptRuns::holds(const ReportPointer &report) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).report == report) {
            return true;
        }
    }
    return false;
}

NamedReport KeptRuns::at(int row) const
{
    return {item(row)->text(), item(row)->data(reportRole).value<ReportPointer>()};
}

std::vector<NamedReport> KeptRuns::shown() const
{
    std::vector<NamedReport> runs;
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row)->checkState() == Qt::Checked) {
            runs.push_back(at(row));
        }
    }
    return runs;
}

bool KeptRuns::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole) {
        return QStandardItemModel::setData(index, value, role);
    }
    const QString name = value.toString().trimmed();
    return !name.isEmpty() && QStandardItemModel::setData(index, name, role);
}

CardDock *KeptRuns::makeDock(QWidget *parent)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("keptRuns"));
    list->setModel(this);
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    list->setWordWrap(true);
    list->setAccessibleName(tr("Kept runs"));
    auto *remove = new QAction(tr("Remove"), list);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    remove->setToolTip(
        tr("Remove the run that is selected (%1)").arg(remove->shortcut().toString(QKeySequence::NativeText)));
    connect(remove, &QAction::triggered, this, [this, list] { removeRow(list->currentIndex().row()); });
    list->addAction(remove);
    auto *header = new CardHeader(tr("Kept runs"), {}, {});
    QToolButton *button = header->addButton("removeRun", remove->text(), remove->toolTip());
    connect(button, &QToolButton::clicked, remove, &QAction::trigger);
    auto *dock = new CardDock(QStringLiteral("runs"), tr("Kept runs"), header, list, parent);
    dock->toggleViewAction()->setObjectName(QStringLiteral("runsPanel"));
    dock->hide();
    const auto showWhatThereIs = [this, dock] { dock->setVisible(rowCount() > 0); };
    connect(this, &QAbstractItemModel::rowsInserted, dock, showWhatThereIs);
    connect(this, &QAbstractItemModel::rowsRemoved, dock, showWhatThereIs);
    return dock;
}
