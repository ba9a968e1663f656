// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtext.h"
#include "widgets/plots/plotbase.h"

#include <QPen>

#include <optional>
#include <vector>

class QCPItemLine;
class QCPItemText;

/// One metric of agreement over the layers: a curve with its interval band for each run and method, the level of chance
/// where there is one, and each curve's name at its end. The first run's curves are solid, those of others dashed.
class AgreementPlot : public PlotBase {
    Q_OBJECT

public:
    explicit AgreementPlot(QWidget *parent = nullptr);

    void setRuns(std::vector<NamedReport> runs);
    void setMetric(adaplens::Metric metric);
    [[nodiscard]] adaplens::Metric shownMetric() const { return m_metric; }
    /// The layer that is marked; empty = none, the mean over layers.
    void setLayer(std::optional<std::size_t> layer);

    [[nodiscard]] QString caption() const override;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

    /// What a method's curve is drawn with in the `run`-th of the runs shown.
    [[nodiscard]] static QPen penOf(adaplens::ScoreMethod method, std::size_t run, const Palette &colours);
    /// The name of a curve's graph in plot(), by which it can be found again.
    [[nodiscard]] static QString curveName(adaplens::ScoreMethod method, std::size_t run);

Q_SIGNALS:
    /// The user chose a layer, or (empty) the mean again.
    void layerChosen(std::optional<std::size_t> layer);

private:
    struct Curve {
        std::size_t run = 0;
        const adaplens::MethodAgreement *method = nullptr;
        std::vector<const adaplens::MetricValue *> values; ///< one a layer of the plot; null where there is none
    };
    struct EndLabel {
        QCPItemText *text = nullptr;
        QCPItemLine *leader = nullptr;
        double value = 0; ///< where the curve ends
    };

    [[nodiscard]] bool hasData() const override;
    [[nodiscard]] QString emptySentence() const override;
    void rebuild(const Palette &colours) override;
    void selectAt(QPointF position) override;
    void step(int direction) override;
    void keyPressEvent(QKeyEvent *event) override;

    void collectCurves();
    [[nodiscard]] QString nameOf(const Curve &curve) const;
    void addCurve(const Curve &curve, const Palette &colours);
    void addChance(const Palette &colours);
    void addLayerMark(const Palette &colours);
    void addEndLabel(const QString &name, const QColor &colour, double value, bool bold);
    void setAxes(const Palette &colours);
    /// Puts the names at the curves' ends without covering one another; only the laid-out plot knows where those are.
    void placeEndLabels();
    [[nodiscard]] std::size_t layerAt(QPointF position) const;

    std::vector<NamedReport> m_runs;
    adaplens::Metric m_metric = adaplens::Metric::AP;
    std::optional<std::size_t> m_layer;
    std::vector<Curve> m_curves;
    std::size_t m_layers = 0;
    std::vector<EndLabel> m_labels;
};
