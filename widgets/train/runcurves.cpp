// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/runcurves.h"

#include "widgets/controls/card.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/train/curveplot.h"
#include "widgets/train/trainhelp.h"

#include <QGridLayout>

#include <algorithm>

using adaplens::RunRecord;
using adaplens::StepRecord;

namespace {

bool isReduced(const StepRecord &step)
{
    return !step.kept.empty() ||
           std::ranges::any_of(step.results, [](const adaplens::EpochResult &result) { return !result.kept.empty(); });
}

QString nameOf(const StepRecord &step)
{
    return QString::fromStdString(step.step);
}

/// Epochs before the one that stands out fade the further back they lie.
double strengthOf(std::size_t ago)
{
    return ago == 0 ? 1 : std::max(0.15, 0.45 - 0.08 * static_cast<double>(ago));
}

} // namespace

RunCurves::RunCurves() : m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(10);
    using Values = CurvePlot::Values;
    const QString batch = tr("batch"), layer = tr("layer");
    const auto epochs = tr("The first epoch has not been scored yet.");
    m_loss = add("loss", tr("Loss"), help::trainingLoss,
                 new CurvePlot(tr("Loss over the batches"), batch, Values::Plain, tr("No batch yet.")));
    m_accuracy =
        add("accuracy", tr("Accuracy"), help::trainingScores,
            new CurvePlot(tr("Accuracy on the texts held out, after each epoch"), batch, Values::Shares, epochs));
    m_speedup =
        add("speedup", tr("Speed-up"), help::trainingScores,
            new CurvePlot(tr("Speed-up on the texts held out, after each epoch"), batch, Values::Times, epochs));
    m_kept = add("kept", tr("Tokens kept"), help::trainingKept,
                 new CurvePlot(tr("Share of the tokens kept over the batches"), batch, Values::Shares,
                               tr("No step has dropped tokens yet.")));
    m_layers = add("layers", tr("Kept per layer"), help::trainingKept,
                   new CurvePlot(tr("Share of the tokens that each layer leaves"), layer, Values::Shares,
                                 tr("No epoch that drops tokens has been scored yet.")));
    m_thresholds = add("thresholds", tr("Thresholds"), help::trainingThresholds,
                       new CurvePlot(tr("Thresholds of each layer"), layer, Values::Plain,
                                     tr("No epoch with thresholds has been scored yet.")));
    for (CurvePlot *plot : {m_loss, m_accuracy, m_speedup, m_kept}) {
        connect(plot, &CurvePlot::pointed, this, &RunCurves::choose);
    }
    keepFitted(this, [this] { arrange(); });
}

CurvePlot *RunCurves::add(const char *name, const QString &title, const HelpText &help, CurvePlot *plot)
{
    auto *header = new CardHeader(title, plot->caption(), help);
    connect(plot, &PlotBase::captionChanged, header, &CardHeader::setCaption);
    auto *card = new Card(header, plot);
    card->setObjectName(QLatin1String(name) + QStringLiteral("Card"));
    plot->setObjectName(QLatin1String(name) + QStringLiteral("Plot"));
    m_cards.push_back(card);
    connect(plot, &CurvePlot::stepped, this, &RunCurves::stepped);
    return plot;
}

void RunCurves::arrange()
{
    const int least = fontMetrics().averageCharWidth() * 34;
    const int columns = std::clamp(width() / least, 1, 3);
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_grid->removeWidget(m_cards[i]);
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const auto place = static_cast<int>(i);
        m_grid->addWidget(m_cards[i], place / columns, place % columns);
    }
    const auto rows = (static_cast<int>(m_cards.size()) + columns - 1) / columns;
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
        m_grid->setRowStretch(i, i < rows ? 1 : 0);
    }
}

void RunCurves::choose(double batch)
{
    const auto found = std::ranges::find_if(m_ends, [batch](double end) { return batch <= end; });
    if (found != m_ends.end()) {
        Q_EMIT epochChosen(static_cast<std::size_t>(found - m_ends.begin()));
    }
}

void RunCurves::setRecord(const RunRecord &record, std::optional<std::size_t> epoch)
{
    const std::vector<RunEpoch> epochs = epochsOf(record);
    const std::size_t shown = epochs.empty() ? 0 : std::min(epoch.value_or(epochs.size() - 1), epochs.size() - 1);
    m_ends.clear();
    for (const RunEpoch &each : epochs) {
        m_ends.push_back(each.end);
    }
    showBatches(record);
    showEpochs(record, epochs);
    showLayers(epochs, shown);
    const auto mark =
        epoch && !epochs.empty() ? std::optional(std::pair(epochs[shown].begin, epochs[shown].end)) : std::nullopt;
    for (CurvePlot *plot : {m_loss, m_accuracy, m_speedup, m_kept}) {
        plot->setMark(mark);
    }
}

void RunCurves::showBatches(const RunRecord &record)
{
    std::vector<CurvePlot::Curve> loss, kept;
    std::size_t width = 1;
    double before = 0;
    for (const StepRecord &step : record.steps) {
        const auto curve = [&](const std::vector<adaplens::CurvePoint> &points) {
            CurvePlot::Curve result{nameOf(step), {}, {}, isReduced(step), false, 1};
            for (const adaplens::CurvePoint &point : points) {
                result.x.push_back(before + point.at);
                result.y.push_back(point.value);
            }
            return result;
        };
        loss.push_back(curve(step.loss));
        if (!step.kept.empty()) {
            kept.push_back(curve(step.kept));
        }
        width = std::max(width, step.valuesPerPoint);
        before += static_cast<double>(step.batches);
    }
    const QString mean =
        width > 1 ? tr("means of %n batch(es)", nullptr, static_cast<int>(width)) : tr("of each batch");
    m_loss->setCurves(std::move(loss), mean);
    m_kept->setCurves(std::move(kept), mean);
}

void RunCurves::showEpochs(const RunRecord &record, const std::vector<RunEpoch> &epochs)
{
    std::vector<CurvePlot::Curve> accuracy, speedup;
    for (const StepRecord &step : record.steps) {
        CurvePlot::Curve curve{nameOf(step), {}, {}, isReduced(step), true, 1};
        accuracy.push_back(curve);
        speedup.push_back(curve);
        for (const RunEpoch &epoch : epochs) {
            if (epoch.step == &step) {
                accuracy.back().x.push_back(epoch.end);
                accuracy.back().y.push_back(epoch.result->score);
                speedup.back().x.push_back(epoch.end);
                speedup.back().y.push_back(epoch.result->speedup);
            }
        }
    }
    m_accuracy->setCurves(std::move(accuracy), tr("% of the texts held out"));
    m_speedup->setCurves(std::move(speedup), tr("times fewer operations"));
}

void RunCurves::showLayers(const std::vector<RunEpoch> &epochs, std::size_t shown)
{
    std::vector<CurvePlot::Curve> layers, thresholds;
    QString caption;
    for (std::size_t e = 0; e < epochs.size() && e <= shown; ++e) {
        if (epochs[e].step != epochs[shown].step) {
            continue;
        }
        caption = tr("after epoch %1 of %2").arg(epochs[e].result->epoch).arg(nameOf(*epochs[e].step));
        const auto add = [&](std::vector<CurvePlot::Curve> &curves, const std::vector<double> &values) {
            CurvePlot::Curve curve{
                tr("epoch %1").arg(epochs[e].result->epoch), {}, values, true, true, strengthOf(shown - e)};
            for (std::size_t l = 1; l <= values.size(); ++l) {
                curve.x.push_back(static_cast<double>(l));
            }
            if (!values.empty()) {
                curves.push_back(std::move(curve));
            }
        };
        add(layers, epochs[e].result->kept);
        add(thresholds, epochs[e].result->thresholds);
    }
    const bool kept = !layers.empty(), bounds = !thresholds.empty();
    m_layers->setCurves(std::move(layers), kept ? caption : QString());
    m_thresholds->setCurves(std::move(thresholds), bounds ? caption : QString());
}
