// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"
#include "core/kernels/precision.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

/// What a model says of one labelled text: a row of the data-set browser.
struct TextEvaluation {
    std::size_t predicted = 0;      ///< class of the reduced model; of a long text the mean of its windows
    double probability = 0;         ///< of that class
    double speedup = 1;             ///< exact operations, plain / reduced, sums over the windows
    std::optional<double> ap;       ///< of the model's own scores, mean over layers and windows with a rationale
    std::size_t windows = 1;        ///< parts in which the text was read
    std::size_t windowsWithout = 0; ///< of these without, or wholly within, a rationale: not in `ap`
    std::string failure;            ///< why there is no evaluation; empty if there is
};

/// Computes them, on the thread of the run. Empty = stopped. Throws adaplens::Error.
using TextEvaluator = std::function<std::optional<TextEvaluation>(const adaplens::Example &, const std::stop_token &)>;

/// Opens a model folder in a precision; called on the worker's thread. Throws adaplens::Error.
using TextEvaluatorLoader = std::function<TextEvaluator(const std::filesystem::path &folder,
                                                        adaplens::Precision precision, const std::stop_token &stop)>;

/// The one of the program: a Classifier of its own. Windows and means are those of `windows-pieces` agreement.
[[nodiscard]] TextEvaluatorLoader classifierEvaluator();
