// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracesource.h"

#include <QWidget>

class Label;

/// Probability of each class as two bars, with dropping and without, between whether dropping changed the answer and where
/// the plain figure comes from. Classes keep their order, so nothing jumps.
class PredictionView : public QWidget {
    Q_OBJECT

public:
    explicit PredictionView(TraceSource &source, QWidget *parent = nullptr);

    /// Whether dropping changed the answer, in words; empty without a trace.
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] bool changed() const;
    /// Where the plain prediction comes from.
    [[nodiscard]] QString source() const;

private:
    void traceChanged();

    TraceSource &m_source;
    Label *m_verdict, *m_plain;
};
