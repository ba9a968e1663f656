// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/plotbase.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

/// A few curves over the batches of a run, or over layers.
class CurvePlot : public PlotBase {
    Q_OBJECT

public:
    enum class Values {
        Plain,
        Shares, ///< shown in per cent
        Times   ///< multiples
    };
    struct Curve {
        QString name;
        std::vector<double> x, y;
        bool reduced = false; ///< of a model that drops tokens
        bool dots = false;
        double strength = 1; ///< 0 to 1: how clearly it stands out
        bool operator==(const Curve &) const = default;
    };

    /// `name`: what it shows, for screen readers; `x`: what lies along the axis.
    CurvePlot(const QString &name, const QString &x, Values values, const QString &empty);

    void setCurves(std::vector<Curve> curves, const QString &caption);
    [[nodiscard]] const std::vector<Curve> &curves() const { return m_curves; }
    /// What is marked along the axis: the batches of an epoch.
    void setMark(std::optional<std::pair<double, double>> mark);

    [[nodiscard]] QString caption() const override { return m_caption; }
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pointed(double x); ///< a click
    void stepped(int direction);

private:
    [[nodiscard]] bool hasData() const override;
    [[nodiscard]] QString emptySentence() const override { return m_empty; }
    void rebuild(const Palette &colours) override;
    void selectAt(QPointF position) override;
    void step(int direction) override { Q_EMIT stepped(direction); }

    void addMark(const Palette &colours);
    void setAxes();
    [[nodiscard]] double shown(double value) const { return m_values == Values::Shares ? 100 * value : value; }
    [[nodiscard]] QString text(double value) const;

    const QString m_x, m_empty;
    const Values m_values;
    std::vector<Curve> m_curves;
    std::optional<std::pair<double, double>> m_mark;
    QString m_caption;
};
