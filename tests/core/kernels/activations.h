// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/activation.h"

#include <cmath>
#include <numbers>

/// Activations and their derivatives by definition, in double precision.
namespace adaplens::test {

inline constexpr Activation realActivations[] = {Activation::Gelu, Activation::GeluTanh, Activation::Relu};

inline const char *nameOf(Activation activation)
{
    return activation == Activation::None       ? "none"
           : activation == Activation::Gelu     ? "GELU"
           : activation == Activation::GeluTanh ? "GELU by tanh"
                                                : "ReLU";
}

/// What x is multiplied by.
inline double factorOf(Activation activation, double x)
{
    switch (activation) {
    case Activation::Gelu:
        return 0.5 * std::erfc(-x / std::numbers::sqrt2);
    case Activation::GeluTanh:
        return 0.5 * (1 + std::tanh(std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x * x)));
    case Activation::Relu:
        return x > 0 ? 1 : 0;
    case Activation::None:
        break;
    }
    return 1;
}

inline double activated(Activation activation, double x)
{
    return x * factorOf(activation, x);
}

inline double slopeOf(Activation activation, double x)
{
    const double factor = factorOf(activation, x);
    switch (activation) {
    case Activation::Gelu:
        return factor + x * std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
    case Activation::GeluTanh:
        return factor + x * 2 * factor * (1 - factor) * std::sqrt(2 / std::numbers::pi) * (1 + 3 * 0.044715 * x * x);
    default:
        return factor;
    }
}

} // namespace adaplens::test
