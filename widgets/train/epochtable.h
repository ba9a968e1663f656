// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/train/runepochs.h"

#include <QTableWidget>

/// The epochs of a run with their scores, a row each; the one whose model was taken is marked.
class EpochTable : public QTableWidget {
    Q_OBJECT

public:
    enum Column { Step, Epoch, Accuracy, Speedup, Kept, Chosen };

    EpochTable();

    void setRecord(const adaplens::RunRecord &record);
    /// Marks a row; empty = none.
    void setEpoch(std::optional<std::size_t> epoch);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void epochChosen(std::size_t epoch); ///< by the user

private:
    void fitColumns();

    /// What the rows show.
    struct Row {
        std::string step;
        std::size_t epoch = 0;
        bool chosen = false;
        double score = 0;
        bool operator==(const Row &) const = default;
    };

    std::vector<Row> m_rows;
    bool m_filling = false; // so that what is chosen is the user's choice
};
