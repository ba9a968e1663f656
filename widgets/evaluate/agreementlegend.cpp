// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementlegend.h"

#include "widgets/controls/flowlayout.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/plots/legendentry.h"
#include "widgets/style/palette.h"

#include <QPainter>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

using adaplens::ScoreMethod;

namespace {

enum class Sample { Line, LineWithPoints, Band };

constexpr double sampleWidth = 2; // in heights of a line

void draw(QPainter &painter, const QRectF &box, Sample sample, const QPen &pen)
{
    const double middle = box.center().y(), line = painter.fontMetrics().height();
    if (sample == Sample::Band) {
        painter.fillRect(QRectF(box.left(), middle - line * 0.3, box.width(), line * 0.6), pen.color());
    } else {
        painter.setPen(pen);
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle));
    }
    if (sample == Sample::LineWithPoints) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawEllipse(QPointF(box.center().x(), middle), 3.5, 3.5);
    }
}

} // namespace

AgreementLegend::AgreementLegend(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(0, this);
}

void AgreementLegend::setRuns(const std::vector<NamedReport> &runs)
{
    std::vector<std::unique_ptr<LegendEntry>> entries;
    QStringList names;
    const auto add = [&](const QString &name, Sample sample, std::function<QPen(const Palette &)> pen) {
        names << name;
        entries.push_back(std::make_unique<LegendEntry>(
            name, sampleWidth,
            [sample, pen = std::move(pen)](QPainter &painter, const QRectF &box, const Palette &colours) {
                draw(painter, box, sample, pen(colours));
            }));
    };
    QStringList seen; // own scores of models of different rules are different methods
    for (const NamedReport &run : runs) {
        for (const adaplens::MethodAgreement &method : run.report->methods) {
            if (const QString name = agreement::name(method.method, *run.report); !seen.contains(name)) {
                seen.append(name);
                add(name, method.layers.size() > 1 ? Sample::LineWithPoints : Sample::Line,
                    [own = method.method](const Palette &colours) { return AgreementPlot::penOf(own, 0, colours); });
            }
        }
    }
    if (!seen.isEmpty()) {
        add(tr("base rate: the marked share"), Sample::Line,
            [](const Palette &colours) { return QPen(colours.quiet(), 1.6, Qt::DotLine); });
        if (const adaplens::Interval &interval = runs.front().report->baseRate; interval.resamples > 0) {
            add(tr("%1 interval").arg(agreement::level(interval)), Sample::Band,
                [](const Palette &colours) { return QPen(Palette::mix(colours.card(), colours.ink(), 0.16)); });
        }
    }
    for (std::size_t r = 0; !seen.isEmpty() && runs.size() > 1 && r < runs.size(); ++r) {
        add(runs[r].name, Sample::Line, [r](const Palette &colours) {
            QPen pen = AgreementPlot::penOf(ScoreMethod::Attention, r, colours);
            pen.setColor(colours.ink());
            return pen;
        });
    }
    const QString name = tr("Legend: %1").arg(names.join(QStringLiteral(", ")));
    if (name == accessibleName()) {
        return; // further results of the same run
    }
    setAccessibleName(name);
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (auto &entry : entries) {
        layout()->addWidget(entry.release());
    }
}
