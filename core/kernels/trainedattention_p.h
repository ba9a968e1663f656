// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/trainedattention.h"

#include <vector>

namespace adaplens {

/// One head of one sequence.
struct TrainedHead {
    const TrainedAttention *of;
    std::int64_t begin, n, head;   ///< first row and tokens of the sequence; which head
    std::int64_t stride;           ///< places of dropout that a query takes
    std::uint16_t *context;        ///< forward: [rows, H]
    double *received;              ///< forward: [heads, rows] zeros, or null
    const std::uint16_t *gradient; ///< backward, with the next two
    std::uint16_t *ofProjected;
    float *ofKeyBias; ///< [heads, rows], or null
};

/// One thread's room for a head.
struct TrainedScratch {
    std::vector<float> keys, values, keyPairs, valuePairs, bias, query, gradient, scores, slopes, rows, ofKeys,
        ofValues, ofBias;
};

#ifdef ADAPLENS_X86
/// For processors with Instructions::bfloat16.
void forwardHeadBFloat16(const TrainedHead &head, TrainedScratch &scratch);
void backwardHeadBFloat16(const TrainedHead &head, TrainedScratch &scratch);
#endif

} // namespace adaplens
