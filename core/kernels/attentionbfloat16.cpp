// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef ADAPLENS_X86

#define ADAPLENS_BFLOAT16 "avx512f,avx512dq,avx512vl,avx512bw,avx512bf16,fma,prefer-vector-width=512"
#define ADAPLENS_TILE [[gnu::always_inline, gnu::target(ADAPLENS_BFLOAT16)]] inline
#include "core/kernels/attentiontiles_p.h"
#include "core/kernels/formats_p.h"

namespace adaplens {

[[gnu::target(ADAPLENS_BFLOAT16)]] void attendHeadBFloat16(const HeadTask &task, HeadScratch &scratch)
{
    attendHeadIn<BFloat16>(task, scratch);
}

} // namespace adaplens

#endif
