// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace adaplens {

/// The score by which it ranks: what is no number comes last.
[[nodiscard]] double ranked(double score);

/// [n] 1 for the `count` best; ties go to the earlier token, what is no number comes last.
[[nodiscard]] std::vector<std::uint8_t> selectTop(std::span<const double> scores, std::size_t count);
/// How many of `n` tokens a share is, rounded up.
[[nodiscard]] std::size_t countOfShare(double share, std::size_t n);

} // namespace adaplens
