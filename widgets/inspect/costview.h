// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracesource.h"

#include <QWidget>

class Label;
class QLabel;

/// What one pass over the text costs, plain against reduced: operations counted, time measured.
class CostView : public QWidget {
    Q_OBJECT

public:
    explicit CostView(TraceSource &source, QWidget *parent = nullptr);

    /// "2 threads · median of 10", or "one run" while the user types; empty without a trace.
    [[nodiscard]] QString conditions() const { return m_conditions; }

    /// "0.21 GFLOP", in the unit that suits `scale`, the largest of the numbers that stand together.
    [[nodiscard]] static QString operations(double operations, double scale);
    /// "2.9×".
    [[nodiscard]] static QString factor(double ratio);

Q_SIGNALS:
    void conditionsChanged(const QString &conditions);

private:
    struct Row {
        Label *number;
        Label *what;
        Label *detail;
    };
    void showCost();
    Row addRow(class QGridLayout *grid, int row);

    TraceSource &m_source;
    Row m_operations{}, m_time{};
    QLabel *m_note;
    QString m_conditions;
};
