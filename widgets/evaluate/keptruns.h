// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtablemodel.h"

#include <QAbstractListModel>

/// The runs that the user has kept to lay others over them: a list with names that can be edited and check boxes for
/// what is shown.
class KeptRuns : public QAbstractListModel {
    Q_OBJECT

public:
    explicit KeptRuns(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    /// Appends a run and shows it; a name that is taken gets a number. The same report is not kept twice.
    void keep(const QString &name, std::shared_ptr<const adaplens::AgreementReport> report);
    [[nodiscard]] bool holds(const std::shared_ptr<const adaplens::AgreementReport> &report) const;
    /// The runs whose box is checked, in order.
    [[nodiscard]] std::vector<NamedReport> shown() const;
    [[nodiscard]] const NamedReport &at(int row) const { return m_runs.at(static_cast<std::size_t>(row)).run; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    struct Entry {
        NamedReport run;
        bool visible = true;
    };
    std::vector<Entry> m_runs;
};
