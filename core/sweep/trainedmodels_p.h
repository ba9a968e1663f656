// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/plan_p.h"

#include <functional>
#include <stop_token>

namespace adaplens {

/// Trains the model of a plan below `out`/models/, or goes on where an earlier call was stopped; where it is trained
/// already nothing is done. Steps that the method needs are taken from SweepTraining::from if that run had the same
/// seed; else they are run once for each seed, in a folder that all models of the configuration share. Throws Error;
/// unwinds where it was stopped.
void trainModel(const PlannedModel &model, const std::filesystem::path &out,
                const std::function<void(const SweepProgress &)> &progress, const std::stop_token &stop);

} // namespace adaplens
