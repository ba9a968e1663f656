// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace adaplens {

/// A colour as screens have it.
struct Rgb {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Rgb &) const = default;
};

/// Scores from 1/8 to 8 times the uniform level span the diverging colours; what lies beyond is shown as the end.
inline constexpr double divergingSpan = 3;

/// From far below the uniform level, blue, to far above it, orange. The two keep apart for every common colour
/// blindness, and both differ from the middle in lightness.
inline constexpr std::array<Rgb, 5> divergingLight = {
    Rgb{0x2c, 0x43, 0x99}, {0x8d, 0x9c, 0xcf}, {0xf1, 0xf1, 0xf4}, {0xee, 0xb0, 0x80}, {0xda, 0x5f, 0x06}};
/// The same on a dark ground, where the middle is dark, so that the far ends are what catches the eye there, too.
[[nodiscard]] constexpr std::array<Rgb, 5> divergingDark(Rgb middle)
{
    return {Rgb{0x8e, 0xae, 0xff}, {0x56, 0x6c, 0xb4}, middle, {0xb8, 0x6a, 0x33}, {0xff, 0x9d, 0x4d}};
}

/// `share` of `over`, the rest of `under`.
[[nodiscard]] constexpr Rgb mixed(Rgb under, Rgb over, double share)
{
    const auto blend = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(a + (b - a) * share + 0.5);
    };
    return {blend(under.red, over.red), blend(under.green, over.green), blend(under.blue, over.blue)};
}

/// Piecewise linear colour at `position` in [0, 1] between evenly spaced stops, at least two.
[[nodiscard]] constexpr Rgb between(std::span<const Rgb> stops, double position)
{
    const double place = std::clamp(position, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto left = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mixed(stops[left], stops[left + 1], place - static_cast<double>(left));
}

} // namespace adaplens
