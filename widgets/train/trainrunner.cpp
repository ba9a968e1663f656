// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/trainrunner.h"

#include "core/machine/runtime.h"

#include <utility>

TrainRunner engineRunner()
{
    return [](const TrainRequest &request, const std::function<void(const std::vector<std::string> &)> &plan,
              const std::function<void(const adaplens::TrainProgress &)> &progress, std::stop_token stop) {
        /// The threads that a stored configuration asks for are this run's, and not the window's from then on.
        struct Threads {
            ~Threads() { adaplens::setThreads(0); }
        } const after;
        const std::vector<std::string> steps = adaplens::stepsToRun(request.config, request.method);
        plan(steps);
        return adaplens::train(request.config, steps, request.existing, progress, std::move(stop));
    };
}
