// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/calibrationplot.h"

#include "widgets/plots/qcp.h"
#include "widgets/style/palette.h"
#include "widgets/tradeoff/calibrationtext.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

CalibrationPlot::CalibrationPlot(QWidget *parent) : PlotBase(parent)
{
    setAccessibleName(tr("Loss over speed-up"));
    refresh();
}

void CalibrationPlot::setCalibration(const adaplens::Calibration &calibration)
{
    if (calibration.scales.size() != m_calibration.scales.size()) {
        m_current.reset();
    }
    m_calibration = calibration;
    refresh();
}

void CalibrationPlot::setInvitation(const QString &sentence)
{
    m_invitation = sentence;
    refresh();
}

QString CalibrationPlot::caption() const
{
    return m_current ? calibrationtext::line(m_calibration, *m_current)
                     : tr("filled: keeps the promise · hollow: does not · ring: chosen · dashed: the loss allowed");
}

QPointF CalibrationPlot::coordinates(std::size_t scale) const
{
    const adaplens::CalibratedScale &at = m_calibration.scales[scale];
    return {m_calibration.speedup(at),
            100.0 * static_cast<double>(at.lost) / static_cast<double>(std::max<std::size_t>(m_calibration.n, 1))};
}

double CalibrationPlot::markSize() const
{
    return QFontMetricsF(m_plot->font()).height() * 0.6;
}

void CalibrationPlot::rebuild(const Palette &colours)
{
    m_plot->setFont(font());
    setAxes();
    addLimit(colours);
    QCPGraph *line = m_plot->addGraph();
    line->setName(QStringLiteral("line"));
    QColor thin = colours.above();
    thin.setAlphaF(0.45F);
    line->setPen(QPen(thin, 1.2));
    for (std::size_t s = 0; s < m_calibration.scales.size(); ++s) {
        line->addData(coordinates(s).x(), coordinates(s).y());
    }
    addMarks("qualified", colours, true);
    addMarks("failed", colours, false);
    if (m_calibration.chosen) {
        addRing("chosen", QPen(colours.accent(), 2), 2, *m_calibration.chosen);
    }
    if (m_current) {
        addRing("current", QPen(colours.quiet(), 1, Qt::DotLine), 2.8, *m_current);
    }
}

void CalibrationPlot::addLimit(const Palette &colours)
{
    QCPGraph *limit = m_plot->addGraph();
    limit->setName(QStringLiteral("limit"));
    limit->setPen(QPen(colours.quiet(), 1.2, Qt::DashLine));
    for (const double x : {m_plot->xAxis->range().lower, m_plot->xAxis->range().upper}) {
        limit->addData(x, 100 * m_calibration.loss);
    }
}

void CalibrationPlot::addMarks(const char *name, const Palette &colours, bool filled)
{
    QCPGraph *marks = m_plot->addGraph();
    marks->setName(QLatin1String(name));
    marks->setLineStyle(QCPGraph::lsNone);
    marks->setScatterStyle({QCPScatterStyle::ssCircle, QPen(colours.above(), 1.5),
                            QBrush(filled ? colours.above() : colours.card()), markSize()});
    for (std::size_t s = 0; s < m_calibration.scales.size(); ++s) {
        if (m_calibration.scales[s].qualifies == filled) {
            marks->addData(coordinates(s).x(), coordinates(s).y());
        }
    }
}

void CalibrationPlot::addRing(const char *name, const QPen &pen, double size, std::size_t scale)
{
    QCPGraph *ring = m_plot->addGraph();
    ring->setName(QLatin1String(name));
    ring->setLineStyle(QCPGraph::lsNone);
    ring->setScatterStyle({QCPScatterStyle::ssCircle, pen, Qt::NoBrush, size * markSize()});
    ring->addData(coordinates(scale).x(), coordinates(scale).y());
}

void CalibrationPlot::setAxes()
{
    double left = 1, right = 1, high = 100 * m_calibration.loss;
    for (std::size_t s = 0; s < m_calibration.scales.size(); ++s) {
        left = std::min(left, coordinates(s).x());
        right = std::max(right, coordinates(s).x());
        high = std::max(high, coordinates(s).y());
    }
    const double room = std::max(right - left, 0.2);
    m_plot->setLocale(QLocale());
    m_plot->xAxis->setRange(left - 0.05 * room, right + 0.08 * room);
    m_plot->yAxis->setRange(-0.06 * high, 1.12 * high);
    m_plot->xAxis->setLabel(tradeoff::axis(adaplens::SpeedAxis::Flops));
    m_plot->yAxis->setLabel(tr("right answers lost, in per cent"));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        auto ticks = QSharedPointer<QCPAxisTicker>::create();
        ticks->setTickCount(axis == m_plot->xAxis ? 8 : 6); // also in a figure, whose size comes later
        axis->setTicker(ticks);
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(4);
        axis->setLabelPadding(3);
        axis->setTickLabelPadding(7);
    }
}

QPointF CalibrationPlot::placeOf(std::size_t scale) const
{
    const QPointF at = coordinates(scale);
    return {m_plot->xAxis->coordToPixel(at.x()), m_plot->yAxis->coordToPixel(at.y())};
}

std::optional<std::size_t> CalibrationPlot::scaleAt(QPointF position) const
{
    std::optional<std::size_t> nearest;
    double least = std::max(12.0, 1.2 * markSize());
    for (std::size_t s = 0; s < m_calibration.scales.size(); ++s) {
        const QPointF apart = placeOf(s) - position;
        if (const double distance = std::hypot(apart.x(), apart.y()); distance < least) {
            least = distance;
            nearest = s;
        }
    }
    return nearest;
}

QString CalibrationPlot::toolTipAt(QPointF position) const
{
    const auto scale = scaleAt(position);
    return scale ? calibrationtext::toolTip(m_calibration, *scale) : QString();
}

void CalibrationPlot::selectAt(QPointF position)
{
    m_current = scaleAt(position);
    refresh();
}

void CalibrationPlot::step(int direction)
{
    const auto last = static_cast<std::ptrdiff_t>(m_calibration.scales.size()) - 1;
    const std::ptrdiff_t next = m_current       ? static_cast<std::ptrdiff_t>(*m_current) + direction
                                : direction > 0 ? 0
                                                : last;
    m_current = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, last));
    refresh();
}

void CalibrationPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_current) {
        m_current.reset();
        refresh();
    } else {
        PlotBase::keyPressEvent(event);
    }
}

QSize CalibrationPlot::minimumSizeHint() const
{
    return {fontMetrics().height() * 16, fontMetrics().height() * 9};
}

QSize CalibrationPlot::sizeHint() const
{
    return {fontMetrics().height() * 44, fontMetrics().height() * 24};
}
