// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/riskcontrol.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace adaplens {

namespace {

/// ln P(Binomial(n, p) = k)
double logProbability(double k, double n, double p)
{
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p) +
           (n - k) * std::log1p(-p);
}

/// a ln(a / b), 0 at a = 0.
double divergence(double a, double b)
{
    return a > 0 ? a * std::log(a / b) : 0.0;
}

/// A sum of binomial probabilities from k away from the mean, as a multiple of the first: `ratio(k)` leads to the next.
template <typename Ratio>
double relativeSum(double k, double step, double last, Ratio ratio)
{
    double sum = 1, term = 1;
    for (; k != last && term > 1e-18 * sum; k += step) {
        term *= ratio(k);
        sum += term;
    }
    return sum;
}

} // namespace

double binomialTail(std::size_t k, std::size_t n, double p)
{
    if (k >= n) {
        return 1;
    }
    const auto count = static_cast<double>(n), at = static_cast<double>(k);
    const double odds = p / (1 - p);
    if (at < count * p) { // the probabilities fall from k downwards
        const double sum = relativeSum(at, -1, 0, [&](double i) { return i / ((count - i + 1) * odds); });
        return std::min(1.0, std::exp(logProbability(at, count, p)) * sum);
    }
    const double sum = relativeSum(at + 1, 1, count, [&](double i) { return (count - i) * odds / (i + 1); });
    return std::max(0.0, 1 - std::exp(logProbability(at + 1, count, p)) * sum);
}

double hoeffdingBentkus(double sum, std::size_t n, double alpha)
{
    if (n == 0) {
        return 1;
    }
    const auto count = static_cast<double>(n);
    const double mean = std::min(sum / count, alpha);
    const double hoeffding = std::exp(-count * (divergence(mean, alpha) + divergence(1 - mean, 1 - alpha)));
    const double bentkus = std::numbers::e * binomialTail(static_cast<std::size_t>(std::ceil(sum)), n, alpha);
    return std::min({1.0, hoeffding, bentkus});
}

std::size_t fixedSequence(std::span<const double> pValues, double delta)
{
    return static_cast<std::size_t>(std::ranges::find_if(pValues, [&](double p) { return !(p <= delta); }) -
                                    pValues.begin());
}

std::optional<std::size_t> examplesNeeded(double rate, double alpha, double delta)
{
    constexpr std::size_t most = 1'000'000'000;
    if (!(rate < alpha)) {
        return std::nullopt;
    }
    /// The smallest number at which `lost` losses pass; more examples only help. `most` where that is too few.
    const auto passesWith = [&](std::size_t lost) {
        std::size_t low = std::max<std::size_t>(lost, 1), high = most;
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (hoeffdingBentkus(static_cast<double>(lost), middle, alpha) <= delta) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    };
    if (rate <= 0) {
        const std::size_t n = passesWith(0);
        return n < most ? std::optional(n) : std::nullopt;
    }
    // Whether the most examples of which so many are lost at this rate are enough.
    const auto enough = [&](std::size_t lost) {
        // A little more than that many is a rounding of a rate that gives exactly as many.
        const double limit = static_cast<double>(lost) * (1 + 1e-12);
        if (rate * static_cast<double>(most) <= limit) {
            return true;
        }
        auto n = static_cast<std::size_t>(limit / rate);
        n -= n > 0 && rate * static_cast<double>(n) > limit ? 1 : 0;
        n += rate * static_cast<double>(n + 1) <= limit ? 1 : 0;
        return n >= std::max<std::size_t>(lost, 1) && hoeffdingBentkus(static_cast<double>(lost), n, alpha) <= delta;
    };
    // With more losses the share that passes comes closer to alpha: once it has reached the rate it stays there.
    std::size_t high = 0;
    while (!enough(high)) {
        if (rate * static_cast<double>(most) < static_cast<double>(high)) {
            return std::nullopt;
        }
        high = high == 0 ? 1 : 2 * high;
    }
    std::size_t low = high / 2;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (enough(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    const std::size_t n = passesWith(high);
    return n < most ? std::optional(n) : std::nullopt;
}

} // namespace adaplens
