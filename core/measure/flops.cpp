// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/flops.h"

#include <cassert>

namespace adaplens {

namespace {

double layerFlops(const ModelInfo &model, double n)
{
    const auto h = static_cast<double>(model.hidden);
    const auto i = static_cast<double>(model.intermediate);
    return (8 * h * h + 4 * h * i) * n + 4 * h * n * n;
}

double headFlops(const ModelInfo &model)
{
    const auto h = static_cast<double>(model.hidden);
    return 2 * h * h + 2 * h * static_cast<double>(model.labels.size());
}

} // namespace

double flopsPlain(const ModelInfo &model, std::size_t tokens)
{
    return static_cast<double>(model.layers) * layerFlops(model, static_cast<double>(tokens)) + headFlops(model);
}

double flopsReduced(const ModelInfo &model, std::span<const std::uint32_t> alive)
{
    assert(alive.size() == model.layers + 1);
    // Dense H -> c and c -> 1: (2 H c + 2 c) for each token seen; 64 H + 64 at the published c = 32.
    const auto c = static_cast<double>(model.cpHidden);
    const double predictor = 2 * static_cast<double>(model.hidden) * c + 2 * c;
    double total = headFlops(model);
    for (std::size_t l = 0; l < model.layers; ++l) {
        total += predictor * alive[l] + layerFlops(model, alive[l + 1]);
    }
    return total;
}

} // namespace adaplens
