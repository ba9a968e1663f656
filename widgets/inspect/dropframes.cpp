// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/dropframes.h"

#include "widgets/inspect/figuretitle.h"
#include "widgets/inspect/wordplaces.h"
#include "widgets/style/format.h"
#include "widgets/style/palette.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace {

/// What all frames share.
class DropFrames {
    Q_DECLARE_TR_FUNCTIONS(DropFrames)

public:
    DropFrames(const adaplens::Trace &trace, TokenMapModel::Mode mode)
        : m_palette(Palette::paper()),
          m_title(trace),
          m_font(fontOf(m_title, 24)),
          m_small(fontOf(m_title, 17)),
          m_model(modelOf(trace, mode)),
          m_places(m_model, m_font, textWidth)
    {
        const double below = gap + barHeight + gap / 2 + QFontMetricsF(m_small).height();
        m_size = QSizeF(textWidth + 2 * border, std::ceil(2 * border + m_title.height() + m_places.height() + below));
    }

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QString heading() const { return m_title.heading(); }
    /// The start, the layers, and the prediction where tokens are dropped on the way to it.
    [[nodiscard]] int count() const { return m_model.rowCount() + (m_model.trace()->drops ? 2 : 1); }

    void paint(QPainter &painter, int frame) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(), m_size), m_palette.card());
        painter.translate(border, border);
        m_title.paint(painter, textWidth, caption());
        painter.translate(0, m_title.height());
        for (int column = 0; column < m_model.columnCount(); ++column) {
            paintWord(painter, frame, column);
        }
        painter.translate(0, m_places.height() + gap);
        paintShare(painter, frame);
    }

private:
    static constexpr double border = 24, textWidth = 912, gap = 16, barHeight = 10;

    [[nodiscard]] static QFont fontOf(const FigureTitle &title, int pixels)
    {
        QFont font = title.textFont();
        font.setPixelSize(pixels);
        return font;
    }

    [[nodiscard]] static TokenMapModel modelOf(const adaplens::Trace &trace, TokenMapModel::Mode mode)
    {
        TokenMapModel model;
        model.setMode(mode);
        model.setTrace(std::shared_ptr<const adaplens::Trace>(&trace, [](const adaplens::Trace *) {}));
        return model;
    }

    [[nodiscard]] bool isStart(int frame) const { return frame == 0; }
    [[nodiscard]] bool isEnd(int frame) const { return frame > m_model.rowCount(); }

    [[nodiscard]] QString caption() const
    {
        const QString score = m_model.words().score();
        return m_model.trace()->drops
                   ? tr("the stronger the ground, the higher the word's %1; struck out: dropped in this layer")
                         .arg(score)
                   : tr("the stronger the ground, the higher the word's %1").arg(score);
    }

    [[nodiscard]] std::size_t left(int frame) const
    {
        const adaplens::Trace &trace = *m_model.trace();
        return isStart(frame) ? trace.encoding.pieces.size()
               : isEnd(frame) ? trace.survivors.size()
                              : trace.layers[static_cast<std::size_t>(frame - 1)].keptCount();
    }

    [[nodiscard]] QString sentence(int frame) const
    {
        const adaplens::Trace &trace = *m_model.trace();
        const QString tokens = format::tokens(trace.encoding.pieces.size());
        if (isStart(frame)) {
            return tr("Before layer 1: %1").arg(tokens);
        }
        if (isEnd(frame)) {
            return tr("Prediction: %1, from %2 of %3")
                .arg(m_model.predictionSummary(QFontMetricsF(m_small), textWidth / 2))
                .arg(left(frame))
                .arg(tokens);
        }
        return tr("After layer %1: %2 of %3 left").arg(frame).arg(left(frame)).arg(tokens);
    }

    void paintWord(QPainter &painter, int frame, int column) const
    {
        using adaplens::Fate;
        const QRectF place = m_places.of(column);
        const int row = frame - 1;
        Fate fate = Fate::Kept;
        QColor ground = m_palette.card();
        if (isEnd(frame)) {
            fate = m_model.reached(column) ? Fate::Kept : Fate::Gone;
            ground = m_model.reached(column) ? m_palette.reachedSoft() : ground;
        } else if (!isStart(frame)) {
            const adaplens::WordScore &score = m_model.cell(row, column).score;
            fate = score.fate;
            if (fate != Fate::Gone && m_model.words().hasScores(static_cast<std::size_t>(row))) {
                // Four times the equal share and more has the full ground: the same colour means the same in all frames.
                ground = Palette::mix(m_palette.card(), m_palette.above(),
                                      std::min(1.0, static_cast<double>(score.ratio()) / 4));
            }
        }
        painter.setPen(fate == Fate::Dropped ? QPen(m_palette.below(), 2) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(place, 4, 4);
        QFont font = m_font;
        font.setStrikeOut(fate == Fate::Dropped);
        painter.setBrush(Qt::NoBrush);
        painter.setFont(font);
        painter.setPen(fate == Fate::Gone ? m_palette.line() : Palette::inkOn(ground));
        const QString label = QFontMetricsF(font).elidedText(m_model.label(column), Qt::ElideMiddle,
                                                             place.width() - 2 * WordPlaces::padding + 0.5);
        painter.drawText(QPointF(place.left() + WordPlaces::padding, place.top() + 2 + QFontMetricsF(font).ascent()),
                         label);
    }

    /// How much of the text is left, as a bar and in words.
    void paintShare(QPainter &painter, int frame) const
    {
        const auto all = static_cast<double>(m_model.trace()->encoding.pieces.size());
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_palette.hairline());
        painter.drawRoundedRect(QRectF(0, 0, textWidth, barHeight), 4, 4);
        painter.setBrush(isEnd(frame) ? m_palette.reached() : m_palette.above());
        painter.drawRoundedRect(QRectF(0, 0, textWidth * static_cast<double>(left(frame)) / all, barHeight), 4, 4);
        painter.setFont(m_small);
        painter.setPen(m_palette.ink());
        painter.drawText(QPointF(0, barHeight + gap / 2 + QFontMetricsF(m_small).ascent()), sentence(frame));
    }

    Palette m_palette;
    FigureTitle m_title;
    QFont m_font, m_small;
    TokenMapModel m_model;
    WordPlaces m_places;
    QSizeF m_size;
};

} // namespace

std::vector<Drawing> dropFrames(const adaplens::Trace &trace, TokenMapModel::Mode mode)
{
    const auto frames = std::make_shared<const DropFrames>(trace, mode);
    std::vector<Drawing> drawings;
    for (int frame = 0; frame < frames->count(); ++frame) {
        drawings.push_back(
            {frames->size(), frames->heading(), [frames, frame](QPainter &painter) { frames->paint(painter, frame); }});
    }
    return drawings;
}
