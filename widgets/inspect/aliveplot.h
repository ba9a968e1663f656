// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trace/traceplot.h"

/// How many tokens are left after each layer, against the plain model that keeps them all.
class AlivePlot : public TracePlot {
    Q_OBJECT

public:
    explicit AlivePlot(TraceSource &source, QWidget *parent = nullptr);
    [[nodiscard]] QString caption() const override;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;

private:
    void rebuild(const Palette &colours) override;
    void selectAt(QPointF position) override;
    void step(int direction) override;
    /// 0 = the embedding, l = after layer l, counted from 1.
    [[nodiscard]] int placeAt(QPointF position) const;
    [[nodiscard]] std::size_t aliveAfter(int place) const;
};
