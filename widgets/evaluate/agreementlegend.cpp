// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementlegend.h"

#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/methods.h"
#include "widgets/style/palette.h"
#include "widgets/evaluate/agreementplot.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace {

struct Entry {
    QString text;
    QPen line;
    bool dot = false;
    QColor band; ///< behind the line; invalid = none
};

std::vector<Entry> entriesOf(const std::vector<NamedReport> &runs, const Palette &colours)
{
    std::vector<Entry> entries;
    std::vector<adaplens::ScoreMethod> seen;
    for (const NamedReport &run : runs) {
        for (const adaplens::MethodAgreement &method : run.report->methods) {
            if (std::find(seen.begin(), seen.end(), method.method) == seen.end()) {
                seen.push_back(method.method);
                entries.push_back({methods::name(method.method), AgreementPlot::penOf(method.method, 0, colours),
                                   method.layers.size() > 1, QColor()});
            }
        }
    }
    if (entries.empty()) {
        return entries;
    }
    entries.push_back(
        {AgreementLegend::tr("base rate: the marked share"), QPen(colours.quiet(), 1.6, Qt::DotLine), false, QColor()});
    const adaplens::Interval &interval = runs.front().report->baseRate;
    if (interval.resamples > 0) {
        entries.push_back({AgreementLegend::tr("%1 interval").arg(agreement::level(interval)), Qt::NoPen, false,
                           Palette::mix(colours.card(), colours.ink(), 0.16)});
    }
    for (std::size_t r = 0; runs.size() > 1 && r < runs.size(); ++r) {
        QPen pen = AgreementPlot::penOf(adaplens::ScoreMethod::Attention, r, colours);
        pen.setColor(colours.ink());
        entries.push_back({runs[r].name, pen, false, QColor()});
    }
    return entries;
}

} // namespace

AgreementLegend::AgreementLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AgreementLegend::setRuns(std::vector<NamedReport> runs)
{
    m_runs = std::move(runs);
    QStringList names;
    for (const Entry &entry : entriesOf(m_runs, Palette(palette()))) {
        names << entry.text;
    }
    setAccessibleName(tr("Legend: %1").arg(names.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int AgreementLegend::paint(QPainter *painter, const std::vector<NamedReport> &runs, const Palette &colours,
                           const QFont &type, int width)
{
    const QFontMetrics metrics(type);
    const int line = metrics.height() + 4, sample = metrics.height() * 2, gap = metrics.height();
    const bool mirrored = painter && painter->layoutDirection() == Qt::RightToLeft;
    const auto placed = [&](int left, int wide) { return mirrored ? width - left - wide : left; };
    int x = 0, y = 0;
    for (const Entry &entry : entriesOf(runs, colours)) {
        const int most = std::max(width - sample - 6, metrics.height());
        const QString text = metrics.elidedText(entry.text, Qt::ElideRight, most);
        const int wide = sample + 6 + metrics.horizontalAdvance(text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            const double middle = y + line / 2.0;
            const int left = placed(x, sample);
            painter->setRenderHint(QPainter::Antialiasing);
            if (entry.band.isValid()) {
                painter->fillRect(QRectF(left, middle - metrics.height() * 0.3, sample, metrics.height() * 0.6),
                                  entry.band);
            }
            if (entry.line.style() != Qt::NoPen) {
                painter->setPen(entry.line);
                painter->drawLine(QPointF(left, middle), QPointF(left + sample, middle));
            }
            if (entry.dot) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(entry.line.color());
                painter->drawEllipse(QPointF(left + sample / 2.0, middle), 3.5, 3.5);
            }
            painter->setFont(type);
            painter->setPen(colours.ink());
            const int room = metrics.horizontalAdvance(text) + 2;
            painter->drawText(QRect(placed(x + sample + 6, room), y, room, line), Qt::AlignCenter, text);
        }
        x += wide + gap;
    }
    return y + line;
}

int AgreementLegend::heightForWidth(int width) const
{
    return paint(nullptr, m_runs, Palette(palette()), font(), width);
}

QSize AgreementLegend::sizeHint() const
{
    const int width = std::max(this->width(), minimumSizeHint().width());
    return {width, heightForWidth(width)};
}

void AgreementLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, m_runs, Palette(palette()), font(), width());
}
