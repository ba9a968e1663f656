// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace adaplens {

/// P-value of "the mean loss is above `alpha`" for `n` independent losses in [0, 1] that add up to `sum`: the smaller of
/// Hoeffding's exp(-n h1(min(mean, alpha), alpha)), h1(a, b) = a ln(a / b) + (1 - a) ln((1 - a) / (1 - b)), and Bentkus's
/// e P(Binomial(n, alpha) <= ceil(sum)). `alpha` lies between 0 and 1; without losses it is 1. Source: Bates et al., JACM
/// 2021, section 3.1; as a p-value Angelopoulos et al., "Learn then Test", 2021, proposition 1.
[[nodiscard]] double hoeffdingBentkus(double sum, std::size_t n, double alpha);

/// P(Binomial(n, p) <= k), p between 0 and 1.
[[nodiscard]] double binomialTail(std::size_t k, std::size_t n, double p);

/// Tests hypotheses one after the other until one is not rejected: how many are, at the level `delta`. Whatever the
/// truth, a true one is among them with a probability of at most `delta`, for only the first true one can be the first
/// mistake.
[[nodiscard]] std::size_t fixedSequence(std::span<const double> pValues, double delta);

/// The smallest number of examples at which losses of 0 or 1, a share `rate` of them 1 (rounded up to a whole one), have
/// a p-value of at most `delta`. Empty where that takes more than a thousand million, or `rate` is not below `alpha`.
[[nodiscard]] std::optional<std::size_t> examplesNeeded(double rate, double alpha, double delta);

} // namespace adaplens
