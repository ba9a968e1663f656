// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// Guesses how long a whole run still takes. Of the step under way by its own progress; of those to come by their epochs
/// and by what a batch has taken, dearer or cheaper as the steps are.
class RunEstimate {
public:
    static constexpr std::int64_t leastBatches = 20; ///< before that the first, slow ones would count too much

    /// The steps that the run does, in order.
    RunEstimate(const TrainConfig &config, const std::vector<std::string> &steps);

    void add(const TrainProgress &at);
    /// Empty until enough batches were seen.
    [[nodiscard]] std::optional<double> secondsLeft() const;

private:
    struct Step {
        std::string name;
        double epochs = 1, batchCost = 1;
    };

    std::vector<Step> m_steps;
    std::map<std::string, std::int64_t> m_seen; ///< batches
    std::optional<TrainProgress> m_latest;
    double m_secondsPerCost = 0; ///< of a batch of cost 1
    double m_batchesPerEpoch = 0;
};

} // namespace adaplens
