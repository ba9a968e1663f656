// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/tradeoffplot.h"

#include "widgets/plots/qcp.h"
#include "widgets/style/palette.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

using adaplens::Interval;
using adaplens::PointStatus;
using adaplens::SweepPoint;

namespace {

/// The ends of what an axis has to show.
struct Span {
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();

    void add(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

bool isDrawn(const std::optional<Interval> &interval)
{
    return interval && interval->resamples > 0;
}

const std::optional<Interval> &scoreInterval(const SweepPoint &point, adaplens::ScoreAxis axis)
{
    return axis == adaplens::ScoreAxis::F1 ? point.f1 : point.accuracy;
}

/// Only times have an interval.
std::optional<Interval> speedInterval(const SweepPoint &point, adaplens::SpeedAxis axis)
{
    return axis == adaplens::SpeedAxis::Time ? point.speedupTime : std::nullopt;
}

/// Gives an axis round ticks and the digits that these need. It spans `least` at least: a few points close to one another
/// must not look far apart.
void setTicks(QCPAxis &axis, const Span &span, double margin, double least)
{
    const double room = std::max(span.high - span.low, least), middle = (span.low + span.high) / 2;
    axis.setRange(middle - (0.5 + margin) * room, middle + (0.5 + margin) * room);
    const double raw = axis.range().size() / 6, power = std::pow(10, std::floor(std::log10(raw)));
    const double step = power * (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10);
    auto ticks = QSharedPointer<QCPAxisTickerFixed>::create();
    ticks->setTickStep(step);
    axis.setTicker(ticks);
    axis.setNumberFormat(QStringLiteral("f"));
    axis.setNumberPrecision(std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9))));
}

} // namespace

TradeoffPlot::TradeoffPlot(QWidget *parent) : PlotBase(parent)
{
    setAccessibleName(tr("Score over speed-up"));
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this](const QMouseEvent *event) {
        if (const auto point = pointAt(event->position())) {
            Q_EMIT pointOpened(*point);
        }
    });
    refresh();
}

void TradeoffPlot::setTradeoff(std::shared_ptr<const Tradeoff> tradeoff)
{
    m_selected.reset();
    m_tradeoff = std::move(tradeoff);
    m_order.clear();
    m_series.clear();
    for (std::size_t i = 0; i < m_tradeoff->points.size(); ++i) {
        if (m_tradeoff->points[i].placed()) {
            m_order.push_back(i);
        }
    }
    std::ranges::stable_sort(m_order, {}, [this](std::size_t i) {
        return std::pair(*m_tradeoff->points[i].speed, *m_tradeoff->points[i].score);
    });
    for (const std::size_t i : m_order) {
        const SweepPoint &point = m_tradeoff->at(i);
        m_series[{m_tradeoff->points[i].sweep, point.method, point.status == PointStatus::Published}].push_back(i);
    }
    refresh();
}

void TradeoffPlot::select(std::optional<std::size_t> point)
{
    if (point != m_selected) {
        m_selected = point;
        refresh();
    }
}

void TradeoffPlot::setInvitation(const QString &sentence)
{
    m_invitation = sentence;
    refresh();
}

bool TradeoffPlot::hasData() const
{
    return !m_order.empty();
}

QString TradeoffPlot::emptySentence() const
{
    return !m_invitation.isEmpty()      ? m_invitation
           : m_tradeoff->points.empty() ? tr("Nothing is chosen: check a sweep or a method on the left.")
                                        : tr("None of the points has both of these figures; the table has what there "
                                             "is.");
}

QString TradeoffPlot::caption() const
{
    return tr("right and up is better · the staircase is the Pareto front: what no other point beats");
}

QString TradeoffPlot::marksName(std::size_t sweep, const std::string &method, bool published)
{
    return QStringLiteral("%1/%2%3").arg(QString::number(sweep), QString::fromStdString(method),
                                         published ? QStringLiteral("/published") : QString());
}

QString TradeoffPlot::frontName(std::size_t sweep)
{
    return QStringLiteral("%1/front").arg(sweep);
}

QPen TradeoffPlot::frontPen(std::size_t sweep, const Palette &colours)
{
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    QPen pen(Palette::mix(colours.card(), colours.accent(), 0.75), 2.2, styles[sweep % styles.size()]);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

pointstyle::Fill TradeoffPlot::fillOf(std::size_t sweep, bool published)
{
    return published ? pointstyle::Fill::Hollow : sweep == 0 ? pointstyle::Fill::Full : pointstyle::Fill::Light;
}

double TradeoffPlot::markRadius() const
{
    return QFontMetricsF(m_plot->font()).height() * 0.34;
}

QPointF TradeoffPlot::coordinates(std::size_t point) const
{
    return {*m_tradeoff->points[point].speed, *m_tradeoff->points[point].score};
}

void TradeoffPlot::rebuild(const Palette &colours)
{
    m_plot->setFont(font());
    setAxes();
    addFronts(colours);
    addLines(colours);
    for (const auto &[series, points] : m_series) {
        addMarks(series, points, colours);
    }
    addSelection(colours);
}

void TradeoffPlot::addFronts(const Palette &colours)
{
    for (std::size_t s = 0; s < m_tradeoff->sweeps.size(); ++s) {
        QCPGraph *front = m_plot->addGraph();
        front->setName(frontName(s));
        front->setPen(frontPen(s, colours));
        // Between two points the faster one's score is what can be had.
        front->setLineStyle(QCPGraph::lsStepRight);
        for (const std::size_t i : m_order) {
            if (m_tradeoff->points[i].sweep == s && m_tradeoff->points[i].front) {
                front->addData(coordinates(i).x(), coordinates(i).y());
            }
        }
    }
}

/// Joins the points of one training of a method: one model, set otherwise from point to point.
void TradeoffPlot::addLines(const Palette &colours)
{
    std::map<std::tuple<std::size_t, std::string, std::optional<std::uint64_t>>, QCPGraph *> lines;
    for (const std::size_t i : m_order) {
        const SweepPoint &point = m_tradeoff->at(i);
        if (point.status == PointStatus::Done && point.budgetOf.empty() && point.value) {
            QCPGraph *&line = lines[{m_tradeoff->points[i].sweep, point.method, point.seed}];
            if (line == nullptr) {
                QColor thin = pointstyle::colour(point.method, colours);
                thin.setAlphaF(0.45F);
                line = m_plot->addGraph();
                line->setPen(QPen(thin, 1.2));
            }
            line->addData(coordinates(i).x(), coordinates(i).y());
        }
    }
}

void TradeoffPlot::addMarks(const Series &series, const std::vector<std::size_t> &points, const Palette &colours)
{
    const auto &[sweep, method, published] = series;
    const bool floor = !m_tradeoff->at(points.front()).budgetOf.empty();
    const double radius = markRadius() * (floor ? 0.8 : 1);
    const QColor colour = pointstyle::colour(method, colours);
    auto *marks = new QCPGraph(m_plot->xAxis, m_plot->yAxis);
    marks->setName(marksName(sweep, method, published));
    marks->setLineStyle(QCPGraph::lsNone);
    // QCustomPlot takes a path for a box of 6 and scales its pen, too.
    marks->setScatterStyle({QTransform::fromScale(3, 3).map(pointstyle::mark(method)), QPen(colour, 1.5 * 3 / radius),
                            pointstyle::fillOf(method, fillOf(sweep, published), colours), 2 * radius});
    QVector<double> below, above, before, after;
    for (const std::size_t i : points) {
        const SweepPoint &point = m_tradeoff->at(i);
        const auto &score = scoreInterval(point, m_tradeoff->choices.score);
        const auto speed = speedInterval(point, m_tradeoff->choices.speed);
        marks->addData(coordinates(i).x(), coordinates(i).y());
        below << (isDrawn(score) ? score->mean - score->low : qQNaN());
        above << (isDrawn(score) ? score->high - score->mean : qQNaN());
        before << (isDrawn(speed) ? speed->mean - speed->low : qQNaN());
        after << (isDrawn(speed) ? speed->high - speed->mean : qQNaN());
    }
    if (!m_tradeoff->choices.intervals || published) {
        return;
    }
    for (const auto type : {QCPErrorBars::etValueError, QCPErrorBars::etKeyError}) {
        auto *bars = new QCPErrorBars(m_plot->xAxis, m_plot->yAxis);
        bars->setName(marks->name() + QStringLiteral("/bars"));
        bars->setDataPlottable(marks);
        bars->setErrorType(type);
        bars->setPen(QPen(Palette::mix(colours.card(), colour, 0.6), 1));
        bars->setWhiskerWidth(radius);
        bars->setSymbolGap(2 * radius);
        const bool value = type == QCPErrorBars::etValueError;
        bars->setData(value ? below : before, value ? above : after);
    }
}

void TradeoffPlot::addSelection(const Palette &colours)
{
    if (!m_selected || !m_tradeoff->points[*m_selected].placed()) {
        return;
    }
    auto *ring = new QCPGraph(m_plot->xAxis, m_plot->yAxis);
    ring->setName(QStringLiteral("selected"));
    ring->setLineStyle(QCPGraph::lsNone);
    ring->setScatterStyle({QCPScatterStyle::ssCircle, QPen(colours.accent(), 2), Qt::NoBrush, 4.2 * markRadius()});
    ring->addData(coordinates(*m_selected).x(), coordinates(*m_selected).y());
}

void TradeoffPlot::setAxes()
{
    Span across, up;
    across.add(1); // the plain model's place
    for (const std::size_t i : m_order) {
        across.add(coordinates(i).x());
        up.add(coordinates(i).y());
        if (m_tradeoff->choices.intervals) {
            const SweepPoint &point = m_tradeoff->at(i);
            if (const auto &score = scoreInterval(point, m_tradeoff->choices.score); isDrawn(score)) {
                up.add(score->low);
                up.add(score->high);
            }
            if (const auto speed = speedInterval(point, m_tradeoff->choices.speed); isDrawn(speed)) {
                across.add(speed->low);
                across.add(speed->high);
            }
        }
    }
    m_plot->setLocale(QLocale());
    setTicks(*m_plot->xAxis, across, 0.05, 1);
    setTicks(*m_plot->yAxis, up, 0.08, 0.05);
    m_plot->xAxis->setLabel(tradeoff::axis(m_tradeoff->choices.speed));
    m_plot->yAxis->setLabel(tradeoff::axis(*m_tradeoff));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setLabelPadding(3);
        axis->setTickLabelPadding(7);
    }
}

QPointF TradeoffPlot::placeOf(std::size_t point) const
{
    const QPointF at = coordinates(point);
    return {m_plot->xAxis->coordToPixel(at.x()), m_plot->yAxis->coordToPixel(at.y())};
}

std::optional<std::size_t> TradeoffPlot::pointAt(QPointF position) const
{
    std::optional<std::size_t> nearest;
    double least = std::max(12.0, 2 * markRadius());
    for (const std::size_t i : m_order) {
        const QPointF apart = placeOf(i) - position;
        if (const double distance = std::hypot(apart.x(), apart.y()); distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

QString TradeoffPlot::toolTipAt(QPointF position) const
{
    const auto point = pointAt(position);
    return point ? tradeoff::toolTip(*m_tradeoff, *point) : QString();
}

void TradeoffPlot::selectAt(QPointF position)
{
    if (const auto point = pointAt(position)) {
        Q_EMIT pointChosen(point);
    }
}

void TradeoffPlot::step(int direction)
{
    const auto at = m_selected ? std::ranges::find(m_order, *m_selected) : m_order.end();
    const auto last = static_cast<std::ptrdiff_t>(m_order.size()) - 1;
    const std::ptrdiff_t next = at != m_order.end() ? at - m_order.begin() + direction : direction > 0 ? 0 : last;
    Q_EMIT pointChosen(m_order[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, last))]);
}

void TradeoffPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_selected) {
        Q_EMIT pointChosen(std::nullopt);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected) {
        Q_EMIT pointOpened(*m_selected);
    } else {
        PlotBase::keyPressEvent(event);
    }
}

QSize TradeoffPlot::minimumSizeHint() const
{
    return {fontMetrics().height() * 16, fontMetrics().height() * 10};
}

QSize TradeoffPlot::sizeHint() const
{
    return {fontMetrics().height() * 44, fontMetrics().height() * 24};
}
