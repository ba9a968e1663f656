// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/plotbase.h"
#include "widgets/style/pointstyle.h"
#include "widgets/tradeoff/tradeoff.h"

#include <map>
#include <string>
#include <tuple>

/// A score over the speed-up: a mark for each point with its intervals, a thin line through the points of a method, and
/// the Pareto front of each sweep as a staircase. Published points are hollow.
class TradeoffPlot : public PlotBase {
    Q_OBJECT

public:
    explicit TradeoffPlot(QWidget *parent = nullptr);

    void setTradeoff(std::shared_ptr<const Tradeoff> tradeoff);
    /// Which point is marked.
    void select(std::optional<std::size_t> point);
    /// Says what to do where there is no sweep at all.
    void setInvitation(const QString &sentence);

    [[nodiscard]] QString caption() const override;
    [[nodiscard]] QString toolTipAt(QPointF position) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;
    /// The point under a place of the plot.
    [[nodiscard]] std::optional<std::size_t> pointAt(QPointF position) const;
    /// Where a point is drawn.
    [[nodiscard]] QPointF placeOf(std::size_t point) const;

    /// Names of graphs in plot(), by which they can be found again.
    [[nodiscard]] static QString marksName(std::size_t sweep, const std::string &method, bool published);
    [[nodiscard]] static QString frontName(std::size_t sweep);
    /// How the front of a sweep is drawn, and its marks.
    [[nodiscard]] static QPen frontPen(std::size_t sweep, const Palette &colours);
    [[nodiscard]] static pointstyle::Fill fillOf(std::size_t sweep, bool published);

Q_SIGNALS:
    /// The user chose a point, or (empty) none.
    void pointChosen(std::optional<std::size_t> point);
    /// The user wants the model of a point.
    void pointOpened(std::size_t point);

private:
    /// Points of one sweep and method that are drawn alike, from slow to fast.
    using Series = std::tuple<std::size_t, std::string, bool>;

    [[nodiscard]] bool hasData() const override;
    [[nodiscard]] QString emptySentence() const override;
    void rebuild(const Palette &colours) override;
    void selectAt(QPointF position) override;
    void step(int direction) override;
    void keyPressEvent(QKeyEvent *event) override;

    void addFronts(const Palette &colours);
    void addLines(const Palette &colours);
    void addMarks(const Series &series, const std::vector<std::size_t> &points, const Palette &colours);
    void addSelection(const Palette &colours);
    void setAxes();
    [[nodiscard]] double markRadius() const;
    [[nodiscard]] QPointF coordinates(std::size_t point) const;

    std::shared_ptr<const Tradeoff> m_tradeoff = std::make_shared<const Tradeoff>();
    std::vector<std::size_t> m_order; ///< of the points that have a place, from slow to fast
    std::map<Series, std::vector<std::size_t>> m_series;
    std::optional<std::size_t> m_selected;
    QString m_invitation;
};
