// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/runlog.h"

#include <cstddef>
#include <optional>
#include <vector>

/// An epoch of a run that has been scored, and where it lies in the batches of all steps.
struct RunEpoch {
    const adaplens::StepRecord *step = nullptr;
    const adaplens::EpochResult *result = nullptr;
    double begin = 0, end = 0; ///< batches of the whole run before and after it
    bool chosen = false;
};

/// The epochs of all steps, in order. They point into the record.
[[nodiscard]] inline std::vector<RunEpoch> epochsOf(const adaplens::RunRecord &record)
{
    std::vector<RunEpoch> epochs;
    double before = 0;
    for (const adaplens::StepRecord &step : record.steps) {
        double begin = before;
        for (std::size_t e = 0; e < step.results.size(); ++e) {
            const double end = before + static_cast<double>(step.ends[e]);
            epochs.push_back(
                {&step, &step.results[e], begin, end, step.report && step.report->chosen == step.results[e].epoch});
            begin = end;
        }
        before += static_cast<double>(step.batches);
    }
    return epochs;
}
