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

at::Tensor TaskLoss::operator()(const at::Tensor &logits, const Batch &batch) const
{
    const SampleSet &set = m_run.sets[batch.set];
    const at::Tensor hard = crossEntropy(logits, labelsOf(set.train, batch.samples, m_run.device()), m_classWeights);
    const double share = shareOf(set);
    if (share == 0) {
        return hard;
    }
    std::vector<at::Tensor> rows;
    for (const std::size_t i : batch.samples) {
        rows.push_back(m_twinLabels[batch.set][i]);
    }
    const at::Tensor soft = -(at::stack(rows).to(m_run.device()) * at::log_softmax(logits, 1)).sum(1).mean();
    return (1 - share) * hard + share * soft;
}

} // namespace adaplens
