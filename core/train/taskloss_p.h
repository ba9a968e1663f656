// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/run_p.h"

#include <vector>

namespace adaplens {

/// Cross-entropy of a batch with its labels, with the twin's probabilities (soft labels), or a share of each: the task
/// loss of the methods that come after fine-tuning.
class TaskLoss {
public:
    /// `softLabels`: share of the twin's soft labels, 0 to 1. Where it is above 0, and for sentences that the twin
    /// labelled, computes them for all training examples: its hard label says no more than its probabilities do.
    /// The fine-tuned model must be there.
    TaskLoss(const Run &run, double softLabels);

    /// `logits`: [B, K], of the batch's samples, or of several passes over them, one pass after another. The loss of each
    /// row, differentiable.
    [[nodiscard]] at::Tensor each(const at::Tensor &logits, const Batch &batch) const;
    /// Their mean, a scalar.
    [[nodiscard]] at::Tensor operator()(const at::Tensor &logits, const Batch &batch) const
    {
        return each(logits, batch).mean();
    }

private:
    [[nodiscard]] double shareOf(const SampleSet &set) const;

    const Run &m_run;
    double m_softLabels;
    at::Tensor m_classWeights;                         ///< [K] or undefined
    std::vector<std::vector<at::Tensor>> m_twinLabels; ///< [set][sample] of [K], where wanted
};

} // namespace adaplens
