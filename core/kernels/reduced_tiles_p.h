// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/reduced_kernels_p.h"
#include "core/kernels/vector_p.h"

#include <limits>
#include <utility>

/// Vector code that is compiled once for each set of instructions, in a file of its own with the compiler's options for
/// it. Nothing here may be shared between those files: the linker would keep one version for all processors.
namespace {

using namespace adaplens;
using namespace adaplens::reduced;
using namespace adaplens::simd;

constexpr std::int64_t tallest = 6; ///< rows of a tile: its sums, a line of weights and an input fill the registers

ADAPLENS_INLINE std::int64_t smaller(std::int64_t a, std::int64_t b)
{
    return a < b ? a : b;
}

/// f(0), f(1), ... f(count - 1), each number a constant: what is indexed by it can stay in registers.
template <std::size_t count, typename Function>
ADAPLENS_INLINE void each(const Function &f)
{
    [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline))
    {
        (f(std::integral_constant<std::size_t, i>()), ...);
    }
    (std::make_index_sequence<count>());
}

/// sums[r][o] of `rows` rows with one block of outputs. `Unit`: its registers are `Words`, add(sum, a, b) adds the
/// products of each group in `a` with that in `b`.
template <typename Unit, std::size_t rows>
ADAPLENS_INLINE void sumTile(const std::uint32_t *tokens, const std::uint32_t *weights, std::int64_t groups,
                             std::uint32_t *sums)
{
    using Words = typename Unit::Words;
    constexpr std::int64_t size = sizeof(Words) / sizeof(std::uint32_t);
    constexpr std::size_t vectors = Unit::vectors;
    for (std::int64_t part = 0; part < blockWidth; part += size * static_cast<std::int64_t>(vectors)) {
        Words sum[rows * vectors] = {};
        for (std::int64_t k = 0; k < groups; ++k) {
            Words w[vectors];
            each<vectors>([&](auto v) __attribute__((always_inline)) {
                std::memcpy(&w[v], weights + k * blockWidth + part + static_cast<std::int64_t>(v) * size,
                            sizeof(Words));
            });
            each<rows>([&](auto r) __attribute__((always_inline)) {
                const Words x = Words{} + tokens[static_cast<std::int64_t>(r) * groups + k];
                each<vectors>([&](auto v) __attribute__((always_inline)) { Unit::add(sum[r * vectors + v], x, w[v]); });
            });
        }
        each<rows * vectors>([&](auto i) __attribute__((always_inline)) {
            constexpr std::int64_t row = i / vectors, v = i % vectors;
            std::memcpy(sums + row * blockWidth + part + v * size, &sum[i], sizeof(Words));
        });
    }
}

/// y = act(what the sums of one row and block stand for), for the outputs that there are.
template <bool int8>
ADAPLENS_INLINE void finishRow(const Product &product, const std::uint32_t *sums, float scale, float low,
                               std::int64_t first, float *y, Activation activation)
{
    const std::int64_t last = smaller(first + blockWidth, product.out);
    for (std::int64_t o = first; o < last; o += lanes) {
        Vector value, bias;
        load(product.bias + o, bias);
        if constexpr (int8) {
            Vector scales, totals;
            Integers sum;
            std::memcpy(&sum, sums + (o - first), sizeof sum);
            load(product.scales + o, scales);
            load(product.totals + o, totals);
            value = __builtin_convertvector(sum, Vector) * (scales * scale) + (totals * low + bias);
        } else {
            std::memcpy(&value, sums + (o - first), sizeof value);
            value += bias;
        }
        if (activation == Activation::Gelu) {
            gelu(value);
        }
        if (o + lanes <= last) {
            store(value, y + o);
        } else {
            std::memcpy(y + o, &value, static_cast<std::size_t>(last - o) * sizeof(float));
        }
    }
}

template <typename Unit, bool int8>
void multiplyBlock(const Product &p, const Tokens &tokens, std::int64_t block, std::int64_t begin, std::int64_t end,
                   float *y, Activation activation)
{
    const std::uint32_t *weights = p.weights + block * p.groups * blockWidth;
    alignas(64) std::uint32_t sums[tallest * blockWidth];
    const std::int64_t tiles = (end - begin + tallest - 1) / tallest;
    for (std::int64_t t = 0; t < tiles; ++t) {
        // All of about the same height: a tile of one or two rows waits for its sums.
        const std::int64_t r0 = begin + (end - begin) * t / tiles, r1 = begin + (end - begin) * (t + 1) / tiles;
        const std::uint32_t *rows = tokens.groups + r0 * p.groups;
        switch (r1 - r0) {
        case 1:
            sumTile<Unit, 1>(rows, weights, p.groups, sums);
            break;
        case 2:
            sumTile<Unit, 2>(rows, weights, p.groups, sums);
            break;
        case 3:
            sumTile<Unit, 3>(rows, weights, p.groups, sums);
            break;
        case 4:
            sumTile<Unit, 4>(rows, weights, p.groups, sums);
            break;
        case 5:
            sumTile<Unit, 5>(rows, weights, p.groups, sums);
            break;
        default:
            sumTile<Unit, 6>(rows, weights, p.groups, sums);
            break;
        }
        for (std::int64_t r = r0; r < r1; ++r) {
            finishRow<int8>(p, sums + (r - r0) * blockWidth, int8 ? tokens.scales[r] : 1, int8 ? tokens.lows[r] : 0,
                            block * blockWidth, y + r * p.out, activation);
        }
    }
}

/// 255 steps from the smallest value of a row to its largest. Where a value is no number, or they lie farther apart than
/// float32 reaches, nothing that comes of the row is finite.
ADAPLENS_INLINE void quantiseRow(const Product &p, const float *x, std::int64_t r, const Tokens &tokens)
{
    const std::int64_t whole = p.in / lanes * lanes;
    Vector most, least;
    Integers wrong = {};
    float low = x[0], high = x[0];
    if (whole > 0) {
        load(x, most);
        least = most;
        for (std::int64_t i = 0; i < whole; i += lanes) {
            Vector v;
            load(x + i, v);
            most = v > most ? v : most;
            least = v < least ? v : least;
            wrong |= v != v;
        }
        high = largest(most);
        least = -least;
        low = -largest(least);
    }
    bool broken = false;
    for (std::int64_t i = 0; i < lanes; ++i) {
        broken = broken || wrong[i] != 0;
    }
    for (std::int64_t i = whole; i < p.in; ++i) {
        high = x[i] > high ? x[i] : high;
        low = x[i] < low ? x[i] : low;
        broken = broken || x[i] != x[i];
    }
    constexpr float steps = 255;
    const float step = broken ? std::numeric_limits<float>::quiet_NaN() : (high - low) / steps;
    // Values closer together than that are as good as one.
    const float inverse = step >= std::numeric_limits<float>::min() ? 1 / step : 0;
    tokens.scales[r] = step;
    tokens.lows[r] = low;
    auto *q = reinterpret_cast<std::uint8_t *>(tokens.groups + r * p.groups);
    using Bytes [[gnu::vector_size(16), gnu::may_alias]] = std::uint8_t;
    for (std::int64_t i = 0; i < whole; i += lanes) {
        Vector v;
        load(x + i, v);
        v = (v - low) * inverse + 0.5F;
        const Bytes bytes = __builtin_convertvector(__builtin_convertvector(v, Integers), Bytes);
        std::memcpy(q + i, &bytes, sizeof bytes);
    }
    for (std::int64_t i = whole; i < p.in; ++i) {
        // NOLINTNEXTLINE(bugprone-incorrect-roundings): never negative, and what the vectors above do
        q[i] = static_cast<std::uint8_t>((x[i] - low) * inverse + 0.5F);
    }
    for (std::int64_t i = p.in; i < 4 * p.groups; ++i) {
        q[i] = 0;
    }
}

void quantiseRows(const Product &p, const float *x, std::int64_t begin, std::int64_t end, const Tokens &tokens)
{
    for (std::int64_t r = begin; r < end; ++r) {
        quantiseRow(p, x + r * p.in, r, tokens);
    }
}

} // namespace
