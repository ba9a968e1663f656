// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled for AVX2; the instruction of AVX-VNNI is written out.
#if defined(__AVX2__)

#include "core/kernels/reduced_tiles_p.h"

namespace {

using Words256 [[gnu::vector_size(32), gnu::may_alias]] = std::uint32_t;

struct Int8 {
    using Words = Words256;
    static constexpr std::size_t vectors = 2;
    ADAPLENS_INLINE static void add(Words &sum, const Words &a, const Words &b)
    {
        asm("%{vex%} vpdpbusd %2, %1, %0" : "+x"(sum) : "x"(a), "x"(b));
    }
};

} // namespace

namespace adaplens::reduced {

const Kernels int8AvxVnni{quantiseRows, multiplyBlock<Int8, true>};

} // namespace adaplens::reduced

#endif
