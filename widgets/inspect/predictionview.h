// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <QWidget>

#include <memory>

/// Probability of each class as two bars, with dropping and without. Classes keep their order, so nothing jumps.
class PredictionView : public QWidget {
    Q_OBJECT

public:
    explicit PredictionView(QWidget *parent = nullptr);

    /// Null shows the empty state.
    void setTrace(std::shared_ptr<const adaplens::Trace> trace);
    void setBusy(bool busy);

    /// Whether dropping changed the answer, in words; empty without a trace.
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] bool changed() const;
    /// Where the plain prediction comes from.
    [[nodiscard]] QString source() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void verdictChanged();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int barHeight() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QString toolTipOf(std::size_t label) const;

    std::shared_ptr<const adaplens::Trace> m_trace;
    bool m_busy = false;
};
