// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rationale/bootstrap.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace adaplens {

namespace {

/// What one document brings to a mean.
struct Share {
    double sum = 0;
    std::size_t count = 0;
};

/// A number below `size`, each as likely. The distributions of the standard library differ between its makers.
std::size_t draw(std::mt19937_64 &random, std::size_t size)
{
    const std::uint64_t most = std::mt19937_64::max() - std::mt19937_64::max() % size;
    std::uint64_t number = random();
    while (number >= most)
        number = random();
    return number % size;
}

double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const double floor = std::floor(place);
    const auto low = static_cast<std::size_t>(floor);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (place - floor) * (sorted[high] - sorted[low]);
}

Interval bootstrap(const std::vector<Share> &shares, const BootstrapOptions &options)
{
    Interval result;
    result.level = options.level;
    const auto total = std::accumulate(shares.begin(), shares.end(), Share{}, [](Share a, const Share &b) {
        return Share{a.sum + b.sum, a.count + b.count};
    });
    if (total.count == 0)
        return result;
    result.mean = total.sum / static_cast<double>(total.count);
    result.low = result.high = result.mean;

    std::mt19937_64 random(options.seed);
    std::vector<double> means;
    means.reserve(options.resamples);
    for (std::size_t r = 0; r < options.resamples; ++r) {
        Share drawn;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const Share &share = shares[draw(random, shares.size())];
            drawn.sum += share.sum;
            drawn.count += share.count;
        }
        if (drawn.count > 0) // documents without a value may be all that was drawn
            means.push_back(drawn.sum / static_cast<double>(drawn.count));
    }
    result.resamples = means.size();
    if (means.empty())
        return result;
    std::ranges::sort(means);
    result.low = quantile(means, (1 - options.level) / 2);
    result.high = quantile(means, (1 + options.level) / 2);
    return result;
}

} // namespace

Interval bootstrapMean(std::span<const double> values, const BootstrapOptions &options)
{
    std::vector<Share> shares;
    shares.reserve(values.size());
    for (const double value : values)
        shares.push_back({value, 1});
    return bootstrap(shares, options);
}

Interval bootstrapMean(std::span<const double> values, std::span<const std::size_t> documents,
                       const BootstrapOptions &options)
{
    assert(values.size() == documents.size());
    std::vector<Share> shares;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (documents[i] >= shares.size())
            shares.resize(documents[i] + 1);
        shares[documents[i]].sum += values[i];
        ++shares[documents[i]].count;
    }
    return bootstrap(shares, options);
}

} // namespace adaplens
