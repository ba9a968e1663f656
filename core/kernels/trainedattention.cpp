// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/trainedattention.h"

#include "core/kernels/share_p.h"

#define ADAPLENS_TILE ADAPLENS_INLINE
#include "core/kernels/formats_p.h"
#include "core/kernels/trainedtiles_p.h"

namespace adaplens {

namespace {

using Run = void (*)(const TrainedHead &, TrainedScratch &);

Run forwardKernel()
{
#ifdef ADAPLENS_X86
    if (instructions().bfloat16) {
        return forwardHeadBFloat16;
    }
#endif
    return ForProcessor<forwardHeadIn<Float32>>::chosen();
}

Run backwardKernel()
{
#ifdef ADAPLENS_X86
    if (instructions().bfloat16) {
        return backwardHeadBFloat16;
    }
#endif
    return ForProcessor<backwardHeadIn<Float32>>::chosen();
}

/// Each head of each sequence, a task of its own, by `run`.
void forEachHead(const TrainedAttention &of, const TrainedHead &like, Run run)
{
    std::int64_t longest = 0, work = 0;
    for (std::size_t b = 0; b + 1 < of.offsets.size(); ++b) {
        const std::int64_t n = of.offsets[b + 1] - of.offsets[b];
        longest = std::max(longest, n);
        work += n * n * of.hidden;
    }
    std::vector<TrainedHead> tasks;
    for (std::size_t b = 0; b + 1 < of.offsets.size(); ++b) {
        for (std::int64_t h = 0; h < of.heads && of.offsets[b + 1] > of.offsets[b]; ++h) {
            TrainedHead &task = tasks.emplace_back(like);
            task.of = &of;
            task.begin = of.offsets[b];
            task.n = of.offsets[b + 1] - task.begin;
            task.head = h;
            task.stride = dropoutStride(longest);
        }
    }
    const auto count = static_cast<std::int64_t>(tasks.size());
#pragma omp parallel if (work >= worthThreads && omp_in_parallel() == 0)
    {
        thread_local TrainedScratch scratch;
#pragma omp for schedule(dynamic, 2)
        for (std::int64_t i = 0; i < count; ++i) {
            run(tasks[static_cast<std::size_t>(i)], scratch);
        }
    }
}

} // namespace

void attentionForward(const TrainedAttention &task, std::uint16_t *context, float *received)
{
    static const Run run = forwardKernel();
    const auto rows = static_cast<std::size_t>(task.offsets.back()), heads = static_cast<std::size_t>(task.heads);
    std::vector<double> ofHeads(received != nullptr ? heads * rows : 0);
    TrainedHead head{};
    head.context = context;
    head.received = received != nullptr ? ofHeads.data() : nullptr;
    forEachHead(task, head, run);
    for (std::size_t r = 0; received != nullptr && r < rows; ++r) {
        double sum = 0;
        for (std::size_t h = 0; h < heads; ++h) {
            sum += ofHeads[h * rows + r];
        }
        received[r] = static_cast<float>(sum / static_cast<double>(heads));
    }
}

void attentionBackward(const TrainedAttention &task, const std::uint16_t *gradient, std::uint16_t *ofProjected,
                       float *ofKeyBias)
{
    static const Run run = backwardKernel();
    const std::int64_t rows = task.offsets.back();
    std::vector<float> ofHeads(ofKeyBias != nullptr ? static_cast<std::size_t>(task.heads * rows) : 0);
    TrainedHead head{};
    head.gradient = gradient;
    head.ofProjected = ofProjected;
    head.ofKeyBias = ofKeyBias != nullptr ? ofHeads.data() : nullptr;
    forEachHead(task, head, run);
    for (std::int64_t r = 0; ofKeyBias != nullptr && r < rows; ++r) {
        ofKeyBias[r] = 0;
        for (std::int64_t h = 0; h < task.heads; ++h) {
            ofKeyBias[r] += ofHeads[static_cast<std::size_t>(h * rows + r)];
        }
    }
}

} // namespace adaplens
