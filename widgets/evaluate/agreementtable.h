// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtext.h"

#include <QTableWidget>

#include <optional>
#include <vector>

/// The numbers of agreement of the shown runs, for the mean over layers or for one layer: one row a run and method, the
/// model's own scores' set off, one column a metric that was measured, each number with its interval's half width
/// beside it. Columns share the width there is.
class AgreementTable : public QTableWidget {
    Q_OBJECT

public:
    static constexpr int valueRole = Qt::UserRole; ///< the mean (double); invalid where it was not measured

    explicit AgreementTable(QWidget *parent = nullptr);

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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void showNumbers();
    void fitColumns();

    std::vector<NamedReport> m_runs;
    std::vector<adaplens::Metric> m_metrics;
    std::optional<std::size_t> m_layer;
};
