// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/flops.h"

#include "core/encoder/operations.h"
#include "core/reduction/rule_p.h"

#include <algorithm>
#include <cassert>

namespace adaplens {

double flopsPlain(const ModelInfo &model, std::size_t tokens)
{
    const auto n = static_cast<double>(tokens);
    return static_cast<double>(model.layers) * (attentionOperations(model, n) + feedForwardOperations(model, n)) +
           embeddingOperations(model, n) + headOperations(model);
}

double flopsReduced(const ModelInfo &model, std::span<const std::uint32_t> alive)
{
    assert(alive.size() == model.layers + 1);
    return embeddingOperations(model, alive.front()) + ruleOf(model).operations(model, alive) + headOperations(model);
}

double flopsPadded(const ModelInfo &model, std::span<const std::uint32_t> alive, std::size_t length)
{
    assert(alive.size() == model.layers + 1 && alive.front() <= length);
    return flopsReduced(model, ruleOf(model).padded(model, alive, static_cast<std::uint32_t>(length)));
}

PaddedFlops flopsAllPadded(const ModelInfo &model, const ModelInfo &plain, std::span<const std::uint32_t> alive,
                           std::size_t least)
{
    const std::size_t width = model.layers + 1;
    PaddedFlops sums{.longest = least};
    for (std::size_t i = 0; i < alive.size(); i += width) {
        sums.longest = std::max<std::size_t>(sums.longest, alive[i]);
    }
    for (std::size_t i = 0; i < alive.size(); i += width) {
        sums.plain += flopsPlain(plain, sums.longest);
        sums.reduced += flopsPadded(model, alive.subspan(i, width), sums.longest);
    }
    return sums;
}

} // namespace adaplens
