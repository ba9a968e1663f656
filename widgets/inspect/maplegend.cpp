// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/maplegend.h"

#include "widgets/style/format.h"
#include "widgets/trace/tokenmapmodel.h"
#include "widgets/trace/marks.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

MapLegend::MapLegend(const TokenMapModel &model, const TokenMapGeometry &geometry, const Palette &palette,
                     ColourScale scale)
    : m_model(model), m_geometry(geometry), m_palette(palette), m_scale(scale)
{
}

QList<MapLegend::Sign> MapLegend::signs() const
{
    const QFontMetricsF metrics(m_geometry.smallFont());
    const double swatch = 1.9 * m_geometry.smallLineHeight();
    QList<Sign> list;
    const auto add = [&](const QString &text, const std::function<void(QPainter &, const QRectF &)> &mark) {
        list.append({text, mark, (mark ? swatch : 0) + metrics.horizontalAdvance(text)});
    };
    const bool relative = m_scale == ColourScale::Relative;
    if (m_model.isCompared()) {
        const QColor kept = relative ? m_palette.relative(1) : m_palette.absolute(0.1);
        add(TokenMapModel::tr("kept here, not in the other one"), [kept](QPainter &painter, const QRectF &place) {
            marks::box(painter, place, kept, QColor());
            marks::onlyHere(painter, place, Palette::inkOn(kept));
        });
    }
    if (m_model.trace() && !m_model.trace()->drops) {
        add(TokenMapModel::tr("This model drops nothing: every token reaches the prediction."), {});
        return list;
    }
    if (m_model.isForced()) {
        const QColor kept = relative ? m_palette.relative(1) : m_palette.absolute(0.1);
        add(TokenMapModel::tr("as you decided"), [kept](QPainter &painter, const QRectF &place) {
            marks::box(painter, place, kept, QColor());
            marks::decided(painter, place, Palette::inkOn(kept));
        });
    }
    const QColor dropped = relative ? m_palette.relative(-2) : m_palette.absolute(0.02);
    const QColor partly = relative ? m_palette.relative(-0.5) : m_palette.absolute(0.04);
    add(m_model.trace() ? m_model.words().droppedHere() : QString(),
        [this, dropped](QPainter &painter, const QRectF &place) {
            marks::box(painter, place, dropped, m_palette.below());
            marks::notch(painter, place, Palette::inkOn(dropped));
        });
    if (m_model.mode() == TokenMapModel::Mode::Words) {
        add(TokenMapModel::tr("some pieces dropped"), [partly](QPainter &painter, const QRectF &place) {
            marks::box(painter, place, partly, QColor());
            marks::segments(painter, place, {true, false}, Palette::inkOn(partly));
        });
    }
    add(TokenMapModel::tr("gone, no longer scored"), [this](QPainter &painter, const QRectF &place) {
        marks::hatched(painter, place, m_palette.gone(), m_palette.hatch());
    });
    add(TokenMapModel::tr("reached the prediction"), [this](QPainter &painter, const QRectF &place) {
        marks::box(painter, place, m_palette.reachedSoft(), m_palette.reached());
    });
    return list;
}

double MapLegend::barWidth(double width) const
{
    return std::min(std::round(13 * m_geometry.lineHeight()), width);
}

double MapLegend::scaleHeight() const
{
    return 2 * m_geometry.smallLineHeight() + std::round(0.75 * m_geometry.lineHeight()) + 4;
}

double MapLegend::signHeight() const
{
    return m_geometry.smallLineHeight() + 6;
}

QList<QPointF> MapLegend::places(double width, double *height) const
{
    const QList<Sign> all = signs();
    const double space = 1.4 * m_geometry.lineHeight();
    const double beside = barWidth(width) + 2.2 * m_geometry.lineHeight();
    const auto widest =
        std::max_element(all.begin(), all.end(), [](const Sign &a, const Sign &b) { return a.width < b.width; });
    const bool below = beside + widest->width > width;
    const double start = below ? 0 : beside;
    double x = start, y = 0;
    QList<QPointF> result;
    for (const Sign &sign : all) {
        if (x > start && x + sign.width > width) {
            x = start;
            y += signHeight();
        }
        result.append({x, y});
        x += sign.width + space;
    }
    const double signsHeight = y + signHeight();
    // Beside the scale they are centred on its bar.
    const double bar = m_geometry.smallLineHeight() + 2 + 0.375 * m_geometry.lineHeight();
    const double top = below ? scaleHeight() : std::max(0.0, bar - signsHeight / 2);
    for (QPointF &at : result) {
        at.ry() += top;
    }
    *height = std::ceil(std::max(scaleHeight(), top + signsHeight));
    return result;
}

double MapLegend::heightFor(double width) const
{
    double height = 0;
    (void)places(width, &height);
    return height;
}

void MapLegend::paint(QPainter &painter, double width, int layer) const
{
    double height = 0;
    const QList<QPointF> at = places(width, &height);
    const QList<Sign> all = signs();
    paintScale(painter, barWidth(width), layer);
    for (qsizetype i = 0; i < all.size(); ++i) {
        paintSign(painter, all[i], at[i], width);
    }
}

void MapLegend::paintScale(QPainter &painter, double width, int layer) const
{
    const double small = m_geometry.smallLineHeight();
    const QRectF bar(0, small + 2, width, std::round(0.75 * m_geometry.lineHeight()));
    const bool relative = m_scale == ColourScale::Relative;
    marks::scale(painter, bar, m_palette.line(), [&](double place) {
        return relative ? m_palette.relative((2 * place - 1) * Palette::relativeSpan)
                        : m_palette.absolute(std::pow(10.0, (place - 1) * Palette::absoluteDecades));
    });
    painter.setFont(m_geometry.smallFont());
    painter.setPen(m_palette.quiet());
    const QFontMetricsF metrics(m_geometry.smallFont());
    const auto write = [&](double t, double y, const QString &text) {
        const double length = metrics.horizontalAdvance(text);
        const double x = std::clamp(bar.left() + t * bar.width() - length / 2, bar.left(),
                                    std::max(bar.left(), bar.right() - length));
        painter.drawText(QPointF(x, y + metrics.ascent()), text);
    };
    const double below = bar.bottom() + 2;
    if (relative) {
        write(0, below, TokenMapModel::tr("⅛×"));
        write(0.5, below, TokenMapModel::tr("uniform 1/n"));
        write(1, below, TokenMapModel::tr("8×"));
        painter.drawLine(QLineF(bar.center().x(), bar.bottom() - 3, bar.center().x(), bar.bottom() + 2));
    } else {
        for (int decade = 0; decade <= 3; ++decade) {
            write(decade / 3.0, below, format::number(std::pow(10.0, decade - 3), 3 - decade));
        }
    }
    const auto row = static_cast<std::size_t>(std::max(layer, 0));
    if (layer < 0 || layer >= m_geometry.rows() || !m_model.words().hasLine(row)) {
        return;
    }
    const RuleWords words = m_model.words();
    const double place = relative ? 0.5 + std::log2(words.line(row)) / (2 * Palette::relativeSpan)
                                  : 1 + std::log10(static_cast<double>(m_model.trace()->layers[row].threshold)) /
                                            Palette::absoluteDecades;
    const double t = std::clamp(place, 0.0, 1.0);
    const double x = std::round(bar.left() + t * bar.width());
    painter.setPen(m_palette.ink());
    write(t, 0, TokenMapModel::tr("%1, layer %2").arg(words.threshold()).arg(layer + 1));
    painter.setPen(QPen(m_palette.ink(), 1.5));
    painter.drawLine(QLineF(x, bar.top() - 3, x, bar.bottom()));
}

void MapLegend::paintSign(QPainter &painter, const Sign &sign, QPointF at, double width) const
{
    const double line = m_geometry.smallLineHeight();
    if (sign.mark) {
        sign.mark(painter, QRectF(at.x(), at.y() + 3, std::round(1.5 * line), std::round(line)));
    }
    painter.setFont(m_geometry.smallFont());
    painter.setPen(m_palette.quiet());
    const double x = at.x() + (sign.mark ? 1.9 * line : 0);
    const QRectF room(x, at.y() + 3, std::min(sign.width + 2, width - x), line);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(sign.text, Qt::ElideRight, room.width()));
}
