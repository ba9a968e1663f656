// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/dropout.h"
#include "core/kernels/vector_p.h"

/// Vectors of bfloat16 and of what dropout keeps, for the kernels of training.
namespace adaplens::simd {

using Words [[gnu::vector_size(64), gnu::may_alias]] = std::uint32_t;
using Halves [[gnu::vector_size(32), gnu::may_alias]] = std::uint16_t;

/// Sixteen bfloat16 as floats.
ADAPLENS_INLINE void loadRounded(const std::uint16_t *p, Vector &v)
{
    Halves halves;
    std::memcpy(&halves, p, sizeof halves);
    const Words bits = __builtin_convertvector(halves, Words) << 16U;
    std::memcpy(&v, &bits, sizeof v);
}

/// Rounded to nearest, ties to even; NaN stays NaN.
ADAPLENS_INLINE void storeRounded(const Vector &v, std::uint16_t *p)
{
    Words bits;
    std::memcpy(&bits, &v, sizeof bits);
    bits = v != v ? Words{} + 0x7fc00000U : bits + 0x7fffU + ((bits >> 16U) & 1U);
    const Halves rounded = __builtin_convertvector(bits >> 16U, Halves);
    std::memcpy(p, &rounded, sizeof rounded);
}

/// Dropout for vectors.
struct VectorDropout {
    explicit VectorDropout(const Dropout &of)
        : seed(of.seed), dropped(of.dropped()), scale(of.scale()), none(of.dropped() == 0)
    {
    }

    /// Scales what stays of the 32 values that begin at `place` (divisible by 32), and zeroes the rest.
    ADAPLENS_INLINE void apply(std::uint64_t place, Vector &first, Vector &second) const
    {
        if (none) {
            return;
        }
        const Words one = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        Words x = (one + static_cast<std::uint32_t>(place / 2)) * 0x9e3779b1U + static_cast<std::uint32_t>(seed);
        x ^= x >> 16U;
        x *= 0x85ebca6bU;
        x ^= x >> 13U;
        x += static_cast<std::uint32_t>(seed >> 32U);
        x *= 0xc2b2ae35U;
        x ^= x >> 16U;
        const Words low = x & 0xffffU, high = x >> 16U;
        first = low >= dropped ? first * scale : Vector{};
        second = high >= dropped ? second * scale : Vector{};
    }

    std::uint64_t seed;
    std::uint32_t dropped;
    float scale;
    bool none;
};

/// Coefficients in 2 x^2 / 4.5^2 - 1, from fits to the least greatest error for |x| <= 4.5.
inline constexpr float cdfTerms[] = {0.15690603852272034F,   -0.07718589901924133F,  0.054637495428323746F,
                                     -0.04023675248026848F,  0.0288576390594244F,    -0.018484871834516525F,
                                     0.009653234854340553F,  -0.006068875547498465F, 0.004962702747434378F,
                                     -0.0019311710493639112F};
inline constexpr float slopeTerms[] = {0.1594315469264984F,    -0.09001319855451584F,  0.08698764443397522F,
                                       -0.09392206370830536F,  0.09789735078811646F,   -0.0938372015953064F,
                                       0.06976842135190964F,   -0.036211516708135605F, 0.028451936319470406F,
                                       -0.029362820088863373F, 0.011938846670091152F};

/// x within +-4.5 times the polynomial, plus a half.
template <std::size_t count>
ADAPLENS_INLINE void oddFunction(const Vector &x, const float (&terms)[count], Vector &result)
{
    constexpr float most = 4.5F;
    Vector inside = x > most ? Vector{} + most : x;
    inside = inside < -most ? Vector{} - most : inside;
    const Vector u = inside * inside * (2.0F / (most * most)) - 1.0F;
    Vector sum = Vector{} + terms[count - 1];
    for (std::size_t i = count - 1; i-- > 0;) {
        sum = sum * u + terms[i];
    }
    result = inside * sum + 0.5F;
}

/// GELU for values that are rounded to bfloat16 anyhow: the normal distribution to 4e-6, without a division.
ADAPLENS_INLINE void roughGelu(Vector &x)
{
    Vector cdf;
    oddFunction(x, cdfTerms, cdf);
    x *= cdf;
}

/// Its derivative, to 8e-5 beyond +-4.5 and to 2e-5 between.
ADAPLENS_INLINE void roughGeluSlope(Vector &x)
{
    Vector slope;
    oddFunction(x, slopeTerms, slope);
    x = slope;
}

/// The derivative of GELU by its approximation: f + x f (1 - f) 2 u' with f the factor of x and u' the slope of the
/// tanh's argument.
ADAPLENS_INLINE void geluTanhSlope(Vector &x)
{
    Vector f;
    geluTanhFactor(x, f);
    const Vector tail = f * (1.0F - f);
    // Far out, where the tail is nothing, squares of x would not be finite.
    const Vector inside = tail == 0.0F ? Vector{} : x;
    x = f + inside * tail * (inside * inside * (6.0F * 0.79788456F * 0.044715F) + 2.0F * 0.79788456F);
}

/// act(x) of values that are rounded to bfloat16 anyhow.
ADAPLENS_INLINE void activateRough(Activation activation, Vector &x)
{
    if (activation == Activation::Gelu) {
        roughGelu(x);
    } else {
        activate(activation, x);
    }
}

/// Its derivative; that of ReLU at 0 is 0, as LibTorch has it.
ADAPLENS_INLINE void roughSlope(Activation activation, Vector &x)
{
    switch (activation) {
    case Activation::Gelu:
        roughGeluSlope(x);
        break;
    case Activation::GeluTanh:
        geluTanhSlope(x);
        break;
    case Activation::Relu:
        x = x > 0.0F ? Vector{} + 1.0F : Vector{};
        break;
    case Activation::None:
        x = Vector{} + 1.0F;
        break;
    }
}

} // namespace adaplens::simd
