// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduction/interventions.h"
#include "widgets/session/session.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QTableView;
class QToolButton;

/// What was tried: of each text and setting that stood for a moment, so that its time is a median, the answer and the cost.
/// The latest is the first row; the same tried again right after is the same row.
class TriedRuns : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Text, Changes, Answer, Left, Operations, Time, ColumnCount };
    static constexpr std::size_t most = 500;            ///< rows; the oldest go
    static constexpr std::size_t longestText = 1 << 14; ///< bytes that a row keeps of a text

    /// The session must outlive it.
    explicit TriedRuns(Session &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void clear();
    /// All rows as CSV, the first tried first; names and numbers as C and papers write them.
    [[nodiscard]] std::string csv() const;

private:
    struct Run {
        std::string model, text, pair, answer;
        std::size_t hash = 0; ///< of the whole texts; `text` and `pair` hold the beginning of long ones
        bool hasPair = false;
        double probability = 0;
        std::size_t tokens = 0, left = 0;
        adaplens::Cost cost;
        adaplens::Precision precision = adaplens::Precision::Float32;
        std::size_t window = 0;
        adaplens::Interventions changes;
        std::vector<std::string> words; ///< that the changes force, one for each
    };
    void record();
    [[nodiscard]] static bool isSame(const Run &a, const Run &b);
    [[nodiscard]] static QString changesOf(const Run &run);
    [[nodiscard]] QString textOf(const Run &run, int column) const;

    Session &m_session;
    std::vector<Run> m_runs; // the latest last
};

/// The table of a run log, with a button that copies it.
class TriedRunsView : public QWidget {
    Q_OBJECT

public:
    /// The log must outlive it.
    explicit TriedRunsView(TriedRuns &log, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }

private:
    QTableView *m_table;
};
