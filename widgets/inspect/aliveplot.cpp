// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/aliveplot.h"

#include "widgets/plots/qcp.h"
#include "widgets/style/format.h"
#include "widgets/style/palette.h"
#include "widgets/style/richtip.h"

#include <algorithm>
#include <cmath>

AlivePlot::AlivePlot(TraceSource &source, QWidget *parent) : TracePlot(source, parent)
{
    setAccessibleName(tr("Tokens left after each layer"));
    refresh();
}

QString AlivePlot::caption() const
{
    if (!hasData()) {
        return {};
    }
    return trace()->drops ? tr("tokens left after each layer: the faster it falls, the more is saved")
                          : tr("this model drops nothing");
}

std::size_t AlivePlot::aliveAfter(int place) const
{
    return place == 0 ? trace()->encoding.pieces.size()
                      : trace()->layers[static_cast<std::size_t>(place) - 1].keptCount();
}

void AlivePlot::rebuild(const Palette &colours)
{
    const int layers = static_cast<int>(trace()->layers.size());
    const auto all = static_cast<double>(trace()->encoding.pieces.size());
    const int selected = static_cast<int>(m_source.layer()) + 1;

    addBand(selected - 0.5, selected + 0.5, colours);

    auto *plain = m_plot->addGraph();
    plain->setPen(QPen(colours.plain(), 1.5, Qt::DashLine));
    plain->addData(0, all);
    plain->addData(layers, all);

    const QColor own = trace()->drops ? colours.above() : colours.plain();
    auto *kept = m_plot->addGraph();
    kept->setPen(QPen(own, 2));
    kept->setScatterStyle({QCPScatterStyle::ssDisc, own, 6});
    for (int place = 0; place <= layers; ++place) {
        kept->addData(place, static_cast<double>(aliveAfter(place)));
    }
    auto *ring = m_plot->addGraph();
    ring->setLineStyle(QCPGraph::lsNone);
    ring->setScatterStyle({QCPScatterStyle::ssCircle, QPen(own, 2), colours.card(), 10});
    ring->addData(selected, static_cast<double>(aliveAfter(selected)));

    const auto text = [&](double x, double y, const QString &label, const QColor &colour, Qt::Alignment alignment) {
        addText(x, y, label, colour, alignment)->setPadding({4, 3, 4, 3});
    };
    const std::size_t left = aliveAfter(selected);
    text(layers, all, trace()->drops ? tr("plain") : tr("all stay"), colours.quiet(), Qt::AlignRight | Qt::AlignBottom);
    if (trace()->drops && selected <= layers) {
        // Beside the line: it comes from above on the left and goes on below on the right.
        const bool high = static_cast<double>(left) > 0.5 * all, last = selected > layers * 4 / 5;
        text(selected, static_cast<double>(left), tr("%1 of %2").arg(left).arg(trace()->encoding.pieces.size()),
             colours.ink(),
             high   ? Qt::AlignRight | Qt::AlignTop
             : last ? Qt::AlignHCenter | Qt::AlignBottom
                    : Qt::AlignLeft | Qt::AlignBottom);
    }

    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    ticker->addTick(0, tr("in"));
    const int step = std::max(1, layers / 12);
    for (int place = step; place <= layers; place += step) {
        ticker->addTick(place, QString::number(place));
    }
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->xAxis->setRange(-0.4, layers + 0.6);
    auto counts = QSharedPointer<QCPAxisTickerText>::create();
    counts->addTick(0, QStringLiteral("0"));
    counts->addTick(all, QString::number(trace()->encoding.pieces.size()));
    m_plot->yAxis->setTicker(counts);
    m_plot->yAxis->setRange(0, all * 1.28);
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis->grid()->setVisible(false);
}

int AlivePlot::placeAt(QPointF position) const
{
    const int layers = static_cast<int>(trace()->layers.size());
    return std::clamp(static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(position.x()))), 0, layers);
}

QString AlivePlot::toolTipAt(QPointF position) const
{
    if (!m_plot->axisRect()->rect().contains(position.toPoint())) {
        return {};
    }
    const int place = placeAt(position);
    const auto all = trace()->encoding.pieces.size();
    const auto left = aliveAfter(place);
    return richTip(place == 0 ? tr("Entering layer 1") : tr("After layer %1").arg(place),
                   {tr("%1 of %2 tokens (%3)")
                        .arg(left)
                        .arg(all)
                        .arg(format::percent(all > 0 ? static_cast<double>(left) / static_cast<double>(all) : 0))});
}

void AlivePlot::selectAt(QPointF position)
{
    m_source.selectLayer(static_cast<std::size_t>(std::max(placeAt(position) - 1, 0)));
}

void AlivePlot::step(int direction)
{
    m_source.stepLayer(direction);
}
