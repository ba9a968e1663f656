// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/roundedrows_p.h"

#include "core/kernels/share_p.h"
#include "core/kernels/vector_p.h"

#include <algorithm>
#include <limits>

namespace adaplens {

namespace {

using namespace simd;

struct RoundTask {
    const float *x;
    std::uint16_t *q;
};

/// `count` values from `i`; a constant where they fill a vector, as with finishVector().
ADAPLENS_INLINE void roundVector(const RoundTask &t, std::int64_t i, std::int64_t count)
{
    using Words [[gnu::vector_size(64), gnu::may_alias]] = std::uint32_t;
    using Halves [[gnu::vector_size(32), gnu::may_alias]] = std::uint16_t;
    Vector v = {};
    std::memcpy(&v, t.x + i, static_cast<std::size_t>(count) * sizeof(float));
    Words bits;
    std::memcpy(&bits, &v, sizeof bits);
    bits = v != v ? Words{} + 0x7fc00000U : bits + 0x7fffU + ((bits >> 16U) & 1U);
    const Halves rounded = __builtin_convertvector(bits >> 16U, Halves);
    std::memcpy(t.q + i, &rounded, static_cast<std::size_t>(count) * sizeof(std::uint16_t));
}

ADAPLENS_INLINE void round(const RoundTask &t, std::int64_t begin, std::int64_t end)
{
    const std::int64_t whole = begin + (end - begin) / lanes * lanes;
    for (std::int64_t i = begin; i < whole; i += lanes) {
        roundVector(t, i, lanes);
    }
    if (whole < end) {
        roundVector(t, whole, end - whole);
    }
}

struct QuantiseTask {
    const float *x;
    std::int64_t in;
    std::uint8_t *q;
    float *steps, *lows;
};

ADAPLENS_INLINE void quantiseRow(const QuantiseTask &t, std::int64_t r)
{
    const std::int64_t whole = t.in / lanes * lanes;
    const float *x = t.x + r * t.in;
    std::uint8_t *q = t.q + r * t.in;
    float low = x[0], high = x[0];
    Integers wrong = {};
    if (whole > 0) {
        Vector most, least;
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
        low = -largest(-least);
    }
    bool broken = false;
    for (std::int64_t i = 0; i < lanes; ++i) {
        broken = broken || wrong[i] != 0;
    }
    for (std::int64_t i = whole; i < t.in; ++i) {
        high = x[i] > high ? x[i] : high;
        low = x[i] < low ? x[i] : low;
        broken = broken || x[i] != x[i];
    }
    constexpr float count = 255, none = std::numeric_limits<float>::quiet_NaN();
    const float step = (high - low) / count;
    if (broken || !(step <= std::numeric_limits<float>::max())) {
        t.steps[r] = t.lows[r] = none;
        std::memset(q, 0, static_cast<std::size_t>(t.in));
        return;
    }
    t.steps[r] = step;
    t.lows[r] = low;
    // Values closer together than that are as good as one.
    const float inverse = step >= std::numeric_limits<float>::min() ? 1 / step : 0;
    using Bytes [[gnu::vector_size(16), gnu::may_alias]] = std::uint8_t;
    for (std::int64_t i = 0; i < whole; i += lanes) {
        Vector v;
        load(x + i, v);
        v = (v - low) * inverse + 0.5F;
        const Bytes bytes = __builtin_convertvector(__builtin_convertvector(v, Integers), Bytes);
        std::memcpy(q + i, &bytes, sizeof bytes);
    }
    for (std::int64_t i = whole; i < t.in; ++i) {
        // NOLINTNEXTLINE(bugprone-incorrect-roundings): never negative, and what the vectors above do
        q[i] = static_cast<std::uint8_t>((x[i] - low) * inverse + 0.5F);
    }
}

ADAPLENS_INLINE void quantise(const QuantiseTask &t, std::int64_t begin, std::int64_t end)
{
    for (std::int64_t r = begin; r < end; ++r) {
        quantiseRow(t, r);
    }
}

struct FinishTask {
    const Outputs &outputs;
    const float *steps, *lows;
    char *y; ///< integers that become floats
    Activation activation;
};

/// `count` places from `o` of row `r`; a constant where they fill a vector.
ADAPLENS_INLINE void finishVector(const FinishTask &t, std::int64_t r, std::int64_t o, std::int64_t count)
{
    const std::size_t bytes = static_cast<std::size_t>(count) * sizeof(float);
    const auto places = static_cast<std::int64_t>(t.outputs.steps.size());
    char *place = t.y + (r * places + o) * static_cast<std::int64_t>(sizeof(float));
    Vector bias = {}, steps = {}, totals = {};
    Integers sum = {};
    std::memcpy(&sum, place, bytes);
    std::memcpy(&bias, t.outputs.bias + o, bytes);
    std::memcpy(&steps, t.outputs.steps.data() + o, bytes);
    std::memcpy(&totals, t.outputs.totals.data() + o, bytes);
    Vector value = __builtin_convertvector(sum, Vector) * (steps * t.steps[r]) + (totals * t.lows[r] + bias);
    activate(t.activation, value);
    std::memcpy(place, &value, bytes);
}

ADAPLENS_INLINE void finish(const FinishTask &t, std::int64_t begin, std::int64_t end)
{
    const auto places = static_cast<std::int64_t>(t.outputs.steps.size()), whole = places / lanes * lanes;
    for (std::int64_t r = begin; r < end; ++r) {
        for (std::int64_t o = 0; o < whole; o += lanes) {
            finishVector(t, r, o, lanes);
        }
        if (whole < places) {
            finishVector(t, r, whole, places - whole);
        }
    }
}

/// Work in places: GELU takes as long as many of the others.
std::int64_t workOf(Activation activation)
{
    constexpr std::int64_t ofGelu = 16;
    return activation == Activation::Gelu || activation == Activation::GeluTanh ? ofGelu : 1;
}

} // namespace

void roundRows(const float *x, std::int64_t count, std::uint16_t *q)
{
    static const auto run = ForProcessor<round>::chosen();
    share((count + lanes - 1) / lanes, count, [&](std::int64_t begin, std::int64_t end) {
        run({x, q}, begin * lanes, std::min(end * lanes, count));
    });
}

void quantiseRows(const float *x, std::int64_t rows, std::int64_t in, std::uint8_t *q, float *steps, float *lows)
{
    static const auto run = ForProcessor<quantise>::chosen();
    share(rows, rows * in, [&](std::int64_t begin, std::int64_t end) { run({x, in, q, steps, lows}, begin, end); });
}

void finishRows(const Outputs &outputs, const float *steps, const float *lows, std::int64_t rows, void *y,
                Activation activation)
{
    static const auto run = ForProcessor<finish>::chosen();
    const auto places = rows * static_cast<std::int64_t>(outputs.steps.size());
    share(rows, workOf(activation) * places, [&](std::int64_t begin, std::int64_t end) {
        run({outputs, steps, lows, static_cast<char *>(y), activation}, begin, end);
    });
}

} // namespace adaplens
