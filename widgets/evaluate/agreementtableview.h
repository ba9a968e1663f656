// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class AgreementTableModel;

/// The numbers of agreement: each with its interval's half width beside it, the contribution scores' rows set off.
/// Columns share the width there is.
class AgreementTableView : public QTableView {
    Q_OBJECT

public:
    explicit AgreementTableView(AgreementTableModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();

    AgreementTableModel *m_table;
};
