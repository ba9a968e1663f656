// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace adaplens {

/// Where the run of characters that begins at `begin` ends: byte pairs are merged within such runs only. One is, by
/// GPT-2's pattern (Radford et al. 2019), an ending of English with its apostrophe ("'ll"), else letters, numbers or
/// other signs, each with one space in front, else white space, but for its last character where something follows it.
[[nodiscard]] std::size_t endOfRun(std::u32string_view characters, std::size_t begin);

} // namespace adaplens
