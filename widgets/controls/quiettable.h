// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

/// A table in the manner of the cards: no grid, a quiet header, the chosen row on a soft ground. A cell with a colour
/// as its decoration shows it as a small swatch; one with an emphasis (emphasis.h) is written accordingly.
class QuietTable : public QTableView {
    Q_OBJECT

public:
    explicit QuietTable(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Enter on a row, or a double click.
    void opened(const QModelIndex &index);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitRows();
};
