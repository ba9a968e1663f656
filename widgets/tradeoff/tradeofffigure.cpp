// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/tradeofffigure.h"

#include "widgets/plots/plotdrawing.h"
#include "widgets/plots/qcp.h"
#include "widgets/style/colourscheme.h"
#include "widgets/style/palette.h"
#include "widgets/tradeoff/tradeofflegend.h"
#include "widgets/tradeoff/tradeoffplot.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TradeoffFigure)
};

constexpr int border = 28, width = 860, plotHeight = 540;

/// The figure's parts from top to bottom. Without a painter they are only measured.
class Figure {
public:
    explicit Figure(const Tradeoff &tradeoff)
        : m_tradeoff(std::make_shared<const Tradeoff>(tradeoff)), m_palette(Palette::paper())
    {
    }

    [[nodiscard]] QString title() const
    {
        const QString data =
            m_tradeoff->sweeps.empty() ? QString() : QString::fromStdString(m_tradeoff->sweeps.front().sweep->data);
        const QString where =
            m_tradeoff->choices.split.isEmpty() ? data : Words::tr("%1, %2").arg(data, m_tradeoff->choices.split);
        const QString score = tradeoff::axis(*m_tradeoff);
        return Words::tr("%1 over speed-up: %2").arg(score.left(1).toUpper() + score.mid(1), where);
    }

    /// Returns the height that all takes.
    double paint(QPainter *painter) const
    {
        double y = border;
        y += drawText(painter, {border, y}, width, title(), figureType(20, true), m_palette.ink()) + 12;
        if (painter) {
            TradeoffPlot points;
            points.setPalette(lightPalette());
            points.setFont(figureType(15, false));
            points.setTradeoff(m_tradeoff);
            painter->save();
            painter->translate(border, y);
            drawPlot(*painter, *points.plot(), width, plotHeight);
            painter->restore();
        }
        y += plotHeight + 12;
        TradeoffLegend legend(TradeoffLegend::Methods::Named);
        legend.setPalette(lightPalette());
        legend.setFont(figureType(15, false));
        legend.setTradeoff(*m_tradeoff);
        legend.resize(width, legend.heightForWidth(width));
        if (painter) {
            legend.render(painter, QPoint(border, qRound(y)), {}, QWidget::DrawChildren);
        }
        y += legend.height() + 12;
        for (const QString &line : tradeoff::conditions(*m_tradeoff)) {
            y += drawText(painter, {border, y}, width, line, figureType(12, false), m_palette.quiet()) + 2;
        }
        return y + border - 6;
    }

private:
    std::shared_ptr<const Tradeoff> m_tradeoff;
    Palette m_palette;
};

} // namespace

Drawing tradeoffFigure(const Tradeoff &tradeoff)
{
    const auto figure = std::make_shared<const Figure>(tradeoff);
    const QSizeF size(width + 2 * border, std::ceil(figure->paint(nullptr)));
    return {size, figure->title(), [figure, size](QPainter &painter) {
                painter.fillRect(QRectF(QPointF(), size), Qt::white);
                figure->paint(&painter);
            }};
}
