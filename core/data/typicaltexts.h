// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"
#include "core/data/reader.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>

namespace adaplens {

/// What the texts of a data set are like, by its first ones.
struct TypicalTexts {
    std::size_t words = 0; ///< of a text (or both of a pair): the median, words being what white space separates
    bool pairs = false;    ///< most are pairs
};

/// How many are looked at.
inline constexpr std::size_t typicalSample = 50;

/// Of the first of these; nothing in an empty set.
[[nodiscard]] TypicalTexts typicalTexts(std::span<const Example *const> examples);
/// The same of a set that is read for it; labels do not matter. Empty = stopped, or there is nothing to see: no texts, or
/// a pipe, which can be read once only. Throws Error.
[[nodiscard]] std::optional<TypicalTexts> typicalTexts(const DataSource &source, const std::stop_token &stop);

} // namespace adaplens
