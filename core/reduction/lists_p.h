// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/io/jsonbinder_p.h"

#include <algorithm>
#include <string>
#include <vector>

namespace adaplens {

/// Throws the binder's Error where a list in a rule's settings has not one value for each layer, or one that does not
/// fit. `key` is what the file calls it, `what` are the values that `fits` accepts.
template <typename T, typename Fits>
void requireOnePerLayer(const JsonBinder &config, const std::string &key, const std::vector<T> &values,
                        const ModelInfo &info, Fits fits, const Message &what)
{
    if (values.size() != info.layers) {
        config.fail(key, message("%1 values were found, one for each of the %2 layers was expected", values.size(),
                                 info.layers));
    }
    if (!std::ranges::all_of(values, fits)) {
        config.fail(key, message("only %1 were expected", what));
    }
}

} // namespace adaplens
