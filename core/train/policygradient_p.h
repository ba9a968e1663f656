// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/encoder_p.h"
#include "core/encoder/weights_p.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace adaplens {

/// Learning of selectors by REINFORCE: several passes of a text with tokens kept at random, each with its reward. Source:
/// Ye et al., TR-BERT, NAACL 2021, section 3, and its published code.

/// The tokens that a selector decides about, of S samples of B texts: sequence s * B + b is sample s of text b.
struct SelectorView {
    std::size_t selector = 0; ///< counted from 0
    const Layout &layout;
    std::span<const float> probabilities;  ///< [rows], to be kept
    std::span<const std::uint32_t> pieces; ///< [rows], which piece of its text each row is
};
/// The decision, [rows]: 1 = stays. Of a [CLS], which always does, it may be anything.
using ChooseTokens = std::function<std::vector<std::uint8_t>(const SelectorView &)>;

/// Draws each token with its own probability, from LibTorch's generator.
[[nodiscard]] std::vector<std::uint8_t> drawTokens(const SelectorView &view);
/// Lets the first sample of each text keep as many tokens as its probabilities sum to, rounded, [CLS] not counted, of
/// those that a ranking has highest; of equal ones the earlier. `ranking`: a score of each piece of each text, [B][n].
void imitate(const SelectorView &view, std::span<const std::vector<float>> ranking, std::vector<std::uint8_t> &kept);

/// What one selector did in the samples.
struct SelectorDraw {
    Layout layout;                  ///< of the tokens that it decided about
    at::Tensor logits;              ///< [rows], of the probabilities to be kept; differentiable
    std::vector<std::uint8_t> kept; ///< [rows]; 1 for each [CLS]
};

/// S forward passes of each of B texts, tokens really removed.
struct SampledPass {
    std::vector<SelectorDraw> selectors;
    std::vector<std::vector<double>> shares; ///< [selector][S B]: tokens kept, as a share of the text's
    double places = 1;                       ///< share of the token places of all layers that were run
    at::Tensor logits;                       ///< [S B, K]
};

struct SampledOptions {
    PassOptions pass;
    std::size_t samples = 8;
    bool frozen = false; ///< no gradient through encoder and classifier; only the selectors follow the policy loss
};

/// Runs the samples of a batch as one ragged batch; up to the first selector they are the same and run once.
/// Differentiable in all weights, or in the selectors' alone. The model has TR-BERT's rule and a selector at least.
[[nodiscard]] SampledPass runSampled(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                                     const SampledOptions &options, const ChooseTokens &choose);

/// [S B], double: - loss - alpha * (mean over the selectors of the share kept). `losses`: [S B], of each pass.
[[nodiscard]] at::Tensor rewardsOf(const SampledPass &pass, const at::Tensor &losses, double alpha);

/// sum over the selectors of the mean over the samples of (reward - mean reward of the text's samples) * (mean over the
/// tokens decided about of -log p(decision)); [CLS], kept with probability 1, adds 0 to the latter's sum. A scalar whose
/// gradient estimates that of the reward, downhill.
[[nodiscard]] at::Tensor policyLoss(const SampledPass &pass, const at::Tensor &rewards, std::size_t samples);

/// Entropy of the decisions in bits, their mean; [CLS] left out. Near 0 the policy no longer tries anything.
[[nodiscard]] double meanEntropy(const SampledPass &pass);

} // namespace adaplens
