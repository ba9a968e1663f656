// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QMetaType>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

/// How far apart two colours are, for eyes of several kinds.
namespace vision {

enum class Kind { Normal, Protanopia, Deuteranopia };

/// A colour in CIE L*a*b*, white point D65.
struct Lab {
    double l, a, b;
};

/// What the eye sees: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
/// deficiency" (2009), severity 1, in linear sRGB.
inline Lab seen(const QColor &colour, Kind kind)
{
    using Matrix = std::array<std::array<double, 3>, 3>;
    static constexpr Matrix protanopia{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr Matrix deuteranopia{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    static constexpr Matrix same{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    static constexpr Matrix xyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto times = [](const Matrix &m, const std::array<double, 3> &v) {
        std::array<double, 3> result{};
        for (std::size_t i = 0; i < 3; ++i) {
            result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
        }
        return result;
    };
    std::array<double, 3> light = times(kind == Kind::Normal       ? same
                                        : kind == Kind::Protanopia ? protanopia
                                                                   : deuteranopia,
                                        {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double &part : light) {
        part = std::clamp(part, 0.0, 1.0);
    }
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const auto [x, y, z] = times(xyz, light);
    return {116 * f(y) - 16, 500 * (f(x / 0.95047) - f(y)), 200 * (f(y) - f(z / 1.08883))};
}

/// CIEDE2000; about 1 can just be seen, 10 at a glance.
inline double difference(const Lab &one, const Lab &other)
{
    constexpr double degree = std::numbers::pi / 180;
    const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
    const auto angle = [](double a, double b) {
        const double at = a == 0 && b == 0 ? 0 : std::atan2(b, a) / degree;
        return at < 0 ? at + 360 : at;
    };
    const double g = 0.5 * (1 - seventh((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2));
    const double a1 = (1 + g) * one.a, a2 = (1 + g) * other.a;
    const double c1 = std::hypot(a1, one.b), c2 = std::hypot(a2, other.b);
    const double h1 = angle(a1, one.b), h2 = angle(a2, other.b);
    const bool grey = c1 * c2 == 0;
    double turn = grey ? 0 : h2 - h1;
    turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
    double h = h1 + h2;
    if (!grey) {
        h = (std::abs(h1 - h2) <= 180 ? h : h < 360 ? h + 360 : h - 360) / 2;
    }
    const double l = (one.l + other.l) / 2, c = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos((h - 30) * degree) + 0.24 * std::cos(2 * h * degree) +
                     0.32 * std::cos((3 * h + 6) * degree) - 0.20 * std::cos((4 * h - 63) * degree);
    const double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double dl = (other.l - one.l) / sl, dc = (c2 - c1) / (1 + 0.045 * c);
    const double dh = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2 * degree) / (1 + 0.015 * c * t);
    const double rotation = -2 * seventh(c) * std::sin(60 * std::exp(-(h - 275) * (h - 275) / 625) * degree);
    return std::sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

} // namespace vision

Q_DECLARE_METATYPE(vision::Kind)
Q_DECLARE_METATYPE(vision::Lab)
