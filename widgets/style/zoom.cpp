// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/zoom.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>
#include <array>

Zoom::Zoom() : m_base(QApplication::font())
{
    if (m_base.pointSizeF() <= 0) { // a font given in pixels cannot be scaled by points
        m_base.setPointSizeF(10);
    }
}

void Zoom::set(int percent)
{
    const int wanted = std::clamp(percent, smallest, largest);
    if (wanted == m_percent) {
        return;
    }
    m_percent = wanted;
    QFont font = m_base;
    font.setPointSizeF(m_base.pointSizeF() * m_percent / 100);
    QApplication::setFont(font);
    QToolTip::setFont(font);
}

void Zoom::step(int direction)
{
    static constexpr std::array steps{smallest, 80, 90, 100, 110, 125, 150, 175, 200, 250, largest};
    const auto next = std::upper_bound(steps.begin(), steps.end(), m_percent);
    const auto here = std::lower_bound(steps.begin(), steps.end(), m_percent);
    if (direction > 0) {
        set(next == steps.end() ? largest : *next);
    } else {
        set(here == steps.begin() ? smallest : *(here - 1));
    }
}
