// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;
class QTableWidgetItem;

/// Gives a table the manner of the cards: rows are chosen as a whole, nothing is edited, no grid. Enter or a double
/// click on a row is its activated().
void makeQuiet(QTableView *table);
/// A cell, or a column's title, with its text at one side.
[[nodiscard]] QTableWidgetItem *tableCell(const QString &text, const QString &toolTip, Qt::Alignment side);
