// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/optimiser_p.h"
#include "core/train/run_p.h"

#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// What a batch gives.
struct BatchResult {
    double loss = 0;                             ///< the task loss, for log and progress line
    std::optional<double> kept = {};             ///< share of token places kept
    OrderedJson details = OrderedJson::object(); ///< more figures for the log
    /// A list for each optimiser, parallel to its parameters; undefined where the batch does not depend on one.
    std::vector<std::vector<at::Tensor>> gradients = {};
};

/// What is learned in a step of training: its parameters with their optimisers, the loss of a batch, and what is to be
/// done after a batch or an epoch. All else (order, seeds, schedule, clipping, log, resume) is trainEpochs()'.
class TrainMethod {
public:
    virtual ~TrainMethod() = default;
    /// Whether sets labelled by the twin take part.
    [[nodiscard]] virtual bool usesTwinLabels() const { return false; }
    /// The same at every call; a resume point holds them.
    [[nodiscard]] virtual std::vector<AdamW *> optimisers() = 0;
    /// Forwards and backwards through a batch; changes no parameter.
    [[nodiscard]] virtual BatchResult backward(const Batch &batch, std::size_t epoch) = 0;
    /// After every step of the optimisers.
    virtual void afterStep() {}
    /// The model as it is now: stored and scored after each epoch.
    [[nodiscard]] virtual const Checkpoint &model() const = 0;
    /// The score that an epoch must reach to be chosen.
    [[nodiscard]] virtual double leastScore(const std::vector<EpochResult> &results) const
    {
        return bestScore(results);
    }
};

/// Trains for some epochs, from the step's resume point if there is one. Batches and all random numbers depend on the
/// seed and the step's name alone. Empty = cancelled (a resume point was written). Throws Error on a loss that is not a
/// number.
[[nodiscard]] std::optional<StepReport> trainEpochs(Run &run, const std::string &step, std::size_t epochs,
                                                    TrainMethod &method);

} // namespace adaplens
