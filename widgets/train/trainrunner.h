// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// A run of training as it is asked for.
struct TrainRequest {
    adaplens::TrainConfig config;
    std::string method;
    adaplens::Existing existing = adaplens::Existing::Refuse;
};

/// Does the work, on the thread of the run; calls `plan` with the steps that it is going to do. Throws adaplens::Error.
using TrainRunner = std::function<adaplens::TrainReport(
    const TrainRequest &, const std::function<void(const std::vector<std::string> &)> &plan,
    const std::function<void(const adaplens::TrainProgress &)> &progress, std::stop_token stop)>;

/// The runner of the program: the engine of `adaplens-cli train`.
[[nodiscard]] TrainRunner engineRunner();
