// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/curveplot.h"

#include "widgets/plots/qcp.h"
#include "widgets/style/format.h"
#include "widgets/style/palette.h"
#include "widgets/style/richtip.h"

#include <algorithm>
#include <cmath>
#include <limits>

CurvePlot::CurvePlot(const QString &name, const QString &x, Values values, const QString &empty)
    : PlotBase(nullptr), m_x(x), m_empty(empty), m_values(values)
{
    setAccessibleName(name);
    refresh();
}

void CurvePlot::setCurves(std::vector<Curve> curves, const QString &caption)
{
    if (curves != m_curves || caption != m_caption) {
        m_curves = std::move(curves);
        m_caption = caption;
        refresh();
    }
}

void CurvePlot::setMark(std::optional<std::pair<double, double>> mark)
{
    if (mark != m_mark) {
        m_mark = mark;
        refresh();
    }
}

bool CurvePlot::hasData() const
{
    return std::ranges::any_of(m_curves, [](const Curve &curve) { return !curve.x.empty(); });
}

void CurvePlot::rebuild(const Palette &colours)
{
    addMark(colours);
    for (const Curve &curve : m_curves) {
        const QColor colour =
            Palette::mix(colours.card(), curve.reduced ? colours.above() : colours.plain(), curve.strength);
        QCPGraph *graph = m_plot->addGraph();
        graph->setName(curve.name);
        graph->setPen(QPen(colour, curve.strength < 1 ? 1.5 : 2));
        if (curve.dots) {
            graph->setScatterStyle({QCPScatterStyle::ssDisc, colour, curve.strength < 1 ? 4.0 : 6.0});
        }
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            graph->addData(curve.x[i], shown(curve.y[i]));
        }
    }
    setAxes();
}

void CurvePlot::addMark(const Palette &colours)
{
    if (!m_mark) {
        return;
    }
    addBand(m_mark->first, m_mark->second, colours);
}

void CurvePlot::setAxes()
{
    double left = std::numeric_limits<double>::max(), right = std::numeric_limits<double>::lowest();
    double low = left, high = right;
    for (const Curve &curve : m_curves) {
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            left = std::min(left, curve.x[i]);
            right = std::max(right, curve.x[i]);
            low = std::min(low, shown(curve.y[i]));
            high = std::max(high, shown(curve.y[i]));
        }
    }
    const double beside = std::max(0.02 * (right - left), 0.4);
    // A curve that hardly moves is not blown up to the whole height.
    const double least = m_values == Values::Shares ? 4 : m_values == Values::Times ? 0.2 : std::abs(high) * 0.05;
    const double missing = std::max(0.0, least - (high - low)) / 2, above = 0.06 * std::max(high - low, least);
    m_plot->setLocale(QLocale());
    m_plot->xAxis->setRange(left - beside, right + beside);
    m_plot->yAxis->setRange(low < 0 ? low - missing - above : std::max(0.0, low - missing - above),
                            high + missing + above + (high == 0 ? 1 : 0));
    auto whole = QSharedPointer<QCPAxisTickerFixed>::create();
    whole->setTickStep(1);
    whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    whole->setTickCount(std::max(2, m_plot->axisRect()->width() / (fontMetrics().averageCharWidth() * 9)));
    m_plot->xAxis->setTicker(whole);
    m_plot->xAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->setNumberPrecision(0);
    m_plot->xAxis->setLabel(m_x);
    m_plot->xAxis->setLabelPadding(2);
    m_plot->xAxis->grid()->setVisible(false);
    auto values = QSharedPointer<QCPAxisTicker>::create();
    values->setTickCount(std::max(2, m_plot->axisRect()->height() / (fontMetrics().height() * 2)));
    m_plot->yAxis->setTicker(values);
    m_plot->yAxis->setNumberFormat(QStringLiteral("g"));
    m_plot->yAxis->setNumberPrecision(4);
    m_plot->yAxis->setBasePen(Qt::NoPen);
}

QString CurvePlot::text(double value) const
{
    switch (m_values) {
    case Values::Shares:
        return format::number(100 * value, 1) + QStringLiteral("\u202F%");
    case Values::Times:
        return format::speedup(value);
    case Values::Plain:
        break;
    }
    return format::score(value);
}

QString CurvePlot::toolTipAt(QPointF position) const
{
    if (!m_plot->axisRect()->rect().contains(position.toPoint())) {
        return {};
    }
    const Curve *nearest = nullptr;
    std::size_t place = 0;
    double least = std::numeric_limits<double>::max();
    for (const Curve &curve : m_curves) {
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            const double across = m_plot->xAxis->coordToPixel(curve.x[i]) - position.x();
            const double along = m_plot->yAxis->coordToPixel(shown(curve.y[i])) - position.y();
            if (const double far = across * across + along * along; far < least) {
                least = far;
                nearest = &curve;
                place = i;
            }
        }
    }
    if (!nearest) {
        return {};
    }
    const auto at = static_cast<qlonglong>(std::llround(nearest->x[place]));
    return richTip(nearest->name.toHtmlEscaped(),
                   {tr("%1 %2: %3", "batch 12: 0.5").arg(m_x, QLocale().toString(at), text(nearest->y[place]))});
}

void CurvePlot::selectAt(QPointF position)
{
    if (m_plot->axisRect()->rect().contains(position.toPoint())) {
        Q_EMIT pointed(m_plot->xAxis->pixelToCoord(position.x()));
    }
}

QSize CurvePlot::minimumSizeHint() const
{
    return {fontMetrics().height() * 9, fontMetrics().height() * 6};
}

QSize CurvePlot::sizeHint() const
{
    return {fontMetrics().height() * 18, fontMetrics().height() * 9};
}
