// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"
#include "core/encoder/weights_p.h"

#include <ATen/ATen.h>

#include <vector>

namespace adaplens {

/// What one layer of a soft pass decides; every tensor [B, longest] unless said otherwise, padded places 0.
struct SoftLayer {
    at::Tensor entering;  ///< m on entry, in [0, 1]; 1 for [CLS]
    at::Tensor raw;       ///< S: softmax of the CP's logits times m, renormalised
    at::Tensor adjusted;  ///< what is compared with the threshold
    at::Tensor threshold; ///< [B, 1] delta = eta / n
    at::Tensor penalty;   ///< e, what the layer adds to the attention bias
    at::Tensor length;    ///< [B] soft number of tokens after the layer's drop
};

/// A forward pass in which tokens fade instead of going. Source: the AdapLeR paper, section 3, and its published code.
struct SoftPass {
    std::vector<SoftLayer> layers;
    at::Tensor logits; ///< [B, K]
};

/// What soft removal of one pass depends on beside the weights.
struct SoftOptions {
    PassOptions pass;
    double lambda = 10;
    bool thetaForward = false;
    /// [L - 1] multipliers of [CLS]'s score, all 1: only their gradient is of use. Undefined = none.
    at::Tensor clsMultiplier;
};

/// Runs a batch with soft removal. Differentiable in the weights, eta and the multipliers.
[[nodiscard]] SoftPass runSoft(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                               const SoftOptions &options);

/// [rows, H] states entering the first layer -> [B, K] logits, nothing removed. Differentiable.
[[nodiscard]] at::Tensor runPlain(const Weights &weights, const ModelInfo &info, at::Tensor rows, const Layout &layout,
                                  const PassOptions &options);

/// L_CP = sum_l (L - l) mean_b w_bl KL(target_l || raw_l): how far the predictors are from the saliency targets.
/// `saliency`: [B, longest], sums to 1 over each example's tokens, padded places 0. Scalar.
[[nodiscard]] at::Tensor contributionLoss(const SoftPass &pass, const at::Tensor &saliency, const at::Tensor &theta);

/// sum_l of the soft lengths, mean over the batch: what L_speed weighs with phi. Scalar.
[[nodiscard]] at::Tensor lengthLoss(const SoftPass &pass);

/// [B]: w_{y_b} CE_b. `classWeights` [K] or undefined.
[[nodiscard]] at::Tensor crossEntropies(const at::Tensor &logits, const at::Tensor &labels,
                                        const at::Tensor &classWeights);
/// Their mean (by the number of examples, not by the sum of weights). Scalar.
[[nodiscard]] at::Tensor crossEntropy(const at::Tensor &logits, const at::Tensor &labels,
                                      const at::Tensor &classWeights);

/// Lambda of an epoch (counted from 0) of `epochs`: 10 * 10^epoch, 1e12 at most; 50 * 50^epoch for 3 epochs; 10 *
/// 3^epoch for 10.
[[nodiscard]] double lambdaAt(std::size_t epoch, std::size_t epochs);

/// Saliency targets of a batch before normalisation: || dz_y/dh^0 (x) h^0 ||_2 of each token, [rows].
/// `labels` [B]. Dropout off.
[[nodiscard]] at::Tensor saliencyTargets(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                                         const at::Tensor &labels, const PassOptions &options);

} // namespace adaplens
