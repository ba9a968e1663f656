// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"
#include "core/sweep/calibrate.h"
#include "core/sweep/splits.h"
#include "core/sweep/sweep.h"
#include "core/sweep/sweepconfig.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// How far a sweep has come.
struct SweepProgress {
    std::string what = {};                  ///< the point that is measured, or the model that is trained with its step
    std::size_t done = 0, total = 0;        ///< passes over examples of all points to come, or of a training batches
    std::optional<double> secondsLeft = {}; ///< empty while unknown, as it is with models still to be trained
};

struct SweepOptions {
    std::filesystem::path out = {}; ///< folder of the results
    std::string data = {};          ///< name of the set
    std::vector<SweepSplit> splits = {};
    std::vector<std::string> methods = {}; ///< of sweepMethods() and those that models have; empty = all
    SweepConfig models = {};
    std::filesystem::path plain = {}; ///< the model "bert"; empty = the plain twin of the first model that has one
    std::vector<double> scales = scalesBetween(0.25, 4, 5); ///< of thresholds, where a model does not say
    std::string f1Label = {};                               ///< also measure F1 of this class; empty = accuracy alone
    Protocol protocol = Protocol::Head512;
    std::size_t maxLength = 0; ///< pieces; 0 = as many as the models read
    std::size_t batch = 32;
    Precision precision = Precision::Float32;
    BootstrapOptions bootstrap = {}; ///< its seed is that of the random floor, too
    bool restart = false;            ///< results that are there are measured anew
    std::function<void(const SweepProgress &)> progress = {};
};

/// "bert", the methods that training knows, and the floors.
[[nodiscard]] std::vector<std::string> sweepMethods();

/// Measures operating points into options.out: each in a file of its own below `points/` as soon as it is known, all of
/// them in sweep.json, sweep.csv and sweep.md after each; models that are trained go to `models/`. What is there from
/// an earlier call is not done again. The floors run at the budgets of the first model that drops tokens. A point whose
/// model cannot be had says why; the others go on. Empty = cancelled. Throws Error where nothing can be measured, or the
/// folder holds results that were made otherwise.
[[nodiscard]] std::optional<Sweep> runSweep(const SweepOptions &options, std::stop_token stop = {});

} // namespace adaplens
