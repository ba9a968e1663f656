// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/reducer_p.h"

namespace adaplens {

std::optional<Decision> Reducer::beforeAttention(std::size_t, const at::Tensor &, const Layout &) const
{
    return std::nullopt;
}

std::optional<Decision> Reducer::afterAttention(std::size_t, const at::Tensor &, const Layout &) const
{
    return std::nullopt;
}

std::unique_ptr<Reducer> makeReducer(const Weights &weights, const ModelInfo &info)
{
    return weights.adaptive() ? makeAdapler(weights, info) : makeNone();
}

} // namespace adaplens
