// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/attention.h"

#include "core/kernels/share_p.h"

#define ADAPLENS_TILE ADAPLENS_INLINE
#include "core/kernels/attentiontiles_p.h"
#include "core/kernels/formats_p.h"

#include <utility>

namespace adaplens {

namespace {

using Attend = void (*)(const HeadTask &, HeadScratch &);

Attend kernelFor([[maybe_unused]] Precision precision)
{
    static const Attend exact = ForProcessor<attendHeadIn<Float32>>::chosen();
#ifdef ADAPLENS_X86
    static const bool rounds = instructions().bfloat16;
    if (precision != Precision::Float32 && rounds) {
        return attendHeadBFloat16;
    }
#endif
    return exact;
}

/// Queries of a task: a long sequence is cut into parts where threads could not share its heads evenly. Each part
/// turns the keys anew.
std::int64_t partOf(std::int64_t n, std::int64_t heads)
{
    constexpr std::int64_t each = 4; ///< tasks of a thread
    constexpr std::int64_t least = 128;
    const std::int64_t threads = omp_in_parallel() != 0 ? 1 : omp_get_max_threads();
    const std::int64_t parts = (each * threads + heads - 1) / heads;
    return std::max(least, roundUp((n + parts - 1) / parts, queries));
}

/// Adds up what the heads and parts of each sequence gave its tokens.
void addReceived(const std::vector<HeadTask> &tasks, std::int64_t heads, const float *projected, float *received)
{
    for (auto first = tasks.begin(); first != tasks.end();) {
        const auto end =
            std::find_if(first, tasks.end(), [&](const HeadTask &task) { return task.projected != first->projected; });
        float *sequence = received + (first->projected - projected) / (3 * first->hidden);
        for (std::int64_t i = 0; i < first->n; ++i) {
            double sum = 0;
            for (auto task = first; task != end; ++task) {
                sum += task->received[i];
            }
            sequence[i] = static_cast<float>(sum / static_cast<double>(heads));
        }
        first = end;
    }
}

} // namespace

void raggedAttention(const float *projected, std::span<const std::int64_t> offsets, std::int64_t heads,
                     std::int64_t hidden, float *context, Precision precision, float *received)
{
    const std::int64_t size = hidden / heads;
    constexpr std::int64_t copying = 64; // what laying out its key and copying take, in sums of each token
    std::vector<HeadTask> tasks;
    std::int64_t work = 0;
    std::vector<double> sums; // what the keys of each task receive, one after another
    for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
        const std::int64_t begin = offsets[b], n = offsets[b + 1] - begin, most = partOf(n, heads);
        work += (2 * n * n + copying * n) * hidden;
        for (std::int64_t h = 0; h < heads; ++h) {
            for (std::int64_t first = 0; first < n; first += most) {
                tasks.push_back({projected + begin * 3 * hidden, n, h, first, std::min(first + most, n), hidden, size,
                                 context + begin * hidden, nullptr});
            }
        }
    }
    if (received != nullptr) {
        std::size_t places = 0;
        for (const HeadTask &task : tasks) {
            places += static_cast<std::size_t>(task.n);
        }
        sums.resize(places);
        double *next = sums.data();
        for (HeadTask &task : tasks) {
            task.received = std::exchange(next, next + task.n);
        }
    }
    const Attend run = kernelFor(precision);
    const auto count = static_cast<std::int64_t>(tasks.size());
    constexpr std::int64_t many = 64;
    const std::int64_t chunk = count < many ? 1 : 4;
#pragma omp parallel if (work >= worthThreads)
    {
        thread_local HeadScratch scratch;
#pragma omp for schedule(dynamic, chunk)
        for (std::int64_t i = 0; i < count; ++i) {
            run(tasks[static_cast<std::size_t>(i)], scratch);
        }
    }
    if (received != nullptr) {
        addReceived(tasks, heads, projected, received);
    }
}

} // namespace adaplens
