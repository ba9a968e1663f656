// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

/// Gives a table the manner of the cards: rows are chosen as a whole, nothing is edited, no grid. Enter or a double
/// click on a row is its activated().
void makeQuiet(QTableView *table);
[[nodiscard]] QTableView *quietTable();
