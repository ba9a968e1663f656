// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QWidget;

/// A table that a widget paints itself, for those who cannot see it: assistive technology gets a table with a name for
/// each row and column and a sentence for each cell. To be inherited beside the widget.
class PaintedTable {
public:
    PaintedTable();
    virtual ~PaintedTable() = default;
    PaintedTable(const PaintedTable &) = delete;
    PaintedTable &operator=(const PaintedTable &) = delete;

    [[nodiscard]] virtual int tableRows() const = 0;
    [[nodiscard]] virtual int tableColumns() const = 0;
    [[nodiscard]] virtual QString tableRowName(int row) const = 0;
    [[nodiscard]] virtual QString tableColumnName(int column) const = 0;
    [[nodiscard]] virtual QString tableCellText(int row, int column) const = 0;
    /// Where it is painted, in coordinates of the widget that has the keyboard, scrolled out or not.
    [[nodiscard]] virtual QRect tableCellRect(int row, int column) const = 0;
    /// The cell that the user is at; (-1, -1) for none, x being the column.
    [[nodiscard]] virtual QPoint tableCurrent() const = 0;
    virtual void selectTableCell(int row, int column) = 0;

protected:
    /// To be told to those who listen: other rows or columns, another current cell.
    void tableChanged(QWidget *self) const;
    void tableCurrentChanged(QWidget *self) const;
};
