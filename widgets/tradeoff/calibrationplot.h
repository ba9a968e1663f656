// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/calibrate.h"
#include "widgets/plots/plotbase.h"

#include <optional>

/// The share of answers lost over the speed-up, a mark for each scale of the thresholds: filled where it keeps the
/// promise, hollow where it does not, ringed where it is chosen. A dashed line is the loss allowed.
class CalibrationPlot : public PlotBase {
    Q_OBJECT

public:
    explicit CalibrationPlot(QWidget *parent = nullptr);

    void setCalibration(const adaplens::Calibration &calibration);
    /// Says why there is nothing yet.
    void setInvitation(const QString &sentence);
    /// The scale that is looked at, by a click or the arrow keys; the caption tells of it.
    [[nodiscard]] std::optional<std::size_t> current() const { return m_current; }

    [[nodiscard]] QString caption() const override;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;
    /// Where a scale is drawn.
    [[nodiscard]] QPointF placeOf(std::size_t scale) const;

private:
    [[nodiscard]] bool hasData() const override { return !m_calibration.scales.empty(); }
    [[nodiscard]] QString emptySentence() const override { return m_invitation; }
    void rebuild(const Palette &colours) override;
    void selectAt(QPointF position) override;
    void step(int direction) override;
    void keyPressEvent(QKeyEvent *event) override;

    void addLimit(const Palette &colours);
    /// The scales that are to be drawn in one way, as a graph of that name.
    void addMarks(const char *name, const Palette &colours, bool filled);
    void addRing(const char *name, const QPen &pen, double size, std::size_t scale);
    void setAxes();
    [[nodiscard]] std::optional<std::size_t> scaleAt(QPointF position) const;
    [[nodiscard]] QPointF coordinates(std::size_t scale) const;
    [[nodiscard]] double markSize() const;

    adaplens::Calibration m_calibration;
    std::optional<std::size_t> m_current;
    QString m_invitation;
};
