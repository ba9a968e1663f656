// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/taskloss_p.h"

#include "core/train/softremoval_p.h"

#include <optional>

namespace adaplens {

TaskLoss::TaskLoss(const Run &run, double softLabels)
    : m_run(run), m_softLabels(softLabels), m_classWeights(run.classWeights()), m_twinLabels(run.sets.size())
{
    std::optional<Twin> twin; // read where it is needed, and once
    for (std::size_t s = 0; s < run.sets.size(); ++s) {
        if (shareOf(run.sets[s]) > 0) {
            if (!twin) {
                twin.emplace(run);
            }
            m_twinLabels[s] = twin->probabilities(run.sets[s].train, run.sets[s].batch);
        }
    }
}

double TaskLoss::shareOf(const SampleSet &set) const
{
    return set.twinLabelled ? 1.0 : m_softLabels;
}

at::Tensor TaskLoss::each(const at::Tensor &logits, const Batch &batch) const
{
    const SampleSet &set = m_run.sets[batch.set];
    const std::int64_t passes = logits.size(0) / static_cast<std::int64_t>(batch.samples.size());
    const double share = shareOf(set);
    const at::Tensor labels = labelsOf(set.train, batch.samples, m_run.device()).repeat({passes});
    const at::Tensor hard = crossEntropies(logits, labels, m_classWeights);
    if (share == 0) {
        return hard;
    }
    std::vector<at::Tensor> rows;
    for (const std::size_t i : batch.samples) {
        rows.push_back(m_twinLabels[batch.set][i]);
    }
    const at::Tensor twin = at::stack(rows).to(m_run.device()).repeat({passes, 1});
    return (1 - share) * hard - share * (twin * at::log_softmax(logits, 1)).sum(1);
}

} // namespace adaplens
