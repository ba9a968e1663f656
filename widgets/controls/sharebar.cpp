// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/sharebar.h"

#include "widgets/style/format.h"
#include "widgets/style/palette.h"

#include <QPainter>

#include <algorithm>

ShareBar::ShareBar(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBar::setShare(std::optional<double> share)
{
    m_share = share ? std::optional(std::clamp(*share, 0.0, 1.0)) : std::nullopt;
    setAccessibleDescription(m_share ? tr("%1 done").arg(format::percent(*m_share)) : QString());
    update();
}

void ShareBar::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.hairline());
    const QRectF whole = rect();
    painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2);
    if (m_share && *m_share > 0) {
        QRectF done = whole;
        done.setWidth(std::max(whole.height(), whole.width() * *m_share));
        painter.setBrush(colours.accent());
        painter.drawRoundedRect(done, whole.height() / 2, whole.height() / 2);
    }
}
