// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/legendentry.h"

#include <QPainter>
#include <QStyle>

#include <utility>

LegendEntry::LegendEntry(const QString &name, double wide, Sample sample)
    : m_name(name), m_wide(wide), m_sample(std::move(sample))
{
}

int LegendEntry::sampleWidth() const
{
    return static_cast<int>(fontMetrics().height() * m_wide);
}

int LegendEntry::textAt() const
{
    return sampleWidth() + 6;
}

QSize LegendEntry::sizeHint() const
{
    const int line = fontMetrics().height();
    return {textAt() + fontMetrics().horizontalAdvance(m_name) + line, line + 4};
}

QSize LegendEntry::minimumSizeHint() const
{
    return sizeHint().boundedTo({fontMetrics().height() * 10, sizeHint().height()});
}

void LegendEntry::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto placed = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    m_sample(painter, placed({0, 0, sampleWidth(), height()}), colours);
    painter.setPen(colours.ink());
    const int room = width() - textAt();
    painter.drawText(placed({textAt(), 0, room, height()}),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                     fontMetrics().elidedText(m_name, Qt::ElideRight, room));
}
