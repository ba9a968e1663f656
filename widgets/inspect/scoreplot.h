// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trace/tokenmapmodel.h"
#include "widgets/trace/traceplot.h"

/// The scores entering the selected layer, as multiples of the uniform level, against the layer's threshold.
class ScorePlot : public TracePlot {
    Q_OBJECT

public:
    /// Bars end here, so that the axis is the same for every layer and text; a longer one is cut and says its number.
    static constexpr double tallest = 4;

    explicit ScorePlot(TraceSource &source, QWidget *parent = nullptr);
    [[nodiscard]] QString caption() const override;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    void setMode(TokenMapModel::Mode mode);
    [[nodiscard]] TokenMapModel::Mode mode() const { return m_model.mode(); }

private:
    void rebuild(const Palette &colours) override;
    void selectAt(QPointF position) override;
    void step(int direction) override;
    void addBars(const Palette &colours);
    void addLevels(const Palette &colours);
    void addLabels(const Palette &colours);
    [[nodiscard]] int placeAt(QPointF position) const;
    [[nodiscard]] double pitch() const; ///< pixels from bar to bar

    TokenMapModel m_model;
    QList<int> m_columns; ///< columns of the model that enter the layer, one a bar
};
