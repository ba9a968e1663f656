// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementplot.h"

#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/methods.h"
#include "widgets/style/palette.h"
#include "widgets/plots/qcp.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using adaplens::Metric;
using adaplens::ScoreMethod;

namespace {

constexpr double labelGap = 16; // pixels from a curve's end to its name

} // namespace

AgreementPlot::AgreementPlot(QWidget *parent) : PlotBase(parent)
{
    connect(m_plot, &QCustomPlot::afterLayout, this, &AgreementPlot::placeEndLabels);
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop);
    setMetric(Metric::AP);
}

void AgreementPlot::setRuns(std::vector<NamedReport> runs)
{
    m_runs = std::move(runs);
    collectCurves();
    refresh();
}

void AgreementPlot::setMetric(Metric metric)
{
    m_metric = metric;
    setAccessibleName(tr("%1 over the layers").arg(agreement::name(metric)));
    collectCurves();
    refresh();
}

void AgreementPlot::setLayer(std::optional<std::size_t> layer)
{
    m_layer = layer;
    refresh();
}

void AgreementPlot::collectCurves()
{
    m_curves.clear();
    m_labels.clear(); // their items go with the curves, also where no new ones are drawn
    m_layers = 0;
    for (const NamedReport &run : m_runs) {
        m_layers = std::max(m_layers, agreement::layersOf(*run.report));
    }
    for (std::size_t r = 0; r < m_runs.size(); ++r) {
        for (const adaplens::MethodAgreement &method : m_runs[r].report->methods) {
            Curve curve{r, &method, {}};
            for (std::size_t l = 0; l < m_layers; ++l) {
                curve.values.push_back(agreement::valueOf(method, m_metric, l));
            }
            if (std::any_of(curve.values.begin(), curve.values.end(), [](const auto *value) { return value; })) {
                m_curves.push_back(std::move(curve));
            }
        }
    }
}

bool AgreementPlot::hasData() const
{
    return !m_curves.empty();
}

QString AgreementPlot::emptySentence() const
{
    return m_runs.empty() ? tr("No run yet: the curves appear here while the data is read.")
                          : tr("%1 was not measured in this run.").arg(agreement::name(m_metric));
}

QString AgreementPlot::caption() const
{
    return agreement::caption(m_metric);
}

QPen AgreementPlot::penOf(ScoreMethod method, std::size_t run, const Palette &colours)
{
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    const bool own = isOwnScore(method);
    QPen pen(methods::colour(method, colours), own ? 3 : 2.2, styles[run % styles.size()]);
    if (method == ScoreMethod::Random && run == 0) {
        pen.setDashPattern({4, 2.5});
    }
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QString AgreementPlot::curveName(ScoreMethod method, std::size_t run)
{
    return QStringLiteral("%1/%2").arg(QLatin1String(adaplens::nameOf(method))).arg(run);
}

void AgreementPlot::rebuild(const Palette &colours)
{
    m_labels.clear();
    addLayerMark(colours);
    addChance(colours);
    // The model's own scores are what the picture is about: they lie on top.
    for (const bool own : {false, true}) {
        for (const Curve &curve : m_curves) {
            if (isOwnScore(curve.method->method) == own) {
                addCurve(curve, colours);
            }
        }
    }
    setAxes(colours);
}

QString AgreementPlot::nameOf(const Curve &curve) const
{
    return agreement::name(curve.method->method, *m_runs[curve.run].report);
}

void AgreementPlot::addCurve(const Curve &curve, const Palette &colours)
{
    const QPen pen = penOf(curve.method->method, curve.run, colours);
    const bool level = curve.method->layers.size() == 1 && m_layers > 1;
    QCPGraph *low = m_plot->addGraph();
    QCPGraph *high = m_plot->addGraph();
    QCPGraph *line = m_plot->addGraph();
    line->setName(curveName(curve.method->method, curve.run));
    line->setPen(pen);
    QColor band = pen.color();
    band.setAlphaF((colours.dark() ? 0.22F : 0.14F) / (curve.run == 0 ? 1.0F : 2.0F));
    for (QCPGraph *end : {low, high}) {
        end->setPen(Qt::NoPen);
        end->setName(line->name() + (end == low ? QStringLiteral("/low") : QStringLiteral("/high")));
    }
    high->setBrush(band);
    high->setChannelFillGraph(low);
    if (!level) {
        line->setScatterStyle({QCPScatterStyle::ssDisc, pen.color(), 7});
    }
    double last = 0;
    for (std::size_t l = 0; l < curve.values.size(); ++l) {
        if (const adaplens::MetricValue *value = curve.values[l]) {
            const auto x = static_cast<double>(l + 1);
            line->addData(x, value->interval.mean);
            if (value->interval.resamples > 0) {
                low->addData(x, value->interval.low);
                high->addData(x, value->interval.high);
            }
            last = value->interval.mean;
        }
    }
    const QString name = nameOf(curve);
    const bool named = std::any_of(m_curves.begin(), m_curves.end(),
                                   [&](const Curve &other) { return other.run < curve.run && nameOf(other) == name; });
    if (!named) { // further runs of a method have its colour, and a dash that the legend explains
        const bool own = isOwnScore(curve.method->method);
        const bool grey = curve.method->method == ScoreMethod::Random;
        addEndLabel(name, grey ? colours.quiet() : pen.color(), last, own);
    }
}

void AgreementPlot::addChance(const Palette &colours)
{
    const auto chance = agreement::chance(m_metric, *m_runs.front().report);
    if (!chance) {
        return;
    }
    QCPGraph *line = m_plot->addGraph();
    line->setName(QStringLiteral("chance"));
    line->setPen(QPen(colours.quiet(), 1.6, Qt::DotLine));
    line->addData(1, chance->mean);
    line->addData(static_cast<double>(m_layers), chance->mean);
    addEndLabel(agreement::chanceName(m_metric), colours.quiet(), chance->mean, false);
}

void AgreementPlot::addLayerMark(const Palette &colours)
{
    if (!m_layer || *m_layer >= m_layers) {
        return;
    }
    const auto place = static_cast<double>(*m_layer + 1);
    addBand(place - 0.35, place + 0.35, colours);
}

void AgreementPlot::addEndLabel(const QString &name, const QColor &colour, double value, bool bold)
{
    QCPItemText *text = addText(0, 0, name, colour, Qt::AlignLeft | Qt::AlignVCenter);
    QFont type = m_plot->font();
    type.setBold(bold);
    text->setFont(type);
    text->position->setType(QCPItemPosition::ptAbsolute);
    auto *leader = new QCPItemLine(m_plot);
    QColor thin = colour;
    thin.setAlphaF(0.6F);
    leader->setPen(QPen(thin, 1));
    leader->setClipToAxisRect(false);
    leader->start->setType(QCPItemPosition::ptAbsolute);
    leader->end->setType(QCPItemPosition::ptAbsolute);
    m_labels.push_back({text, leader, value});
}

void AgreementPlot::setAxes(const Palette &colours)
{
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    for (const Curve &curve : m_curves) {
        for (const adaplens::MetricValue *value : curve.values) {
            if (value) {
                low = std::min({low, value->interval.mean, value->interval.low});
                high = std::max({high, value->interval.mean, value->interval.high});
            }
        }
    }
    if (const auto chance = agreement::chance(m_metric, *m_runs.front().report)) {
        low = std::min(low, chance->mean);
        high = std::max(high, chance->mean);
    }
    // Ends on round numbers, so that the axis stands still while results come in. Shares are shown from 0.
    const double step = high > 0.45 ? 0.1 : high > 0.12 ? 0.05 : 0.02;
    const double top = std::max(step, std::ceil(high * 1.03 / step) * step);
    const double bottom = low < 0                                   ? std::floor(low / step) * step
                          : m_metric == Metric::RocAuc && low > 0.3 ? std::floor((low - 0.02) / step) * step
                                                                    : 0;
    m_plot->setLocale(QLocale());
    m_plot->yAxis->setRange(bottom, top);
    m_plot->yAxis->setNumberFormat(QStringLiteral("f"));
    auto values = QSharedPointer<QCPAxisTickerFixed>::create();
    const double span = (top - bottom) / step;
    const double tick = span <= 7 ? step : span <= 12 ? step * 2 : step * 5;
    values->setTickStep(tick);
    m_plot->yAxis->setNumberPrecision(tick < 0.099 ? 2 : 1);
    m_plot->yAxis->setTicker(values);
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis->setTickLabelPadding(8);

    auto layers = QSharedPointer<QCPAxisTickerFixed>::create();
    layers->setTickStep(m_layers > 14 ? 2 : 1);
    m_plot->xAxis->setTicker(layers);
    m_plot->xAxis->setNumberPrecision(0);
    m_plot->xAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->setRange(m_layers > 1 ? 0.8 : 0.5, static_cast<double>(m_layers) + (m_layers > 1 ? 0.08 : 0.5));
    m_plot->xAxis->setLabel(tr("layer"));
    m_plot->xAxis->setLabelPadding(2);
    m_plot->xAxis->setBasePen(QPen(colours.line(), 1));
    m_plot->xAxis->grid()->setVisible(false);

    int widest = 0;
    for (const EndLabel &label : m_labels) {
        widest = std::max(widest, QFontMetrics(label.text->font()).horizontalAdvance(label.text->text()));
    }
    QMargins margins = m_plot->axisRect()->margins();
    margins.setRight(widest + static_cast<int>(labelGap) + 4);
    m_plot->axisRect()->setMargins(margins);
}

void AgreementPlot::placeEndLabels()
{
    const QRect room = m_plot->axisRect()->rect();
    if (m_labels.empty() || room.height() < 4) {
        return;
    }
    const auto ends = [this](const EndLabel &label) {
        return std::clamp(m_plot->yAxis->coordToPixel(label.value), -1e4, 1e4);
    };
    std::sort(m_labels.begin(), m_labels.end(),
              [&](const EndLabel &a, const EndLabel &b) { return ends(a) < ends(b); });
    const double line = std::min<double>(QFontMetricsF(m_plot->font()).height() * 0.96,
                                         room.height() / static_cast<double>(m_labels.size()));
    std::vector<double> places;
    for (const EndLabel &label : m_labels) {
        places.push_back(ends(label));
    }
    // Neighbours push each other apart until none overlap; the ends of the plot push back.
    for (int round = 0; round < 60; ++round) {
        for (std::size_t i = 1; i < places.size(); ++i) {
            const double overlap = line - (places[i] - places[i - 1]);
            if (overlap > 0) {
                places[i - 1] -= overlap / 2;
                places[i] += overlap / 2;
            }
        }
        for (double &place : places) {
            place = std::clamp<double>(place, room.top() + line / 4, room.bottom() - line / 4);
        }
    }
    const double end = m_plot->xAxis->coordToPixel(static_cast<double>(m_layers)) + 5;
    for (std::size_t i = 0; i < places.size(); ++i) {
        m_labels[i].text->position->setCoords(room.right() + labelGap, places[i]);
        m_labels[i].leader->start->setCoords(std::max<double>(end, room.right() - 2), ends(m_labels[i]));
        m_labels[i].leader->end->setCoords(room.right() + labelGap - 3, places[i]);
        m_labels[i].leader->setVisible(std::abs(places[i] - ends(m_labels[i])) > line / 3);
    }
}

std::size_t AgreementPlot::layerAt(QPointF position) const
{
    const auto layer = std::lround(m_plot->xAxis->pixelToCoord(position.x()));
    return static_cast<std::size_t>(std::clamp<long>(layer, 1, static_cast<long>(m_layers))) - 1;
}

QString AgreementPlot::toolTipAt(QPointF position) const
{
    if (!m_plot->axisRect()->rect().adjusted(0, 0, 8, 0).contains(position.toPoint())) {
        return {};
    }
    const std::size_t layer = layerAt(position);
    std::vector<const Curve *> here;
    for (const Curve &curve : m_curves) {
        if (curve.values[layer]) {
            here.push_back(&curve);
        }
    }
    if (here.empty()) {
        return {};
    }
    const auto mean = [layer](const Curve *curve) { return curve->values[layer]->interval.mean; };
    std::sort(here.begin(), here.end(), [&](const Curve *a, const Curve *b) { return mean(a) > mean(b); });
    const double pointed = m_plot->yAxis->pixelToCoord(position.y());
    const Curve *nearest = *std::min_element(here.begin(), here.end(), [&](const Curve *a, const Curve *b) {
        return std::abs(mean(a) - pointed) < std::abs(mean(b) - pointed);
    });
    const Palette colours(palette());
    QString rows;
    for (const Curve *curve : here) {
        const adaplens::MetricValue &value = *curve->values[layer];
        QString name = nameOf(*curve);
        name = m_runs.size() > 1 ? tr("%1 · %2").arg(name, m_runs[curve->run].name) : name;
        const QString row = QStringLiteral("<tr><td><span style='color:%1'>■</span>&nbsp;%2&nbsp;</td><td>%3</td>"
                                           "<td>&nbsp;%4&nbsp;</td><td>%5</td></tr>")
                                .arg(methods::colour(curve->method->method, colours).name(), name.toHtmlEscaped(),
                                     agreement::value(value.interval.mean),
                                     value.interval.resamples > 0 ? agreement::range(value.interval) : QString(),
                                     agreement::instances(*m_runs[curve->run].report, value.n));
        rows += curve == nearest ? QString(row)
                                       .replace(QStringLiteral("<td>"), QStringLiteral("<td><b>"))
                                       .replace(QStringLiteral("</td>"), QStringLiteral("</b></td>"))
                                 : row;
    }
    return QStringLiteral("<div style='white-space:pre'><b>%1</b><table>%2</table></div>")
        .arg(tr("%1, layer %2").arg(agreement::name(m_metric)).arg(layer + 1), rows);
}

void AgreementPlot::selectAt(QPointF position)
{
    const QRect room = m_plot->axisRect()->rect();
    if (position.x() < room.left() || position.x() > room.right() + 8) {
        return;
    }
    const std::size_t layer = layerAt(position);
    // A second click on the layer leads back to the mean.
    Q_EMIT layerChosen(m_layer == layer ? std::nullopt : std::optional(layer));
}

void AgreementPlot::step(int direction)
{
    const int last = static_cast<int>(m_layers) - 1;
    const int next = m_layer ? static_cast<int>(*m_layer) + direction : direction > 0 ? 0 : last;
    Q_EMIT layerChosen(static_cast<std::size_t>(std::clamp(next, 0, last)));
}

void AgreementPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_layer) {
        Q_EMIT layerChosen(std::nullopt);
        return;
    }
    PlotBase::keyPressEvent(event);
}

QSize AgreementPlot::minimumSizeHint() const
{
    return {fontMetrics().height() * 15, fontMetrics().height() * 9};
}

QSize AgreementPlot::sizeHint() const
{
    return {fontMetrics().height() * 34, fontMetrics().height() * 20};
}
