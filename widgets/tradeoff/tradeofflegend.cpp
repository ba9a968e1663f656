// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/tradeofflegend.h"

#include "widgets/controls/flowlayout.h"
#include "widgets/plots/legendentry.h"
#include "widgets/style/format.h"
#include "widgets/style/pointstyle.h"
#include "widgets/tradeoff/tradeoffplot.h"

#include <QPainter>

#include <map>
#include <optional>
#include <utility>

using adaplens::PointStatus;

namespace {

using Sample = LegendEntry::Sample;
constexpr double sampleWidth = 1.5; // in heights of a line

Sample mark(const std::string &method, pointstyle::Fill fill)
{
    return [method, fill](QPainter &painter, const QRectF &box, const Palette &colours) {
        pointstyle::draw(painter, box.center(), box.height() * 0.28, method, fill, colours);
    };
}

Sample front(std::size_t sweep)
{
    return [sweep](QPainter &painter, const QRectF &box, const Palette &colours) {
        painter.setPen(TradeoffPlot::frontPen(sweep, colours));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    };
}

Sample bar()
{
    return [](QPainter &painter, const QRectF &box, const Palette &colours) {
        painter.setPen(QPen(colours.quiet(), 1));
        const double x = box.center().x(), high = box.height() * 0.4, wide = box.height() * 0.15;
        const double y = box.center().y();
        painter.drawLine(QPointF(x, y - high), QPointF(x, y + high));
        for (const double end : {y - high, y + high}) {
            painter.drawLine(QPointF(x - wide, end), QPointF(x + wide, end));
        }
    };
}

} // namespace

TradeoffLegend::TradeoffLegend(Methods methods, QWidget *parent) : QWidget(parent), m_methods(methods)
{
    new FlowLayout(0, this);
}

void TradeoffLegend::setTradeoff(const Tradeoff &tradeoff)
{
    std::vector<std::pair<QString, Sample>> entries;
    std::map<std::pair<std::size_t, std::string>, std::pair<QString, bool>> methods; // title, and whether measured
    std::map<std::size_t, std::string> measured;                                     // a method of each sweep
    std::optional<std::string> published;                                            // a method that has such points
    bool drawn = false;
    for (std::size_t i = 0; i < tradeoff.points.size(); ++i) {
        const adaplens::SweepPoint &point = tradeoff.at(i);
        if (!tradeoff.points[i].placed()) {
            continue;
        }
        const bool here = point.status == PointStatus::Done;
        auto &[title, any] = methods[{pointstyle::rank(point.method), point.method}];
        title = QString::fromStdString(point.title);
        any = any || here;
        if (!here) {
            published = published.value_or(point.method);
        }
        drawn = drawn || (here && point.accuracy && point.accuracy->resamples > 0);
        if (here) {
            measured.emplace(tradeoff.points[i].sweep, point.method);
        }
    }
    if (m_methods == Methods::Named) {
        for (const auto &[method, named] : methods) {
            entries.emplace_back(named.first,
                                 mark(method.second, named.second ? pointstyle::Fill::Full : pointstyle::Fill::Hollow));
        }
    }
    for (const auto &[sweep, method] : measured) {
        entries.emplace_back(measured.size() == 1 ? tr("Pareto front")
                                                  : tr("Pareto front of %1").arg(tradeoff.sweeps[sweep].name),
                             front(sweep));
        if (TradeoffPlot::fillOf(sweep, false) == pointstyle::Fill::Light) {
            entries.emplace_back(tr("paler marks: %1").arg(tradeoff.sweeps[sweep].name),
                                 mark(method, pointstyle::Fill::Light));
        }
    }
    if (drawn && tradeoff.choices.intervals) {
        entries.emplace_back(tr("%1 interval").arg(format::percent(0.95)), bar());
    }
    if (published) {
        entries.emplace_back(tr("published: other people's hardware and backbone"),
                             mark(*published, pointstyle::Fill::Hollow));
    }
    QStringList names;
    for (const auto &[name, sample] : entries) {
        names << name;
    }
    setAccessibleName(tr("Legend: %1").arg(names.join(QStringLiteral(", "))));
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (auto &[name, sample] : entries) {
        auto *entry = new LegendEntry(name, sampleWidth, std::move(sample));
        layout()->addWidget(entry);
        entry->show();
    }
}
