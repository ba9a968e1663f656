// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trace/tracearea.h"

/// A view of a trace that paints a table, for those who cannot see it: assistive technology gets a table with a name for
/// each row and column and a sentence for each cell.
class PaintedTable : public TraceArea {
    Q_OBJECT

public:
    [[nodiscard]] virtual int tableRows() const = 0;
    [[nodiscard]] virtual int tableColumns() const = 0;
    [[nodiscard]] virtual QString tableRowName(int row) const = 0;
    [[nodiscard]] virtual QString tableColumnName(int column) const = 0;
    [[nodiscard]] virtual QString tableCellText(int row, int column) const = 0;
    /// Where a cell is painted, in coordinates of the viewport, scrolled out or not.
    [[nodiscard]] virtual QRect cellRect(int row, int column) const = 0;
    /// The cell that the user is at; (-1, -1) for none, x being the column.
    [[nodiscard]] virtual QPoint tableCurrent() const = 0;
    virtual void selectTableCell(int row, int column) = 0;

protected:
    PaintedTable(TraceSource &source, QWidget *parent);
    /// To be told to those who listen: other rows or columns, another current cell.
    void tableChanged();
    void tableCurrentChanged();
};
