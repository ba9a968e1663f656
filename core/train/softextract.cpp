// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/softextract_p.h"

#include "core/encoder/tensorvalues_p.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace adaplens {

at::Tensor significanceRanks(const at::Tensor &received, const Layout &layout)
{
    std::vector<float> significance = valuesOf(received);
    for (float &value : significance) {
        value = std::isnan(value) ? 0 : value; // there is an order all the same; the loss tells of it
    }
    at::Tensor ranks = at::zeros({layout.rows()}, at::kLong);
    auto *rank = ranks.data_ptr<std::int64_t>();
    std::vector<std::int64_t> order;
    for (std::int64_t b = 0; b < layout.sequences(); ++b) {
        order.resize(static_cast<std::size_t>(std::max<std::int64_t>(layout.length(b) - 1, 0)));
        std::iota(order.begin(), order.end(), layout.begin(b) + 1); // all but [CLS]
        std::ranges::stable_sort(order, std::ranges::greater(),
                                 [&](std::int64_t row) { return significance[static_cast<std::size_t>(row)]; });
        for (std::size_t k = 0; k < order.size(); ++k) {
            rank[order[k]] = static_cast<std::int64_t>(k) + 1;
        }
    }
    return ranks.to(received.device());
}

ExtractPass runSoftExtract(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                           const at::Tensor &retention, const PassOptions &options)
{
    const Layout &layout = batch.layout;
    ExtractPass pass;
    double kept = 0;
    at::Tensor rows = embed(weights, info, batch, options);
    for (std::size_t l = 0; l < weights.layers.size(); ++l) {
        at::Tensor received;
        rows = runAttention(weights.layers[l], info, rows, layout, options, {}, nullptr, &received);
        const at::Tensor factors =
            retention[static_cast<std::int64_t>(l)].index_select(0, significanceRanks(received, layout));
        kept += factors.mean().item<double>() / static_cast<double>(weights.layers.size());
        rows = runFeedForward(weights.layers[l], info, rows * factors.unsqueeze(1), options);
    }
    pass.kept = kept;
    pass.logits = classify(weights, rows, layout, options);
    return pass;
}

at::Tensor retentionMass(const at::Tensor &retention)
{
    const at::Tensor weights = at::arange(1, retention.size(0) + 1, retention.options().requires_grad(false));
    return (weights * retention.sum(1)).sum();
}

std::vector<std::size_t> configurationOf(const at::Tensor &retention)
{
    const at::Tensor sums = retention.detach().cpu().to(at::kDouble).sum(1);
    std::vector<std::size_t> configuration;
    for (std::int64_t l = 0; l < sums.size(0); ++l) {
        const std::size_t kept = std::max<std::size_t>(1, static_cast<std::size_t>(sums[l].item<double>()));
        configuration.push_back(configuration.empty() ? kept : std::min(kept, configuration.back()));
    }
    return configuration;
}

} // namespace adaplens
