// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracefollower.h"

#include <QWidget>

class Label;
class QLabel;

/// What one pass over the text costs, plain against reduced: operations counted, time measured.
class CostView : public QWidget {
    Q_OBJECT

public:
    explicit CostView(QWidget *parent = nullptr);

    void setSource(TraceSource &source) { m_source.follow(source); }
    /// "2 threads · median of 10", or "one run" while the user types; empty without a trace.
    [[nodiscard]] QString conditions() const { return m_conditions; }

Q_SIGNALS:
    void conditionsChanged(const QString &conditions);

private:
    struct Row {
        Label *number;
        Label *what;
        Label *detail;
    };
    void showCost();
    void showOutdated();
    Row addRow(class QGridLayout *grid, int row);

    TraceFollower m_source;
    Row m_operations{}, m_time{};
    QLabel *m_note;
    QString m_conditions;
};
