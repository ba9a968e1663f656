// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/tracefollower.h"

#include <QWidget>

/// Probability of each class as two bars, with dropping and without. Classes keep their order, so nothing jumps.
class PredictionView : public QWidget {
    Q_OBJECT

public:
    explicit PredictionView(QWidget *parent = nullptr);

    void setSource(TraceSource &source) { m_source.follow(source); }

    /// Whether dropping changed the answer, in words; empty without a trace.
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] bool changed() const;
    /// Where the plain prediction comes from.
    [[nodiscard]] QString source() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void traceChanged();
    [[nodiscard]] int barHeight() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QString toolTipOf(std::size_t label) const;

    TraceFollower m_source;
};
