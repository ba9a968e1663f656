// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace adaplens {

/// Some queries of one head of one sequence.
struct HeadTask {
    const float *projected;    ///< first row of the sequence
    std::int64_t n, head;      ///< tokens; which head
    std::int64_t first, last;  ///< queries to answer
    std::int64_t hidden, size; ///< H; values of a head
    float *context;            ///< first row of the sequence
    double *received;          ///< [n] zeros: what the keys receive from these queries; null where nobody asks
};

/// One thread's room for a head, in words of one float32 or two bfloat16.
struct HeadScratch {
    std::vector<float> keys, values, query, scores;
    void fit(std::size_t ofKeys, std::size_t ofValues, std::size_t ofQuery, std::size_t ofScores)
    {
        const auto grow = [](std::vector<float> &v, std::size_t count) { v.resize(std::max(v.size(), count)); };
        grow(keys, ofKeys);
        grow(values, ofValues);
        grow(query, ofQuery);
        grow(scores, ofScores);
    }
};

#ifdef ADAPLENS_X86
/// For processors with Instructions::bfloat16.
void attendHeadBFloat16(const HeadTask &task, HeadScratch &scratch);
#endif

} // namespace adaplens
