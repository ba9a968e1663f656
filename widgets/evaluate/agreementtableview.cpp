// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementtableview.h"

#include "widgets/evaluate/agreementtablemodel.h"
#include "widgets/controls/tables.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

AgreementTableView::AgreementTableView(AgreementTableModel *model, QWidget *parent) : QTableView(parent), m_table(model)
{
    setModel(model);
    makeQuiet(this);
    setSelectionBehavior(SelectItems);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setDefaultAlignment(Qt::Alignment::fromInt(Qt::AlignRight | Qt::TextWordWrap)); // in two lines
    setAccessibleName(tr("Agreement of each method with the human rationales"));
    const auto refit = [this] {
        fitColumns();
        updateGeometry();
        setFocusPolicy(m_table->rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus); // nothing to see is no place to be
    };
    connect(model, &QAbstractItemModel::modelReset, this, refit);
    connect(model, &QAbstractItemModel::dataChanged, this, refit);
    refit();
}

void AgreementTableView::fitColumns()
{
    const int columns = m_table->columnCount();
    if (columns == 0) {
        return;
    }
    QList<int> widths;
    int taken = 0;
    for (int column = 0; column < columns; ++column) {
        widths.append(std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)));
        taken += widths.last();
    }
    // Names of runs give way to the numbers, down to what still tells them apart.
    const int character = fontMetrics().averageCharWidth();
    const int names =
        std::min({widths[0], character * 40, std::max(widths[0] + viewport()->width() - taken, character * 22)});
    taken += names - widths[0];
    widths[0] = names;
    const int rest = viewport()->width() - taken;
    for (int column = 0; column < columns; ++column) {
        const int more = rest > 0 ? rest / columns + (column == 0 ? rest % columns : 0) : 0;
        horizontalHeader()->resizeSection(column, widths[column] + more);
    }
}

QSize AgreementTableView::sizeHint() const
{
    const int line = verticalHeader()->defaultSectionSize();
    return {fontMetrics().averageCharWidth() * 100,
            horizontalHeader()->sizeHint().height() + std::max(m_table->rowCount(), 3) * line + 2};
}

QSize AgreementTableView::minimumSizeHint() const
{
    const int line = verticalHeader()->defaultSectionSize();
    return {fontMetrics().averageCharWidth() * 30, horizontalHeader()->sizeHint().height() + 3 * line + 2};
}

void AgreementTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void AgreementTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
        updateGeometry();
    }
}
