// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/method.h"
#include "core/model/classifier.h"
#include "core/trace/trace.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// What a contribution score is at layers after the one that dropped the token.
enum class DroppedScore { Zero, LastSeen };

struct AttributionOptions {
    std::vector<ScoreMethod> methods = {};
    bool raw = false; ///< contribution: the predictor's own softmax instead of what the keep rule compares
    DroppedScore dropped = DroppedScore::Zero;
    bool fromAdapler = false; ///< attention and gradients from the AdapLeR weights (nothing dropped), not from the twin
    /// Class whose logit or probability is explained; empty = the one that the model explained predicts.
    std::optional<std::size_t> target = {};
    std::uint64_t seed = 0; ///< of the random scores
    std::size_t steps = 50; ///< of integrated gradients
    /// Called for the slow methods with (done, total) passes, on the calling thread.
    std::function<void(std::size_t, std::size_t)> progress = {};
};

/// Scores of one method for one encoded text. Attention, rollout, saliency and random scores sum to 1 in each layer;
/// contributions do over the tokens alive. Integrated gradients are in logits, leave-one-out in probability, both
/// signed.
struct TokenScores {
    ScoreMethod method = ScoreMethod::Contribution;
    std::string source; ///< "AdapLeR model", "PoWER-BERT model", .., "plain twin" or "same weights"; empty for random
    std::optional<std::size_t> target; ///< the class that gradients and probabilities are of
    std::vector<std::vector<float>>
        layers;                         ///< [L][n], or [1][n] where the method has no layers; special pieces included;
                                        ///< signed where the method is
    std::optional<double> completeness; ///< integrated gradients: |sum of scores - (f(x) - f(baseline))|
};

/// Everything that the methods asked for say about one encoded text; passes over the model are shared between them.
struct Attribution {
    std::vector<TokenScores> scores;             ///< in the order asked for
    Prediction reduced, plain;                   ///< with tokens removed; of the plain twin
    std::vector<std::vector<std::uint8_t>> kept; ///< [L][n]: 1 = alive after layer l's drop; all 1 for a plain model
    double flopsPlain = 0, flopsReduced = 0;     ///< exact operations of the two passes
};

/// Scores one encoded text. A model's own scores asked of one that drops nothing throw Error. Empty = stopped.
[[nodiscard]] std::optional<Attribution> attribute(Classifier &classifier, const Encoding &encoding,
                                                   const AttributionOptions &options, std::stop_token stop = {});

/// Seconds that attribute() will need on this machine, from a short measurement of one pass over `encoding`.
[[nodiscard]] double estimateSeconds(Classifier &classifier, const Encoding &encoding,
                                     const AttributionOptions &options);

} // namespace adaplens
