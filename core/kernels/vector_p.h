// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/activation.h"

#include <cstdint>
#include <cstring>

/// Sixteen floats that the compiler maps to whatever registers the processor has.
namespace adaplens::simd {

constexpr std::int64_t lanes = 16;
using Vector [[gnu::vector_size(64), gnu::aligned(4), gnu::may_alias]] = float;
using Integers [[gnu::vector_size(64), gnu::may_alias]] = std::int32_t;

#define ADAPLENS_INLINE [[gnu::always_inline]] inline

ADAPLENS_INLINE void load(const float *p, Vector &v)
{
    std::memcpy(&v, p, sizeof(Vector));
}

ADAPLENS_INLINE void store(const Vector &v, float *p)
{
    std::memcpy(p, &v, sizeof(Vector));
}

ADAPLENS_INLINE float sum(const Vector &v)
{
    float parts[lanes];
    store(v, parts);
    for (std::int64_t width = lanes / 2; width > 0; width /= 2) {
        for (std::int64_t i = 0; i < width; ++i) {
            parts[i] += parts[i + width];
        }
    }
    return parts[0];
}

ADAPLENS_INLINE float largest(const Vector &v)
{
    float parts[lanes];
    store(v, parts);
    for (std::int64_t width = lanes / 2; width > 0; width /= 2) {
        for (std::int64_t i = 0; i < width; ++i) {
            parts[i] = parts[i] > parts[i + width] ? parts[i] : parts[i + width];
        }
    }
    return parts[0];
}

/// exp(x) for x <= 0, relative error below 2e-7: 2^k e^r with |r| <= ln 2 / 2 and a polynomial of degree 6 for e^r
/// (Taylor with the last coefficients adjusted would gain nothing at float32). Below -87 it is 0.
ADAPLENS_INLINE void exponential(Vector &x)
{
    constexpr float log2e = 1.44269504088896341F, high = 0.693359375F, low = -2.12194440e-4F;
    constexpr float rounder = 12582912.0F; // 1.5 * 2^23: adding it rounds to an integer
    const Integers tiny = x < -87.0F;
    const Vector k = (x * log2e + rounder) - rounder;
    const Vector r = x - k * high - k * low;
    Vector p = r * (1.0F / 720) + (1.0F / 120);
    p = p * r + (1.0F / 24);
    p = p * r + (1.0F / 6);
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const Integers exponent = (__builtin_convertvector(k, Integers) + 127) << 23;
    Vector scale;
    std::memcpy(&scale, &exponent, sizeof scale);
    Vector result = p * scale;
    Integers bits;
    std::memcpy(&bits, &result, sizeof bits);
    bits &= ~tiny;
    std::memcpy(&x, &bits, sizeof x);
}

/// GELU(x) = x (1 + erf(x / sqrt 2)) / 2, absolute error below 2e-7 (1 + |x|). The complement of erf is formula 7.1.26
/// of Abramowitz and Stegun, Handbook of Mathematical Functions.
ADAPLENS_INLINE void gelu(Vector &x)
{
    const Vector size = x < 0.0F ? -x : x;
    const Vector t = 1.0F / (size * (0.3275911F * 0.70710678F) + 1.0F);
    Vector p = t * 1.061405429F - 1.453152027F;
    p = p * t + 1.421413741F;
    p = p * t - 0.284496736F;
    p = p * t + 0.254829592F;
    Vector tail = x * x * -0.5F;
    exponential(tail);
    tail *= p * t * 0.5F; // (1 - erf(|x| / sqrt 2)) / 2
    x *= x < 0.0F ? tail : 1.0F - tail;
}

/// Of GELU by its approximation, x (1 + tanh(u)) / 2 with u = sqrt(2 / pi) (x + 0.044715 x^3) (Hendrycks and Gimpel
/// 2016): the factor of x, which is 1 / (1 + exp(-2 u)). Absolute error below 1e-6.
ADAPLENS_INLINE void geluTanhFactor(const Vector &x, Vector &factor)
{
    const Vector size = x < 0.0F ? -x : x;
    Vector tail = size * (size * size * (-2.0F * 0.79788456F * 0.044715F) - 2.0F * 0.79788456F);
    exponential(tail);
    factor = (x < 0.0F ? tail : Vector{} + 1.0F) / (tail + 1.0F);
}

ADAPLENS_INLINE void geluTanh(Vector &x)
{
    Vector factor;
    geluTanhFactor(x, factor);
    x *= factor;
}

/// Zero where x is negative; NaN stays NaN.
ADAPLENS_INLINE void relu(Vector &x)
{
    x = x < 0.0F ? Vector{} : x;
}

ADAPLENS_INLINE void activate(Activation activation, Vector &x)
{
    switch (activation) {
    case Activation::Gelu:
        gelu(x);
        break;
    case Activation::GeluTanh:
        geluTanh(x);
        break;
    case Activation::Relu:
        relu(x);
        break;
    case Activation::None:
        break;
    }
}

} // namespace adaplens::simd
