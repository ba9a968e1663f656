// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <cstddef>
#include <span>

namespace adaplens {

/// Decisions to keep or drop a token at a layer that two passes over the same texts both face: those on tokens that
/// have reached the layer in both. [CLS], which always stays, is none.
struct DecisionCount {
    std::size_t faced = 0;
    std::size_t differing = 0; ///< kept in one, dropped in the other
};

/// Adds the decisions of one text; `a` and `b` are the layers of its two passes.
void countDecisions(std::span<const LayerTrace> a, std::span<const LayerTrace> b, DecisionCount &count);

} // namespace adaplens
