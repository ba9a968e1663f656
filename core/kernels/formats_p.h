// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/vector_p.h"

#ifdef ADAPLENS_BFLOAT16
#include <immintrin.h>

#include <bit>
#endif

/// What attention's tiles multiply. Whoever includes this says in ADAPLENS_TILE what it is compiled for, and defines
/// ADAPLENS_BFLOAT16 where that has products of bfloat16.
namespace {

using namespace adaplens;
using namespace adaplens::simd;

/// Words of one number.
struct Float32 {
    static constexpr std::int64_t per = 1;
    ADAPLENS_INLINE static void add(Vector &sum, float x, const Vector &values) { sum += x * values; }
    ADAPLENS_INLINE static void pack(const Vector &v, float *words) { store(v, words); }
    ADAPLENS_INLINE static void unpack(const float *words, Vector &v) { load(words, v); }
    ADAPLENS_INLINE static void join(const Vector *rows, float *words) { store(*rows, words); }
};

#ifdef ADAPLENS_BFLOAT16
/// Words of two numbers, the first in the lower half.
struct BFloat16 {
    static constexpr std::int64_t per = 2;
    using Words [[gnu::vector_size(64), gnu::may_alias]] = std::uint32_t;
    using Halves [[gnu::vector_size(32), gnu::may_alias]] = std::uint16_t;

    ADAPLENS_TILE static void add(Vector &sum, float x, const Vector &words)
    {
        const auto both = reinterpret_cast<__m512bh>(_mm512_set1_epi32(std::bit_cast<int>(x)));
        sum = reinterpret_cast<Vector>(
            _mm512_dpbf16_ps(reinterpret_cast<__m512>(sum), both, reinterpret_cast<__m512bh>(words)));
    }
    ADAPLENS_TILE static void pack(const Vector &v, float *words)
    {
        const __m256bh rounded = _mm512_cvtneps_pbh(reinterpret_cast<__m512>(v));
        std::memcpy(words, &rounded, sizeof rounded);
    }
    ADAPLENS_TILE static void unpack(const float *words, Vector &v)
    {
        Halves halves;
        std::memcpy(&halves, words, sizeof halves);
        const Words bits = __builtin_convertvector(halves, Words) << 16U;
        std::memcpy(&v, &bits, sizeof v);
    }
    ADAPLENS_TILE static void join(const Vector *rows, float *words)
    {
        Words of[per];
        for (std::int64_t i = 0; i < per; ++i) {
            const __m256bh rounded = _mm512_cvtneps_pbh(reinterpret_cast<__m512>(rows[i]));
            Halves halves;
            std::memcpy(&halves, &rounded, sizeof halves);
            of[i] = __builtin_convertvector(halves, Words);
        }
        const Words both = of[0] | of[1] << 16U;
        std::memcpy(words, &both, sizeof both);
    }
};
#endif

} // namespace
