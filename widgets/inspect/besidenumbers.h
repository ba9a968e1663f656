// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracesource.h"

#include <QWidget>

#include <array>

class Label;
class QGridLayout;

/// Prediction and cost of two analyses, a row each, and in one sentence which words only one of them keeps.
class BesideNumbers : public QWidget {
    Q_OBJECT

public:
    BesideNumbers(TraceSource &first, TraceSource &second, QWidget *parent = nullptr);

    /// Which words both keep after the selected layer, and which only one; empty unless both have analysed the text.
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

Q_SIGNALS:
    void sentenceChanged(const QString &sentence);

private:
    struct Row {
        Label *letter, *name, *prediction, *left, *operations, *time;
    };
    void addRow(QGridLayout *grid, int row);
    void showNumbers();
    void showSentence();

    std::array<TraceSource *, 2> m_sources;
    std::array<Row, 2> m_rows{};
    QString m_sentence;
};
