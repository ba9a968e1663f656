// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef ADAPLENS_X86

#include <immintrin.h>

#define ADAPLENS_TARGET "avx512f,avx512dq,avx512vl,avx512bw,avx512bf16,fma,prefer-vector-width=512"
#define ADAPLENS_TILE [[gnu::always_inline, gnu::target(ADAPLENS_TARGET)]] inline
#include "core/kernels/attentiontiles_p.h"

#include <bit>

namespace {

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

} // namespace

namespace adaplens {

[[gnu::target(ADAPLENS_TARGET)]] void attendHeadBFloat16(const HeadTask &task, HeadScratch &scratch)
{
    attendHeadIn<BFloat16>(task, scratch);
}

} // namespace adaplens

#endif
