// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX-512; the two instructions beyond it are written out, because compilers move sums that come from
// intrinsics to and from memory at each step.
#if defined(__AVX512F__)

#include "core/kernels/reduced_tiles_p.h"

namespace {

using Words512 [[gnu::vector_size(64), gnu::may_alias]] = std::uint32_t;

struct Int8 {
    using Words = Words512;
    static constexpr std::size_t vectors = 4;
    ADAPLENS_INLINE static void add(Words &sum, const Words &a, const Words &b)
    {
        asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(a), "v"(b));
    }
};

struct BFloat16 {
    using Words = Words512;
    static constexpr std::size_t vectors = 4;
    ADAPLENS_INLINE static void add(Words &sum, const Words &a, const Words &b)
    {
        asm("vdpbf16ps %2, %1, %0" : "+v"(sum) : "v"(a), "v"(b));
    }
};

ADAPLENS_INLINE void roundTo(const float *x, std::uint16_t *q, std::int64_t count)
{
    using Halves [[gnu::vector_size(32), gnu::may_alias]] = std::uint16_t;
    Vector v = {};
    std::memcpy(&v, x, static_cast<std::size_t>(count) * sizeof(float));
    Halves rounded;
    asm("vcvtneps2bf16 %1, %0" : "=v"(rounded) : "v"(v));
    std::memcpy(q, &rounded, static_cast<std::size_t>(count) * sizeof(std::uint16_t));
}

void roundRows(const Product &p, const float *x, std::int64_t begin, std::int64_t end, const Tokens &tokens)
{
    const std::int64_t whole = p.in / lanes * lanes;
    for (std::int64_t r = begin; r < end; ++r) {
        const float *row = x + r * p.in;
        auto *q = reinterpret_cast<std::uint16_t *>(tokens.groups + r * p.groups);
        for (std::int64_t i = 0; i < whole; i += lanes) {
            roundTo(row + i, q + i, lanes);
        }
        if (whole < p.in) {
            roundTo(row + whole, q + whole, p.in - whole);
        }
        for (std::int64_t i = p.in; i < 2 * p.groups; ++i) {
            q[i] = 0;
        }
    }
}

} // namespace

namespace adaplens::reduced {

const Kernels int8Avx512{quantiseRows, multiplyBlock<Int8, true>};
const Kernels bfloat16Avx512{roundRows, multiplyBlock<BFloat16, false>};

} // namespace adaplens::reduced

#endif
