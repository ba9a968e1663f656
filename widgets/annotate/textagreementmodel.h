// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/textagreement.h"

#include <QAbstractTableModel>

/// Agreement of the methods on one text as a table, one method a row, with the best figure of each column in bold.
class TextAgreementModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Precision, PrecisionAtSize, RecallAtSize, FalsePositives, Selected, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(TextAgreements agreements);
    [[nodiscard]] const TextAgreements &agreements() const { return m_agreements; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static std::optional<double> figure(const TextAgreement &method, Column column);
    [[nodiscard]] bool isBest(int row, Column column) const;

    TextAgreements m_agreements;
};
