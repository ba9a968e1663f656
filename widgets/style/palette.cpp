// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/palette.h"

#include "widgets/style/colourscheme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace {

/// Piecewise linear colour at `position` in [0, 1] between evenly spaced stops.
QColor between(std::span<const QColor> stops, double position)
{
    const double place = std::clamp(position, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto left = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return Palette::mix(stops[left], stops[left + 1], place - static_cast<double>(left));
}

/// Relative luminance as in WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Palette::Palette(const QPalette &palette)
    // Always the colours of active widgets: views grey themselves, and a style's own grey on top could not be read.
    : m_ground(palette.color(QPalette::Active, QPalette::Window)),
      m_card(palette.color(QPalette::Active, QPalette::Base)),
      m_ink(palette.color(QPalette::Active, QPalette::Text)),
      m_accent(palette.color(QPalette::Active, QPalette::Highlight)),
      m_dark(m_ink.lightnessF() > m_card.lightnessF()),
      m_highContrast(m_ground == m_card && contrast(m_ink, m_card) > 20)
{
    // A highlight made to lie under white text is too dark, or too pale, to be a line on the card.
    for (int step = 0; step < 8 && contrast(m_accent, m_card) < 3.5; ++step) {
        m_accent = mix(m_accent, m_ink, 0.2);
    }
}

Palette Palette::paper()
{
    return Palette(lightPalette());
}

QColor Palette::veil() const
{
    QColor veil = m_card;
    veil.setAlphaF(0.55F);
    return veil;
}

QColor Palette::accentSoft() const
{
    return mix(m_card, m_accent, m_dark ? 0.22 : 0.1);
}

QColor Palette::neutral() const
{
    return relative(0);
}

QColor Palette::reached() const
{
    return m_dark ? QColor(0x6c, 0xc4, 0x8f) : QColor(0x3f, 0x99, 0x63);
}

QColor Palette::reachedSoft() const
{
    return mix(m_card, reached(), m_dark ? 0.28 : 0.13);
}

QColor Palette::warning() const
{
    return m_dark ? QColor(0xf2, 0xb8, 0x4b) : QColor(0x9a, 0x62, 0x00);
}

QColor Palette::warningSoft() const
{
    return mix(m_card, m_dark ? warning() : QColor(0xf5, 0xa6, 0x23), 0.15);
}

QColor Palette::aboveSoft() const
{
    return mix(m_card, above(), m_dark ? 0.3 : 0.13);
}

QColor Palette::highlighter() const
{
    return mix(m_card, QColor(0xff, 0xd6, 0x33), m_dark ? 0.3 : 0.5);
}

QColor Palette::relative(double log2Ratio) const
{
    const double position = 0.5 + std::clamp(log2Ratio / relativeSpan, -1.0, 1.0) / 2;
    const auto colours = [](const std::array<adaplens::Rgb, 5> &stops) {
        std::array<QColor, 5> result;
        std::ranges::transform(stops, result.begin(),
                               [](adaplens::Rgb rgb) { return QColor(rgb.red, rgb.green, rgb.blue); });
        return result;
    };
    if (!m_dark) {
        static const std::array light = colours(adaplens::divergingLight);
        return between(light, position);
    }
    std::array dark = colours(adaplens::divergingDark({}));
    dark[2] = mixed(0.2);
    return between(dark, position);
}

QColor Palette::absolute(double score) const
{
    const double position = score > 0 ? 1 + std::log10(score) / absoluteDecades : 0.0;
    static const std::array light = {QColor(0xf4, 0xf2, 0xf7), QColor(0xb7, 0x9f, 0xd3), QColor(0x4b, 0x1f, 0x7d)};
    if (!m_dark) {
        return between(light, position);
    }
    const std::array dark = {mixed(0.14), QColor(0x84, 0x66, 0xb8), QColor(0xe3, 0xcf, 0xff)};
    return between(dark, position);
}

QColor Palette::above() const
{
    return m_dark ? QColor(0xdf, 0x90, 0x58) : QColor(0xd1, 0x60, 0x10);
}

QColor Palette::below() const
{
    return m_dark ? QColor(0x8e, 0xa5, 0xe9) : QColor(0x3a, 0x52, 0xa5);
}

QColor Palette::plain() const
{
    return m_dark ? QColor(0xa9, 0xb1, 0xc0) : QColor(0x98, 0xa2, 0xb3);
}

QColor Palette::drawn(double inkShare) const
{
    return mixed(m_highContrast ? 0.6 + 0.4 * inkShare : inkShare);
}

double Palette::contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor Palette::inkOn(const QColor &ground)
{
    // White as long as it can be read: one ink on most of the map is calmer than the better one everywhere.
    return contrast(ground, Qt::white) >= 3 ? QColor(Qt::white) : QColor(0x1a, 0x1e, 0x28);
}

QColor Palette::mix(const QColor &under, const QColor &over, double share)
{
    const auto blend = [share](double a, double b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(blend(under.redF(), over.redF()), blend(under.greenF(), over.greenF()),
                            blend(under.blueF(), over.blueF()));
}
