// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QWidget>

#include <memory>

class Label;
class QLabel;

/// What one pass over the text costs, plain against reduced: operations counted, time measured.
class CostView : public QWidget {
    Q_OBJECT

public:
    explicit CostView(QWidget *parent = nullptr);

    /// Null shows the empty state.
    void setTrace(const std::shared_ptr<const adaplens::Trace> &trace);
    void setBusy(bool busy);
    /// "2 threads · median of 10", or "one run" while the user types; empty without a trace.
    [[nodiscard]] QString conditions() const { return m_conditions; }

Q_SIGNALS:
    void conditionsChanged(const QString &conditions);

private:
    struct Row {
        Label *figure;
        Label *what;
        Label *detail;
    };
    Row addRow(class QGridLayout *grid, int row);

    Row m_operations{}, m_time{};
    QLabel *m_note;
    QString m_conditions;
};
