// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/tradeoff/pointmodel.h"

#include <QSortFilterProxyModel>

class Label;
class QMenu;
class QTableView;

/// The rows of the table in order of a column's numbers. What has none stands last, whatever the direction.
class PointOrder : public QSortFilterProxyModel {
protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool known = left.data(sortRole()).isValid();
        return known == right.data(sortRole()).isValid() ? QSortFilterProxyModel::lessThan(left, right)
                                                         : known == (sortOrder() == Qt::AscendingOrder);
    }
};

/// The points as a table that can be sorted, with what can be done with them: open the model of one, save all.
class PointsCard : public Card {
    Q_OBJECT

public:
    PointsCard();

    void setTradeoff(const std::shared_ptr<const Tradeoff> &tradeoff);
    /// Selects a row; `openable` says whether its point has a model.
    void select(std::optional<std::size_t> point, bool openable);
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// The point of a row as it is sorted now.
    [[nodiscard]] std::optional<std::size_t> pointOf(const QModelIndex &index) const;

Q_SIGNALS:
    void pointChosen(std::optional<std::size_t> point);
    void pointOpened(std::size_t point);
    /// Of one of these kinds, as a file dialog writes them.
    void saveRequested(const QString &filter);

private:
    [[nodiscard]] QMenu *saveMenu();
    void fitColumns();

    PointModel m_model;
    PointOrder m_sorted;
    std::shared_ptr<const Tradeoff> m_tradeoff = std::make_shared<const Tradeoff>();
    QTableView *m_table;
    Label *m_state;
    QToolButton *m_open, *m_save;
    bool m_setting = false; // the selection comes from outside
};
