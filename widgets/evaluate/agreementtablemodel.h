// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/agree.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// A report under the name it has on the screen.
struct NamedReport {
    QString name;
    std::shared_ptr<const adaplens::AgreementReport> report;
    bool operator==(const NamedReport &) const = default;
};

/// Agreement of the shown runs as a table: one row a run and method, one column a metric that was measured, for the
/// mean over layers or for one layer.
class AgreementTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< the mean (double); invalid where it was not measured
    };

    explicit AgreementTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setRuns(std::vector<NamedReport> runs);
    /// Empty = the mean over layers.
    void setLayer(std::optional<std::size_t> layer);
    [[nodiscard]] std::optional<std::size_t> layer() const { return m_layer; }
    /// The metric of a column after the first.
    [[nodiscard]] adaplens::Metric metric(int column) const
    {
        return m_metrics.at(static_cast<std::size_t>(column) - 1);
    }
    /// Column of a metric; -1 where nothing shown has measured it.
    [[nodiscard]] int columnOf(adaplens::Metric metric) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::size_t run = 0, method = 0;
        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] const adaplens::MethodAgreement &method(const Row &row) const
    {
        return m_runs[row.run].report->methods[row.method];
    }
    [[nodiscard]] QString rowName(const Row &row) const;
    [[nodiscard]] QVariant methodData(const Row &row, int role) const;

    std::vector<NamedReport> m_runs;
    std::vector<Row> m_rows;
    std::vector<adaplens::Metric> m_metrics;
    std::optional<std::size_t> m_layer;
};
