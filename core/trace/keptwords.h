// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/place.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace adaplens {

/// Whether two analyses are of the same text, so that places in it mean the same in both. A second text may be left out
/// by a model that reads one alone.
[[nodiscard]] bool ofSameText(const Trace &first, const Trace &second);

/// How many layers leave some piece of each place, counted from the first; empty where the trace has read nothing of it.
[[nodiscard]] std::vector<std::optional<std::size_t>> layersKeeping(const Trace &trace,
                                                                    std::span<const TextPlace> places);
/// Whether a place that so many layers keep is still there once layer `layer` has run, or the last one where the model has
/// fewer.
[[nodiscard]] bool isKeptAfter(const Trace &trace, std::size_t layersKeeping, std::size_t layer);

/// Which words of one text two analyses keep once a layer has run, however their models cut it into pieces. The words are
/// those of the first analysis that the second has read, too; special tokens are none.
struct KeptWords {
    std::size_t words = 0;
    std::vector<TextPlace> both, onlyFirst, onlySecond; ///< in the order of the text
};
/// Empty where the analyses are not of the same text.
[[nodiscard]] KeptWords keptWords(const Trace &first, const Trace &second, std::size_t layer);

/// Where a column of the token map comes from; that of a special token as placeOf() has it.
[[nodiscard]] TextPlace placeOf(const Trace &trace, const Column &column);

} // namespace adaplens
