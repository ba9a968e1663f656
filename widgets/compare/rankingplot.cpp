// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/rankingplot.h"

#include "widgets/compare/comparisonview.h"
#include "widgets/plots/qcp.h"
#include "widgets/style/format.h"
#include "widgets/style/methods.h"
#include "widgets/style/richtip.h"

#include <algorithm>
#include <cmath>

RankingPlot::RankingPlot(QWidget *parent) : PlotBase(parent)
{
    setAccessibleName(tr("Precision and recall of the human rationale"));
    refresh();
}

void RankingPlot::setComparison(const Comparison &comparison)
{
    m_comparison = comparison;
    refresh();
}

bool RankingPlot::hasData() const
{
    return m_comparison.marked > 0 && m_comparison.marked < m_comparison.words.size() &&
           std::any_of(m_comparison.rows.begin(), m_comparison.rows.end(),
                       [](const ComparedRow &row) { return row.scored; });
}

QString RankingPlot::emptySentence() const
{
    return m_comparison.words.empty() ? PlotBase::emptySentence()
           : m_comparison.marked > 0
               ? tr("All words are marked: there is nothing to tell apart.")
               : tr("Nobody has marked words of this text yet. Mark some on the Annotate page, or open an annotated "
                    "text there, and precision and recall of every method appear here.");
}

QString RankingPlot::caption() const
{
    return hasData() ? tr("%1 marked words · dots: top %2").arg(m_comparison.marked).arg(m_comparison.top) : QString();
}

std::optional<QPointF> RankingPlot::point(std::size_t row) const
{
    if (row >= m_comparison.rows.size()) {
        return std::nullopt;
    }
    const ComparedRow &at = m_comparison.rows[row];
    if (at.chosen == 0 || at.chosen > at.recall.size()) {
        return std::nullopt;
    }
    return QPointF(at.recall[at.chosen - 1], at.precision[at.chosen - 1]);
}

void RankingPlot::rebuild(const Palette &colours)
{
    const auto base = static_cast<double>(m_comparison.marked) / static_cast<double>(m_comparison.words.size());
    auto *floor = m_plot->addGraph();
    floor->setPen(QPen(colours.quiet(), 1.2, Qt::DashLine));
    floor->addData(0, base);
    floor->addData(1, base);
    // Its name stands beside the plot, where no curve can cross it.
    QCPAxis *beside = m_plot->yAxis2;
    style(beside, colours);
    beside->setBasePen(Qt::NoPen);
    beside->setVisible(true);
    beside->setTickLabels(true);
    auto name = QSharedPointer<QCPAxisTickerText>::create();
    name->addTick(base, tr("base\nrate"));
    beside->setTicker(name);

    const auto &rows = m_comparison.rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (!rows[r].scored) {
            continue;
        }
        QColor colour = methods::colour(rows[r].method, colours);
        if (m_comparison.acrossLayers()) { // early layers pale, the last one in the method's own colour
            const double depth = static_cast<double>(r + 1) / static_cast<double>(rows.size());
            colour = Palette::mix(colours.card(), colour, 0.3 + 0.7 * depth);
        }
        auto *curve = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
        QColor line = colour;
        line.setAlphaF(0.75F);
        curve->setPen(QPen(line, 1.8));
        for (std::size_t i = 0; i < rows[r].recall.size(); ++i) {
            curve->addData(static_cast<double>(i), rows[r].recall[i], rows[r].precision[i]);
        }
    }
    // Points above all curves.
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (const auto at = point(r)) {
            auto *dot = m_plot->addGraph();
            dot->setLineStyle(QCPGraph::lsNone);
            dot->setScatterStyle({QCPScatterStyle::ssCircle, QPen(colours.card(), 1.5),
                                  QBrush(methods::colour(rows[r].method, colours)),
                                  std::max(9.0, fontMetrics().height() * 0.65)});
            dot->addData(at->x(), at->y());
        }
    }
    beside->setRange(-0.03, 1.05);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        for (const double at : {0.0, 0.5, 1.0}) {
            ticker->addTick(at, format::number(at, 1));
        }
        axis->setTicker(ticker);
        axis->grid()->setVisible(true);
        axis->setRange(-0.03, 1.05);
    }
    m_plot->xAxis->setLabel(tr("recall (TPR)"));
    m_plot->yAxis->setLabel(tr("precision"));
}

std::optional<RankingPlot::Near> RankingPlot::nearest(QPointF position) const
{
    std::optional<Near> best;
    double distance = 24;
    for (std::size_t r = 0; r < m_comparison.rows.size(); ++r) {
        const ComparedRow &row = m_comparison.rows[r];
        for (std::size_t i = 0; i < row.recall.size(); ++i) {
            const double x = m_plot->xAxis->coordToPixel(row.recall[i]) - position.x();
            const double y = m_plot->yAxis->coordToPixel(row.precision[i]) - position.y();
            if (std::hypot(x, y) < distance) {
                distance = std::hypot(x, y);
                best = Near{r, i + 1};
            }
        }
    }
    return best;
}

QString RankingPlot::toolTipAt(QPointF position) const
{
    const auto near = nearest(position);
    if (!near) {
        return {};
    }
    const ComparedRow &row = m_comparison.rows[near->row];
    return richTip(
        ComparisonView::rowName(m_comparison, near->row).toHtmlEscaped(),
        {tr("top %1 of %2 words").arg(near->top).arg(m_comparison.words.size()),
         tr("precision %1 · recall %2")
             .arg(format::number(row.precision[near->top - 1], 2), format::number(row.recall[near->top - 1], 2))});
}

void RankingPlot::selectAt(QPointF position)
{
    if (const auto near = nearest(position)) {
        Q_EMIT topChosen(static_cast<int>(near->top));
    }
}

void RankingPlot::step(int direction)
{
    Q_EMIT topChosen(static_cast<int>(m_comparison.top) + direction);
}
