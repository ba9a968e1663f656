// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/flops.h"

#include "core/encoder/operations.h"
#include "core/reduction/rule_p.h"

#include <cassert>

namespace adaplens {

double flopsPlain(const ModelInfo &model, std::size_t tokens)
{
    const auto n = static_cast<double>(tokens);
    return static_cast<double>(model.layers) * (attentionOperations(model, n) + feedForwardOperations(model, n)) +
           headOperations(model);
}

double flopsReduced(const ModelInfo &model, std::span<const std::uint32_t> alive)
{
    assert(alive.size() == model.layers + 1);
    return ruleOf(model).operations(model, alive) + headOperations(model);
}

double flopsPadded(const ModelInfo &model, std::span<const std::uint32_t> alive, std::size_t length)
{
    assert(alive.size() == model.layers + 1 && alive.front() <= length);
    return flopsReduced(model, ruleOf(model).padded(model, alive, static_cast<std::uint32_t>(length)));
}

} // namespace adaplens
