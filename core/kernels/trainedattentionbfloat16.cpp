// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef ADAPLENS_X86

#define ADAPLENS_BFLOAT16 "avx512f,avx512dq,avx512vl,avx512bw,avx512bf16,fma,prefer-vector-width=512"
#define ADAPLENS_TILE [[gnu::always_inline, gnu::target(ADAPLENS_BFLOAT16)]] inline
#include "core/kernels/formats_p.h"
#include "core/kernels/trainedtiles_p.h"

namespace adaplens {

[[gnu::target(ADAPLENS_BFLOAT16)]] void forwardHeadBFloat16(const TrainedHead &head, TrainedScratch &scratch)
{
    forwardHeadIn<BFloat16>(head, scratch);
}

[[gnu::target(ADAPLENS_BFLOAT16)]] void backwardHeadBFloat16(const TrainedHead &head, TrainedScratch &scratch)
{
    backwardHeadIn<BFloat16>(head, scratch);
}

} // namespace adaplens

#endif
