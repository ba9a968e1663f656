// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/scoreplot.h"

#include "widgets/style/format.h"
#include "widgets/style/palette.h"

#include "widgets/plots/qcp.h"

#include <algorithm>
#include <cmath>

using adaplens::Fate;

namespace {

constexpr double headroom = 1.25; ///< above the tallest bar, for the numbers of those that are cut

} // namespace

ScorePlot::ScorePlot(TraceSource &source, QWidget *parent) : TracePlot(source, parent)
{
    setAccessibleName(tr("Scores at the selected layer"));
    refresh();
}

void ScorePlot::setMode(TokenMapModel::Mode mode)
{
    m_model.setMode(mode);
    refresh();
}

QString ScorePlot::caption() const
{
    return hasData() ? RuleWords(*trace()).layerCaption(m_source.layer()) : QString();
}

void ScorePlot::rebuild(const Palette &colours)
{
    if (m_model.trace() != trace()) {
        m_model.setTrace(trace());
    }
    m_columns.clear();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_model.cell(static_cast<int>(m_source.layer()), column).score.fate != Fate::Gone) {
            m_columns.append(column);
        }
    }
    const auto bars = static_cast<double>(m_columns.size());
    m_plot->xAxis->setRange(-0.6, bars - 0.4);
    // The names of the levels stand to the right of the bars.
    const QFontMetrics small(m_plot->xAxis->tickLabelFont());
    const int names =
        std::max(small.horizontalAdvance(m_model.words().threshold()), small.horizontalAdvance(tr("uniform"))) + 6;
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msTop | QCP::msBottom);
    m_plot->axisRect()->setMargins({0, 0, names, 0});
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->setRange(0, tallest * headroom);
    m_plot->yAxis->setBasePen(Qt::NoPen);
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const bool roomy = height() > 12 * small.height();
    for (int tick = 0; tick <= static_cast<int>(tallest); tick += roomy ? 1 : 2) {
        ticker->addTick(tick, QString::number(tick) + QStringLiteral("×"));
    }
    m_plot->yAxis->setTicker(ticker);
    addBars(colours);
    addLevels(colours);
    addLabels(colours);
}

void ScorePlot::addBars(const Palette &colours)
{
    const int row = static_cast<int>(m_source.layer());
    const auto bars = [&](const QColor &pen, const QBrush &brush) {
        auto *result = new QCPBars(m_plot->xAxis, m_plot->yAxis);
        result->setWidth(pitch() < 5 ? 1.0 : 0.72);
        result->setPen(pen.isValid() ? QPen(pen, 1) : QPen(Qt::NoPen));
        result->setBrush(brush);
        return result;
    };
    const bool scored = m_model.words().hasScores(m_source.layer());
    QCPBars *above = bars(QColor(), scored ? colours.above() : colours.plain());
    QCPBars *below = bars(QColor(), colours.below());
    QCPBars *droppedGround = bars(QColor(), Palette::mix(colours.card(), colours.below(), 0.25));
    QCPBars *dropped = bars(colours.below(), QBrush(colours.below(), Qt::BDiagPattern));
    QCPBars *chosen = bars(colours.accent(), Qt::NoBrush);
    const int selected = m_model.columnOf(m_source.piece());
    for (int i = 0; i < m_columns.size(); ++i) {
        const auto &score = m_model.cell(row, m_columns[i]).score;
        const double value = std::min(static_cast<double>(score.ratio()), tallest);
        if (score.fate == Fate::Dropped) {
            droppedGround->addData(i, value);
            dropped->addData(i, value);
        } else {
            (score.ratio() >= 1 ? above : below)->addData(i, value);
        }
        if (m_columns[i] == selected) {
            chosen->setPen(QPen(colours.ink(), 2));
            chosen->addData(i, value);
        }
    }
}

void ScorePlot::addLevels(const Palette &colours)
{
    const RuleWords words = m_model.words();
    const bool drawn = words.hasLine(m_source.layer());
    const double line = QFontMetricsF(m_plot->xAxis->tickLabelFont()).height();
    const double unit = (height() - 2 * line) / (tallest * headroom); // pixels, roughly: enough to keep names apart
    const auto level = [&](double y, double nameAt, const QPen &pen, const QString &name) {
        auto *across = new QCPItemStraightLine(m_plot);
        across->point1->setCoords(0, y);
        across->point2->setCoords(1, y);
        across->setPen(pen);
        auto *text = addText(1, nameAt, name, pen.color(), Qt::AlignLeft | Qt::AlignVCenter);
        text->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
        text->position->setCoords(1, nameAt);
        text->setPadding({3, 0, 0, 0});
    };
    const double threshold = drawn ? words.line(m_source.layer()) : 0;
    const double apart = line / std::max(unit, 1.0);
    level(1, drawn ? std::max(1.0, threshold + apart) : 1.0, QPen(colours.quiet(), 1, Qt::DotLine), tr("uniform"));
    if (drawn) {
        level(threshold, threshold, QPen(colours.ink(), 1.5, Qt::DashLine), words.threshold());
    }
}

void ScorePlot::addLabels(const Palette &colours)
{
    const int row = static_cast<int>(m_source.layer());
    const QFontMetricsF metrics(m_plot->xAxis->tickLabelFont());
    auto words = QSharedPointer<QCPAxisTickerText>::create();
    const bool room = pitch() > 1.5 * metrics.height();
    for (int i = 0; i < m_columns.size(); ++i) {
        if (room) {
            words->addTick(i, metrics.elidedText(m_model.label(m_columns[i]), Qt::ElideRight, pitch() - 2));
        }
        const auto ratio = static_cast<double>(m_model.cell(row, m_columns[i]).score.ratio());
        if (ratio > tallest && pitch() > metrics.height()) {
            addText(i, tallest, format::times(ratio), colours.ink(), Qt::AlignHCenter | Qt::AlignBottom);
        }
    }
    m_plot->xAxis->setTicker(words);
    m_plot->xAxis->setTickLabels(room);
}

double ScorePlot::pitch() const
{
    // From this widget's width: the plot inside is laid out only after it has been filled.
    const QMargins margins = m_plot->axisRect()->margins();
    return (width() - margins.left() - margins.right()) / std::max(m_plot->xAxis->range().size(), 1.0);
}

int ScorePlot::placeAt(QPointF position) const
{
    if (!m_plot->axisRect()->rect().contains(position.toPoint())) {
        return -1;
    }
    const auto place = static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(position.x())));
    return place >= 0 && place < m_columns.size() ? place : -1;
}

QString ScorePlot::toolTipAt(QPointF position) const
{
    const int place = placeAt(position);
    return place < 0 ? QString() : m_model.toolTip(static_cast<int>(m_source.layer()), m_columns[place]);
}

void ScorePlot::selectAt(QPointF position)
{
    const int place = placeAt(position);
    if (place >= 0) {
        m_source.selectPiece(m_model.column(m_columns[place]).pieces.front());
    }
}

void ScorePlot::step(int direction)
{
    if (m_columns.isEmpty()) {
        return;
    }
    const int column = m_model.columnOf(m_source.piece());
    const auto last = static_cast<int>(m_columns.size()) - 1;
    // A word that is gone at this layer has no bar: go on from where it would be.
    const auto next =
        static_cast<int>(std::lower_bound(m_columns.begin(), m_columns.end(), column) - m_columns.begin());
    const bool there = next <= last && m_columns[next] == column;
    const int to = direction > 0 ? next + (there ? 1 : 0) : next - 1;
    m_source.selectPiece(m_model.column(m_columns[std::clamp(to, 0, last)]).pieces.front());
}
