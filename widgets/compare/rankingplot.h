// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"
#include "widgets/plots/plotbase.h"

#include <optional>

/// Precision against recall of the human rationale, one curve a method (or layer), with a point at the number of words
/// that are selected now.
class RankingPlot : public PlotBase {
    Q_OBJECT

public:
    explicit RankingPlot(QWidget *parent = nullptr);

    void setComparison(const Comparison &comparison);
    [[nodiscard]] QString caption() const override;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    /// Recall and precision of a row at the number of words selected; empty where there is no point.
    [[nodiscard]] std::optional<QPointF> point(std::size_t row) const;

Q_SIGNALS:
    /// The user chose how many words are selected.
    void topChosen(int top);

private:
    [[nodiscard]] bool hasData() const override;
    [[nodiscard]] QString emptySentence() const override;
    void rebuild(const Palette &colours) override;
    void selectAt(QPointF position) override;
    void step(int direction) override;
    struct Near {
        std::size_t row = 0, top = 0;
    };
    /// The place on a curve that is closest to a point of the screen, if one is near.
    [[nodiscard]] std::optional<Near> nearest(QPointF position) const;

    Comparison m_comparison;
};
