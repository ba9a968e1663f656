// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tradeoff/tradeoff.h"

#include <QAbstractTableModel>

/// The points that are shown as a table: a row a point, in the figures of the command line's table.
class PointModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// What to sort by: a number, or text where a column has no numbers; invalid where a cell is empty.
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setTradeoff(std::shared_ptr<const Tradeoff> tradeoff);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Tradeoff> m_tradeoff = std::make_shared<const Tradeoff>();
    std::vector<std::size_t> m_columns; ///< places in the list of all columns, of those that are not empty
};
