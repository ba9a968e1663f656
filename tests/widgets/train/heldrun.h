// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/train/trainrunner.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

/// Stops the engine at a batch until somebody lets it go on, or it is asked to stop.
struct Hold {
    std::atomic<int> at = 0;   ///< the batch, counted over all runs from 1; 0 = none
    std::atomic<int> seen = 0; ///< batches so far
};

[[nodiscard]] inline TrainRunner heldRunner(std::shared_ptr<Hold> hold)
{
    return [hold = std::move(hold), engine = engineRunner()](
               const TrainRequest &request, const std::function<void(const std::vector<std::string> &)> &plan,
               const std::function<void(const adaplens::TrainProgress &)> &progress, const std::stop_token &stop) {
        return engine(
            request, plan,
            [&](const adaplens::TrainProgress &at) {
                progress(at);
                const int now = ++hold->seen;
                while (hold->at == now && !stop.stop_requested()) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
            },
            stop);
    };
}
