// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtext.h"

#include <QStandardItemModel>

class CardDock;

/// The runs that the user has kept to lay others over them: a list with names that can be edited and check boxes for
/// what is shown.
class KeptRuns : public QStandardItemModel {
    Q_OBJECT

public:
    using QStandardItemModel::QStandardItemModel;

    /// Appends a run and shows it; a name that is taken gets a number. The same report is not kept twice.
    void keep(const QString &name, const std::shared_ptr<const adaplens::AgreementReport> &report);
    [[nodiscard]] bool holds(const std::shared_ptr<const adaplens::AgreementReport> &report) const;
    /// The runs whose box is checked, in order.
    [[nodiscard]] std::vector<NamedReport> shown() const;
    [[nodiscard]] NamedReport at(int row) const;

    /// Refuses a name of nothing but blanks.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// The list beside a page: to be seen only while there are some.
    [[nodiscard]] CardDock *makeDock(QWidget *parent);
};
