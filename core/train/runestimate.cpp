// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runestimate.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace adaplens {

RunEstimate::RunEstimate(const TrainConfig &config, const std::vector<std::string> &steps)
{
    for (const TrainStepInfo &known : trainSteps()) {
        if (std::ranges::find(steps, known.name) == steps.end()) {
            continue;
        }
        const auto found = config.steps.find(known.name);
        const auto settings = nlohmann::json::parse(found == config.steps.end() ? "{}" : found->second);
        m_steps.push_back({known.name, settings.value("epochs", 1.0), known.batchCost});
    }
}

void RunEstimate::add(const TrainProgress &at)
{
    ++m_seen[at.step];
    m_latest = at;
    if (at.epochs > 0) {
        m_batchesPerEpoch = static_cast<double>(at.total) / static_cast<double>(at.epochs);
    }
    // The progress tells no seconds a batch, but those of all that are left; of the last batch, nothing.
    const auto step = std::ranges::find(m_steps, at.step, &Step::name);
    if (const auto left = static_cast<double>(at.total - at.done); left > 0 && step != m_steps.end()) {
        m_secondsPerCost = at.secondsLeft / left / step->batchCost;
    }
}

std::optional<double> RunEstimate::secondsLeft() const
{
    if (!m_latest || m_seen.at(m_latest->step) < std::min(leastBatches, m_latest->total)) {
        return std::nullopt;
    }
    const auto now = std::ranges::find(m_steps, m_latest->step, &Step::name);
    if (now == m_steps.end()) {
        return m_latest->secondsLeft;
    }
    double seconds = m_latest->secondsLeft;
    for (auto later = now + 1; later != m_steps.end(); ++later) {
        seconds += later->epochs * m_batchesPerEpoch * later->batchCost * m_secondsPerCost;
    }
    return seconds;
}

} // namespace adaplens
