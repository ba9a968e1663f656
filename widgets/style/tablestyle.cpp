// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: quiet headers, cells written by what they mean.
#include "widgets/style/appstyle_p.h"
#include "widgets/style/emphasis.h"
#include "widgets/style/methods.h"
#include "widgets/style/palette.h"
#include "widgets/style/pointstyle.h"
#include "widgets/style/scaledfont.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace appstyle {

namespace {

constexpr int padding = 8;

QFont smaller(QFont font, double factor)
{
    font.setBold(false);
    return scaledFont(font, factor);
}

QRect roomIn(const QRect &cell)
{
    return cell.adjusted(padding, 0, -padding, 0);
}

QFont headerFont(const QFont &font)
{
    return smaller(font, 0.9);
}

/// What stands small and quiet behind the text of a cell, such as half the width of an interval.
QString detailOf(const QModelIndex &index)
{
    return index.data(emphasis::DetailRole).toString();
}

QFont detailFont(const QFont &font)
{
    return smaller(font, 0.85);
}

/// The colour of a cell's swatch: of the method that it names, or the one that it gives.
QColor swatchOf(const QModelIndex &index, const Palette &colours)
{
    if (const QVariant method = index.data(emphasis::MethodRole); method.isValid()) {
        return methods::colour(static_cast<adaplens::ScoreMethod>(method.toInt()), colours);
    }
    if (const QVariant method = index.data(emphasis::PointRole); method.isValid()) {
        return pointstyle::colour(method.toString().toStdString(), colours);
    }
    return index.data(Qt::DecorationRole).value<QColor>();
}

int swatchRoom(const QFontMetrics &metrics)
{
    return metrics.height() * 7 / 10 + 6;
}

QColor inkOf(int kind, const Palette &colours)
{
    return kind == emphasis::Warning ? colours.warning()
           : kind == emphasis::Good  ? colours.reached()
           : kind == emphasis::Quiet ? colours.quiet()
                                     : colours.ink();
}

void drawGround(const QStyleOptionViewItem &option, const Palette &colours, QPainter &painter)
{
    const QRect &cell = option.rect;
    if (option.index.data(emphasis::Role).toInt() == emphasis::Highlighted) {
        painter.fillRect(cell, colours.aboveSoft());
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(cell, colours.accentSoft());
        if (option.state.testFlag(QStyle::State_Active) && option.widget && option.widget->hasFocus()) {
            painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), colours.accent());
            painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 1), colours.accent());
        }
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(cell, colours.hover());
    }
}

} // namespace

int rowHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 8;
}

QSize sizeOf(const QStyleOptionHeader &option, const QFont &font, bool wrapped)
{
    const QFontMetrics metrics(headerFont(font));
    const int whole = metrics.horizontalAdvance(option.text);
    if (!wrapped) {
        return {whole + 2 * padding + 2, metrics.height() + 10};
    }
    int longest = 0; // in two lines
    for (const QString &word : option.text.split(QLatin1Char(' '))) {
        longest = std::max(longest, metrics.horizontalAdvance(word));
    }
    return {std::max(longest + 2, whole * 6 / 10) + 2 * padding, 2 * metrics.height() + 8};
}

void draw(const QStyleOptionHeader &option, const QFont &font, bool wrapped, QPainter &painter)
{
    const Palette colours(option.palette);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const QFont small = headerFont(font);
    const QFontMetrics metrics(small);
    const double size = metrics.height() * 0.2;
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line());
    painter.setFont(small);
    painter.setPen(sorted ? colours.ink() : colours.quiet());
    QRect room = roomIn(option.rect).adjusted(0, 2, 0, -4);
    const auto across = QStyle::visualAlignment(option.direction, option.textAlignment) & Qt::AlignHorizontal_Mask;
    if (wrapped) {
        painter.drawText(room, static_cast<int>(across) | Qt::AlignBottom | Qt::TextWordWrap, option.text);
        return;
    }
    const bool right = across.testFlag(Qt::AlignRight);
    if (sorted) {
        room.adjust(0, 0, -qRound(size * 4), 0);
    }
    const QString shown = metrics.elidedText(option.text, Qt::ElideRight, room.width());
    painter.drawText(room, static_cast<int>(across) | Qt::AlignVCenter, shown);
    if (sorted) {
        const double end = right ? room.right() : room.left() + metrics.horizontalAdvance(shown);
        drawArrow(painter, QPointF(end + size * 2.4, room.center().y() + 0.5), size,
                  option.sortIndicator == QStyleOptionHeader::SortDown, colours.accent());
    }
}

QSize sizeOf(const QStyleOptionViewItem &option)
{
    QFont widest = option.font;
    widest.setBold(true); // cells differ in weight, columns must not in width
    const QString detail = detailOf(option.index);
    const bool swatch = swatchOf(option.index, Palette(option.palette)).isValid();
    return {QFontMetrics(widest).horizontalAdvance(option.index.data().toString()) + 2 * padding +
                (swatch ? swatchRoom(option.fontMetrics) : 0) +
                (detail.isEmpty() ? 0 : QFontMetrics(detailFont(option.font)).horizontalAdvance(detail) + 4),
            rowHeight(option.fontMetrics)};
}

void draw(const QStyleOptionViewItem &option, QPainter &painter)
{
    const Palette colours(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const int kind = option.index.data(emphasis::Role).toInt();
    const bool mirrored = option.direction == Qt::RightToLeft;
    QFont font = option.font;
    font.setBold(kind == emphasis::Bold || kind == emphasis::Highlighted);
    drawGround(option, colours, painter);
    QRect room = roomIn(option.rect);
    if (const QColor swatch = swatchOf(option.index, colours); swatch.isValid()) {
        const double side = option.fontMetrics.height() * 0.7;
        const QRectF box(mirrored ? room.right() - side : room.left(), option.rect.center().y() - side / 2 + 0.5, side,
                         side);
        painter.setOpacity(enabled ? 1 : 0.4);
        if (const QVariant method = option.index.data(emphasis::PointRole); method.isValid()) {
            const bool hollow = option.index.data(emphasis::HollowRole).toBool();
            pointstyle::draw(painter, box.center(), side * 0.45, method.toString().toStdString(),
                             hollow ? pointstyle::Fill::Hollow : pointstyle::Fill::Full, colours);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(swatch);
            painter.drawRoundedRect(box, 3, 3);
        }
        painter.setOpacity(1);
        const int taken = swatchRoom(option.fontMetrics);
        room.adjust(mirrored ? 0 : taken, 0, mirrored ? -taken : 0, 0);
    }
    if (const QString detail = detailOf(option.index); !detail.isEmpty()) {
        const QFont small = detailFont(option.font);
        painter.setFont(small);
        painter.setPen(enabled ? colours.quiet() : colours.faint());
        if (mirrored) { // numbers run from left to right there, too
            const int text = QFontMetrics(font).horizontalAdvance(option.index.data().toString());
            painter.drawText(room.adjusted(text + 4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, detail);
        } else {
            painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, detail);
            room.adjust(0, 0, -QFontMetrics(small).horizontalAdvance(detail) - 4, 0);
        }
    }
    painter.setFont(font);
    painter.setPen(enabled ? inkOf(kind, colours) : colours.faint());
    const auto alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);
    painter.drawText(room, static_cast<int>(alignment) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(option.index.data().toString(), option.textElideMode, room.width()));
}

} // namespace appstyle
