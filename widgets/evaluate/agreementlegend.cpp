// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementlegend.h"

#include "widgets/controls/flowlayout.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/style/palette.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

using adaplens::ScoreMethod;

namespace {

enum class Sample { Line, LineWithPoints, Band };

/// A sample with its name, and the room before the next one.
class Entry : public QWidget {
public:
    Entry(const QString &name, Sample sample, std::function<QPen(const Palette &)> pen)
        : m_name(name), m_sample(sample), m_pen(std::move(pen))
    {
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int line = fontMetrics().height();
        return {textAt() + fontMetrics().horizontalAdvance(m_name) + line, line + 4};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return sizeHint().boundedTo({fontMetrics().height() * 10, sizeHint().height()});
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        const double line = fontMetrics().height(), middle = height() / 2.0;
        const auto placed = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
        const QRectF sample = placed({0, 0, fontMetrics().height() * 2, height()});
        const QPen pen = m_pen(colours);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_sample == Sample::Band) {
            painter.fillRect(QRectF(sample.left(), middle - line * 0.3, sample.width(), line * 0.6), pen.color());
        } else {
            painter.setPen(pen);
            painter.drawLine(QPointF(sample.left(), middle), QPointF(sample.right(), middle));
        }
        if (m_sample == Sample::LineWithPoints) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(pen.color());
            painter.drawEllipse(QPointF(sample.center().x(), middle), 3.5, 3.5);
        }
        painter.setPen(colours.ink());
        const int room = width() - textAt();
        painter.drawText(placed({textAt(), 0, room, height()}),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                         fontMetrics().elidedText(m_name, Qt::ElideRight, room));
    }

private:
    [[nodiscard]] int textAt() const { return fontMetrics().height() * 2 + 6; }

    QString m_name;
    Sample m_sample;
    std::function<QPen(const Palette &)> m_pen;
};

} // namespace

AgreementLegend::AgreementLegend(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(0, this);
}

void AgreementLegend::setRuns(const std::vector<NamedReport> &runs)
{
    std::vector<std::unique_ptr<Entry>> entries;
    QStringList names;
    const auto add = [&](const QString &name, Sample sample, std::function<QPen(const Palette &)> pen) {
        names << name;
        entries.push_back(std::make_unique<Entry>(name, sample, std::move(pen)));
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
