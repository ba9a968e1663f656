// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementfigure.h"

#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/colourscheme.h"
#include "widgets/style/palette.h"
#include "widgets/evaluate/agreementlegend.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/plots/plotdrawing.h"
#include "widgets/plots/qcp.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AgreementFigure)
};

constexpr int border = 28, plotWidth = 560, plotHeight = 380, gap = 24;
constexpr int width = 2 * plotWidth + gap;

/// The figure's parts from top to bottom. Without a painter they are only measured.
class Figure {
public:
    Figure(std::vector<NamedReport> runs, adaplens::Metric left, adaplens::Metric right)
        : m_runs(std::move(runs)), m_metrics{left, right}, m_palette(Palette::paper())
    {
    }

    [[nodiscard]] QString title() const
    {
        QStringList names;
        for (const NamedReport &run : m_runs) {
            names << run.name;
        }
        return Words::tr("Agreement with human rationales: %1").arg(names.join(QStringLiteral(", ")));
    }

    /// Returns the height that all takes.
    double paint(QPainter *painter) const
    {
        double y = border;
        y += drawText(painter, {border, y}, width, title(), figureType(20, true), m_palette.ink()) + 14;
        for (int side = 0; side < 2; ++side) {
            plot(painter, border + side * (plotWidth + gap), y, m_metrics[side]);
        }
        y += plotHeight + 12;
        AgreementLegend legend;
        legend.setPalette(lightPalette());
        legend.setFont(figureType(15, false));
        legend.setRuns(m_runs);
        legend.resize(width, legend.heightForWidth(width));
        if (painter) {
            legend.render(painter, QPoint(border, qRound(y)), {}, QWidget::DrawChildren);
        }
        y += legend.height() + 12;
        for (const NamedReport &run : m_runs) {
            QStringList parts{agreement::cost(*run.report), agreement::conditions(*run.report)};
            parts.removeAll(QString());
            QString line = parts.join(QStringLiteral(" · "));
            if (!run.report->complete) {
                line = Words::tr("Partial result · %1").arg(line);
            }
            line = m_runs.size() > 1 ? Words::tr("%1: %2").arg(run.name, line) : line;
            y += drawText(painter, {border, y}, width, line, figureType(12, false), m_palette.quiet()) + 2;
        }
        return y + border - 6;
    }

private:
    void plot(QPainter *painter, int x, double y, adaplens::Metric metric) const
    {
        if (!painter) {
            return;
        }
        const QFont name = figureType(18, true), small = figureType(13, false);
        painter->setFont(name);
        painter->setPen(m_palette.ink());
        const double head = QFontMetricsF(name).height();
        painter->drawText(QPointF(x, y + QFontMetricsF(name).ascent()), agreement::name(metric));
        painter->setFont(small);
        painter->setPen(m_palette.quiet());
        painter->drawText(QPointF(x, y + head + QFontMetricsF(small).ascent()),
                          QFontMetricsF(small).elidedText(agreement::caption(metric), Qt::ElideRight, plotWidth));
        const double top = head + QFontMetricsF(small).height() + 6;

        AgreementPlot curves;
        curves.setPalette(lightPalette());
        curves.setFont(figureType(15, false));
        curves.plot()->setFont(curves.font());
        curves.setMetric(metric);
        curves.setRuns(m_runs);
        painter->save();
        painter->translate(x, y + top);
        drawPlot(*painter, *curves.plot(), plotWidth, static_cast<int>(plotHeight - top));
        painter->restore();
    }

    std::vector<NamedReport> m_runs;
    adaplens::Metric m_metrics[2];
    Palette m_palette;
};

} // namespace

Drawing agreementFigure(const std::vector<NamedReport> &runs, adaplens::Metric left, adaplens::Metric right)
{
    const auto figure = std::make_shared<const Figure>(runs, left, right);
    const QSizeF size(width + 2 * border, std::ceil(figure->paint(nullptr)));
    return {size, figure->title(), [figure, size](QPainter &painter) {
                painter.fillRect(QRectF(QPointF(), size), Qt::white);
                figure->paint(&painter);
            }};
}
