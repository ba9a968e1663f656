// SPDX-License-Identifier: GPL-3.0-or-later
// Sliders, progress, check marks, lines to type in, and the handles between panels.
#include "widgets/style/appstyle_p.h"
#include "widgets/style/palette.h"

#include <QPainter>
#include <QTime>

#include <algorithm>

namespace appstyle {

namespace {

constexpr int mostDots = 40;            // values of a slider that still can be told apart
constexpr int roundMilliseconds = 1650; // of the moving part of a bar whose end is not known

double centreOf(const QStyleOptionSlider &option, int value)
{
    const int side = handleOf(option).width();
    return option.rect.left() + side / 2.0 +
           QStyle::sliderPositionFromValue(option.minimum, option.maximum, value, option.rect.width() - side,
                                           option.upsideDown);
}

} // namespace

QRect handleOf(const QStyleOptionSlider &option)
{
    const int side = option.fontMetrics.height() * 6 / 5;
    const int left = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                     option.rect.width() - side, option.upsideDown);
    return {option.rect.left() + left, option.rect.center().y() - side / 2, side, side};
}

void draw(const QStyleOptionSlider &option, QPainter &painter)
{
    const Palette colours(option.palette);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const QColor active = option.state.testFlag(QStyle::State_Enabled) ? colours.accent() : colours.line();
    const double y = option.rect.top() + option.rect.height() / 2.0, at = centreOf(option, option.sliderPosition);
    const double start = centreOf(option, option.minimum), end = centreOf(option, option.maximum);
    painter.setPen(QPen(colours.line(), 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(start, y), QPointF(end, y));
    painter.setPen(QPen(active, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(start, y), QPointF(at, y));
    painter.setPen(Qt::NoPen);
    if (option.tickPosition != QSlider::NoTicks && option.maximum - option.minimum < mostDots) {
        for (int value = option.minimum; value <= option.maximum; value += std::max(option.tickInterval, 1)) {
            painter.setBrush(value <= option.sliderPosition ? active : colours.line());
            painter.drawEllipse(QPointF(centreOf(option, value), y), 3, 3);
        }
    }
    const double radius = option.fontMetrics.height() * 0.42;
    painter.setPen(QPen(active, focus ? 3.5 : 2.5));
    painter.setBrush(colours.card());
    painter.drawEllipse(QPointF(at, y), radius, radius);
}

void draw(const QStyleOptionProgressBar &option, QPainter &painter)
{
    const Palette colours(option.palette);
    QRectF whole(option.rect);
    const double centre = whole.center().y();
    whole.setHeight(std::min(whole.height(), 6.0)); // however high the type would make it
    whole.moveTop(centre - whole.height() / 2);
    const double round = whole.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.hairline());
    painter.drawRoundedRect(whole, round, round);
    painter.setBrush(colours.accent());
    const double steps = option.maximum - option.minimum;
    QRectF part = whole;
    if (steps <= 0) {
        part.setWidth(whole.width() / 4);
        const double along = QTime::currentTime().msecsSinceStartOfDay() % roundMilliseconds;
        part.moveLeft(whole.left() - part.width() + along / roundMilliseconds * (whole.width() + part.width()));
    } else if (option.progress > option.minimum) {
        part.setWidth(std::max(whole.height(), whole.width() * (option.progress - option.minimum) / steps));
        if (option.direction == Qt::RightToLeft) {
            part.moveRight(whole.right());
        }
    } else {
        return;
    }
    painter.drawRoundedRect(part, round, round);
}

void drawCheck(const QStyleOption &option, QPainter &painter)
{
    const Palette colours(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.card());
    painter.setPen(colours.line());
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(QPen(enabled ? colours.ink() : colours.faint(), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
    if (option.state.testFlag(QStyle::State_On)) {
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.72), at(0.78, 0.28)}));
    } else if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    }
    painter.restore();
}

void drawRadio(const QStyleOption &option, QPainter &painter)
{
    const Palette colours(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const double side = std::min(option.rect.width(), option.rect.height()) - 1;
    QRectF circle(0, 0, side, side);
    circle.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.card());
    painter.setPen(option.state.testFlag(QStyle::State_HasFocus) ? QPen(colours.accent(), 1.5) : QPen(colours.quiet()));
    painter.drawEllipse(circle);
    if (option.state.testFlag(QStyle::State_On)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? colours.accent() : colours.faint());
        painter.drawEllipse(circle.center(), side / 4, side / 4);
    }
    painter.restore();
}

void drawLineFrame(const QStyleOption &option, QPainter &painter)
{
    const Palette colours(option.palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.card());
    painter.setPen(option.state.testFlag(QStyle::State_HasFocus) ? QPen(colours.accent(), 1.5) : QPen(colours.line()));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
    painter.restore();
}

void drawHandle(const QStyleOption &option, QPainter &painter)
{
    if (!option.state.testFlag(QStyle::State_MouseOver) || !option.state.testFlag(QStyle::State_Enabled)) {
        return;
    }
    const bool lying = option.rect.width() > option.rect.height();
    QRect line(QPoint(), lying ? QSize(48, 3) : QSize(3, 48));
    line.moveCenter(option.rect.center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Palette(option.palette).accent());
    painter.drawRoundedRect(line, 1.5, 1.5);
}

} // namespace appstyle
