// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/layeredtext.h"

#include "widgets/inspect/figuretitle.h"
#include "widgets/inspect/wordplaces.h"
#include "widgets/style/palette.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

class LayeredText {
    Q_DECLARE_TR_FUNCTIONS(LayeredText)

public:
    LayeredText(const adaplens::Trace &trace, TokenMapModel::Mode mode)
        : m_palette(Palette::paper()),
          m_title(trace),
          m_font(m_title.textFont()),
          m_small(m_font),
          m_model(modelOf(trace, mode)),
          m_places(m_model, m_font, textWidth)
    {
        m_small.setPixelSize(11);
        const QFontMetricsF text(m_font), small(m_small);
        m_head = 0;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            m_head = std::max({m_head, text.horizontalAdvance(m_model.layerName(row)),
                               small.horizontalAdvance(m_model.layerCounts(row))});
        }
        m_head = std::max(m_head, text.horizontalAdvance(predictionName())) + 3 * bar;
        m_block = std::max(m_places.height(), text.height() + small.height()) + gap;
        const double height = 2 * border + m_title.height() + (m_model.rowCount() + 1) * m_block + legendHeight();
        m_size = QSizeF(std::ceil(2 * border + m_head + textWidth), std::ceil(height));
    }

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QString heading() const { return m_title.heading(); }

    void paint(QPainter &painter) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(), m_size), m_palette.card());
        painter.translate(border, border);
        m_title.paint(painter, m_size.width() - 2 * border, caption());
        painter.translate(0, m_title.height());
        for (int row = 0; row <= m_model.rowCount(); ++row) {
            paintHead(painter, row);
            paintBars(painter);
            const double most = row < m_model.rowCount() ? highest(row) : 0;
            for (int column = 0; column < m_model.columnCount(); ++column) {
                paintWord(painter, row, column, most);
            }
            painter.translate(0, m_block);
        }
        paintLegend(painter);
    }

private:
    static constexpr double border = 24, textWidth = 760, gap = 12, bar = 4;
    static constexpr double padding = WordPlaces::padding;

    [[nodiscard]] static TokenMapModel modelOf(const adaplens::Trace &trace, TokenMapModel::Mode mode)
    {
        TokenMapModel model;
        model.setMode(mode);
        model.setTrace(std::shared_ptr<const adaplens::Trace>(&trace, [](const adaplens::Trace *) {}));
        return model;
    }

    [[nodiscard]] static QString predictionName() { return tr("Prediction"); }
    [[nodiscard]] bool pairs() const { return m_model.trace()->pair.has_value(); }
    [[nodiscard]] QColor colourOf(int segment) const { return segment == 0 ? m_palette.plain() : m_palette.accent(); }

    [[nodiscard]] QString caption() const
    {
        return m_model.trace()->drops
                   ? tr("the stronger the ground, the higher the word's %1 in that layer; struck out: the layer "
                        "drops it; a gap: an earlier one has")
                         .arg(m_model.words().score())
                   : tr("the stronger the ground, the higher the word's %1 in that layer").arg(m_model.words().score());
    }

    /// The highest score of a layer, which has the full ground.
    [[nodiscard]] double highest(int row) const
    {
        double result = 0;
        for (int column = 0; column < m_model.columnCount(); ++column) {
            const TokenCell &cell = m_model.cell(row, column);
            result = std::max(result, cell.alive > 0 ? static_cast<double>(cell.score.raw) : 0.0);
        }
        return result;
    }

    void paintHead(QPainter &painter, int row) const
    {
        const QFontMetricsF text(m_font), small(m_small);
        const bool last = row == m_model.rowCount();
        painter.setFont(m_font);
        painter.setPen(m_palette.ink());
        painter.drawText(QPointF(0, padding + text.ascent()), last ? predictionName() : m_model.layerName(row));
        painter.setFont(m_small);
        painter.setPen(m_palette.quiet());
        painter.drawText(QPointF(0, padding + text.height() + small.ascent()),
                         last ? m_model.predictionShare() : m_model.layerCounts(row));
    }

    void paintBars(QPainter &painter) const
    {
        for (int column = 0; pairs() && column < m_model.columnCount(); ++column) {
            const QRectF place = m_places.of(column);
            if (place.left() == 0) {
                painter.fillRect(QRectF(m_head - 2 * bar, place.top(), bar, place.height()),
                                 colourOf(m_model.column(column).segment));
            }
        }
    }

    /// `most`: the highest score of the layer.
    void paintWord(QPainter &painter, int row, int column, double most) const
    {
        const QRectF place = m_places.of(column).translated(m_head, 0);
        const bool last = row == m_model.rowCount();
        if (last ? !m_model.reached(column) : m_model.cell(row, column).alive == 0) {
            return;
        }
        QColor ground = m_palette.card();
        if (last) {
            ground = m_palette.reachedSoft();
        } else if (most > 0 && m_model.words().hasScores(static_cast<std::size_t>(row))) {
            ground = Palette::mix(m_palette.card(), m_palette.above(), m_model.cell(row, column).score.raw / most);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(place, 3, 3);
        QFont font = m_font;
        const adaplens::Fate fate = last ? adaplens::Fate::Kept : m_model.cell(row, column).score.fate;
        font.setStrikeOut(fate == adaplens::Fate::Dropped);
        painter.setFont(font);
        painter.setPen(Palette::inkOn(ground));
        const QString label =
            QFontMetricsF(font).elidedText(m_model.label(column), Qt::ElideMiddle, place.width() - 2 * padding + 0.5);
        painter.drawText(QPointF(place.left() + padding, place.top() + 2 + QFontMetricsF(font).ascent()), label);
    }

    [[nodiscard]] double legendHeight() const { return pairs() ? QFontMetricsF(m_small).height() + gap : 0; }

    void paintLegend(QPainter &painter) const
    {
        const QFontMetricsF small(m_small);
        double x = m_head - 2 * bar;
        painter.setFont(m_small);
        for (int segment = 0; pairs() && segment < 2; ++segment) {
            const QString name = segment == 0 ? tr("first text") : tr("second text");
            painter.fillRect(QRectF(x, 0, bar, small.height()), colourOf(segment));
            painter.setPen(m_palette.quiet());
            painter.drawText(QPointF(x + 2 * bar, small.ascent()), name);
            x += 2 * bar + small.horizontalAdvance(name) + 2 * gap;
        }
    }

    Palette m_palette;
    FigureTitle m_title;
    QFont m_font, m_small;
    TokenMapModel m_model;
    WordPlaces m_places; // from the left end of the text
    double m_head = 0, m_block = 0;
    QSizeF m_size;
};

} // namespace

Drawing layeredTextDrawing(const adaplens::Trace &trace, TokenMapModel::Mode mode)
{
    const auto figure = std::make_shared<const LayeredText>(trace, mode);
    return {figure->size(), figure->heading(), [figure](QPainter &painter) { figure->paint(painter); }};
}
