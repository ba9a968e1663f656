// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/keptrunsdock.h"

#include "widgets/controls/buttons.h"
#include "widgets/evaluate/keptruns.h"

#include <QAction>
#include <QListView>
#include <QToolButton>

KeptRunsDock::KeptRunsDock(KeptRuns &runs, QWidget *parent)
    : KeptRunsDock(runs, new CardHeader(tr("Kept runs"), {}, {}), new QListView, parent)
{
}

KeptRunsDock::KeptRunsDock(KeptRuns &runs, CardHeader *header, QListView *list, QWidget *parent)
    : CardDock(QStringLiteral("runs"), tr("Kept runs"), header, list, parent)
{
    list->setObjectName(QStringLiteral("keptRuns"));
    list->setModel(&runs);
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    list->setWordWrap(true);
    list->setAccessibleName(tr("Kept runs"));
    auto *remove = new QAction(tr("Remove"), list);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    remove->setToolTip(
        tr("Remove the run that is selected (%1)").arg(remove->shortcut().toString(QKeySequence::NativeText)));
    connect(remove, &QAction::triggered, this, [list, &runs] { runs.removeRow(list->currentIndex().row()); });
    list->addAction(remove);
    auto *button = bareButton(remove->text());
    button->setObjectName(QStringLiteral("removeRun"));
    button->setToolTip(remove->toolTip());
    connect(button, &QToolButton::clicked, remove, &QAction::trigger);
    header->addControl(button);
    hide();
    const auto showWhatThereIs = [this, &runs] { setVisible(runs.rowCount() > 0); };
    connect(&runs, &QAbstractItemModel::rowsInserted, this, showWhatThereIs);
    connect(&runs, &QAbstractItemModel::rowsRemoved, this, showWhatThereIs);
}
