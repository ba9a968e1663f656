// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/paintedtable.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>

#include <algorithm>

namespace {

class Table;

/// One cell. Lives as long as its table keeps it.
class Cell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    Cell(Table &table, int row, int column) : m_table(table), m_row(row), m_column(column) {}

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    bool isSelected() const override;
    QAccessibleInterface *table() const override { return parent(); }

private:
    Table &m_table;
    int m_row, m_column;
};

class Table final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    Table(QWidget *widget, PaintedTable &painted)
        : QAccessibleWidget(widget, QAccessible::Table, widget->accessibleName()), m_painted(painted)
    {
    }
    ~Table() override
    {
        for (const QAccessible::Id cell : std::as_const(m_cells)) {
            QAccessible::deleteAccessibleInterface(cell);
        }
    }

    [[nodiscard]] const PaintedTable &painted() const { return m_painted; }
    [[nodiscard]] QWidget *view() const { return widget(); }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override
    {
        return columnCount() > 0 ? cellAt(index / columnCount(), index % columnCount()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = dynamic_cast<const Cell *>(child);
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = view()->mapFromGlobal(QPoint(x, y));
        for (int row = 0; row < rowCount(); ++row) {
            for (int column = 0; column < columnCount(); ++column) {
                if (m_painted.tableCellRect(row, column).contains(at)) {
                    return cellAt(row, column);
                }
            }
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const QPoint at = m_painted.tableCurrent();
        return view()->hasFocus() ? cellAt(at.y(), at.x()) : nullptr;
    }

    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount()) {
            return nullptr;
        }
        const std::pair<int, int> place(row, column);
        if (!m_cells.contains(place)) {
            auto *cell = new Cell(const_cast<Table &>(*this), row, column);
            m_cells.insert(place, QAccessible::registerAccessibleInterface(cell));
        }
        return QAccessible::accessibleInterface(m_cells.value(place));
    }
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QString columnDescription(int column) const override { return m_painted.tableColumnName(column); }
    QString rowDescription(int row) const override { return m_painted.tableRowName(row); }
    int columnCount() const override { return m_painted.tableColumns(); }
    int rowCount() const override { return m_painted.tableRows(); }

    int selectedCellCount() const override { return static_cast<int>(selectedCells().size()); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        const QPoint at = m_painted.tableCurrent();
        QAccessibleInterface *cell = cellAt(at.y(), at.x());
        return cell ? QList<QAccessibleInterface *>{cell} : QList<QAccessibleInterface *>{};
    }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int row) override { return select(row, std::max(m_painted.tableCurrent().x(), 0)); }
    bool selectColumn(int column) override { return select(std::max(m_painted.tableCurrent().y(), 0), column); }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {} // cells look up what they say

private:
    bool select(int row, int column)
    {
        if (!cellAt(row, column)) {
            return false;
        }
        m_painted.selectTableCell(row, column);
        return true;
    }

    PaintedTable &m_painted;
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells; // those that somebody asked for
};

bool Cell::isValid() const
{
    return m_table.isValid() && m_row < m_table.rowCount() && m_column < m_table.columnCount();
}

QAccessibleInterface *Cell::parent() const
{
    return &m_table;
}

QString Cell::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name && isValid() ? m_table.painted().tableCellText(m_row, m_column) : QString();
}

QRect Cell::rect() const
{
    const QRect painted = m_table.painted().tableCellRect(m_row, m_column);
    return {m_table.view()->mapToGlobal(painted.topLeft()), painted.size()};
}

bool Cell::isSelected() const
{
    return m_table.painted().tableCurrent() == QPoint(m_column, m_row);
}

QAccessible::State Cell::state() const
{
    QAccessible::State state;
    state.selectable = state.focusable = true;
    state.selected = isSelected();
    state.focused = isSelected() && m_table.view()->hasFocus();
    state.offscreen = !m_table.view()->rect().intersects(m_table.painted().tableCellRect(m_row, m_column));
    return state;
}

QAccessibleInterface *makeTable(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    auto *painted = dynamic_cast<PaintedTable *>(object);
    return widget && painted ? new Table(widget, *painted) : nullptr;
}

} // namespace

PaintedTable::PaintedTable()
{
    static const bool known = [] {
        QAccessible::installFactory(makeTable);
        return true;
    }();
    static_cast<void>(known);
}

void PaintedTable::tableChanged(QWidget *self) const
{
    QAccessibleTableModelChangeEvent event(self, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

void PaintedTable::tableCurrentChanged(QWidget *self) const
{
    const QPoint at = tableCurrent();
    if (at.x() >= 0 && at.y() >= 0 && self->hasFocus()) {
        QAccessibleEvent event(self, QAccessible::Focus);
        event.setChild(at.y() * tableColumns() + at.x());
        QAccessible::updateAccessibility(&event);
    }
}
