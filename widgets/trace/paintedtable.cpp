// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/paintedtable.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>

#include <algorithm>

namespace {

/// One cell. Lives as long as its table keeps it.
class Cell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    Cell(PaintedTable &view, int row, int column) : m_view(view), m_row(row), m_column(column) {}

    bool isValid() const override { return m_row < m_view.tableRows() && m_column < m_view.tableColumns(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view.tableCellText(m_row, m_column) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        const QRect painted = m_view.cellRect(m_row, m_column);
        return {m_view.viewport()->mapToGlobal(painted.topLeft()), painted.size()};
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = isSelected();
        state.focused = isSelected() && m_view.hasFocus();
        state.offscreen = !m_view.viewport()->rect().intersects(m_view.cellRect(m_row, m_column));
        return state;
    }
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
    bool isSelected() const override { return m_view.tableCurrent() == QPoint(m_column, m_row); }
    QAccessibleInterface *table() const override { return parent(); }

private:
    PaintedTable &m_view;
    int m_row, m_column;
};

class Table final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit Table(PaintedTable &view)
        : QAccessibleWidget(&view, QAccessible::Table, view.accessibleName()), m_view(view)
    {
    }
    ~Table() override
    {
        for (const QAccessible::Id cell : std::as_const(m_cells)) {
            QAccessible::deleteAccessibleInterface(cell);
        }
    }

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
        const QPoint at = m_view.viewport()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i) {
            if (m_view.cellRect(i / columnCount(), i % columnCount()).contains(at)) {
                return child(i);
            }
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const QPoint at = m_view.tableCurrent();
        return m_view.hasFocus() ? cellAt(at.y(), at.x()) : nullptr;
    }

    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount()) {
            return nullptr;
        }
        QAccessible::Id &id = m_cells[{row, column}];
        if (id == 0) {
            id = QAccessible::registerAccessibleInterface(new Cell(m_view, row, column));
        }
        return QAccessible::accessibleInterface(id);
    }
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QString columnDescription(int column) const override { return m_view.tableColumnName(column); }
    QString rowDescription(int row) const override { return m_view.tableRowName(row); }
    int columnCount() const override { return m_view.tableColumns(); }
    int rowCount() const override { return m_view.tableRows(); }

    int selectedCellCount() const override { return static_cast<int>(selectedCells().size()); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        const QPoint at = m_view.tableCurrent();
        QAccessibleInterface *cell = cellAt(at.y(), at.x());
        return cell ? QList<QAccessibleInterface *>{cell} : QList<QAccessibleInterface *>{};
    }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int row) override { return select(row, std::max(m_view.tableCurrent().x(), 0)); }
    bool selectColumn(int column) override { return select(std::max(m_view.tableCurrent().y(), 0), column); }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {} // cells look up what they say

private:
    bool select(int row, int column)
    {
        const bool there = cellAt(row, column) != nullptr;
        if (there) {
            m_view.selectTableCell(row, column);
        }
        return there;
    }

    PaintedTable &m_view;
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells; // those that somebody asked for
};

QAccessibleInterface *makeTable(const QString &, QObject *object)
{
    auto *view = qobject_cast<PaintedTable *>(object);
    return view ? new Table(*view) : nullptr;
}

} // namespace

PaintedTable::PaintedTable(TraceSource &source, QWidget *parent) : TraceArea(source, parent)
{
    QAccessible::installFactory(makeTable); // a second time changes nothing
}

void PaintedTable::tableChanged()
{
    QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

void PaintedTable::tableCurrentChanged()
{
    const QPoint at = tableCurrent();
    if (at.x() >= 0 && at.y() >= 0 && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(at.y() * tableColumns() + at.x());
        QAccessible::updateAccessibility(&event);
    }
}
