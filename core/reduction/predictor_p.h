// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"

#include <string>
#include <vector>

namespace adaplens {

/// A small network that gives each token a number, H -> c -> 1: AdapLeR's contribution predictors (c = 32), TR-BERT's
/// selectors.
struct PredictorWeights {
    Linear dense, score;
};

/// Its four tensors, "NAME.dense.weight" [c, H], "NAME.dense.bias", "NAME.score.weight" [1, c], "NAME.score.bias".
void addPredictor(const std::string &name, std::size_t hidden, std::size_t width, std::vector<TensorSpec> &specs);
/// Handles of those in Weights::rule.
[[nodiscard]] PredictorWeights predictorNamed(const Weights &weights, const std::string &name);
/// One of them as training starts from it: weights N(0, 0.02), cut at two deviations, biases 0. Source: Modarressi et
/// al. 2022.
[[nodiscard]] at::Tensor initialPredictor(const TensorSpec &spec, at::Generator &generator);

/// [rows]: Linear(c -> 1)(GELU(Linear(H -> c)(h))), in the type of the rows.
[[nodiscard]] at::Tensor predictorLogits(const PredictorWeights &predictor, const at::Tensor &rows);
/// Its operations on so many tokens, 2 H c + 2 c each; 64 H + 64 at c = 32.
[[nodiscard]] double predictorOperations(std::size_t hidden, std::size_t width, double tokens);

} // namespace adaplens
