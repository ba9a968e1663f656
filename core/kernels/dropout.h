// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace adaplens {

/// Which values of a matrix are dropped in training, without storing it: a value's place and the seed say whether it
/// stays, forward and backward, whatever threads compute it. Of 65,536 equal chances the share p drops, rounded.
struct Dropout {
    std::uint64_t seed = 0;
    double p = 0;

    [[nodiscard]] std::uint32_t dropped() const
    {
        return static_cast<std::uint32_t>(std::lround(std::clamp(p, 0.0, 1.0) * chances));
    }
    /// What a value that stays is multiplied by.
    [[nodiscard]] float scale() const
    {
        const std::uint32_t left = static_cast<std::uint32_t>(chances) - dropped();
        return left == 0 ? 0.0F : static_cast<float>(chances / static_cast<double>(left));
    }
    /// 32 bits for two values; `word` counts such pairs. A multiplicative hash after Murmur3's finaliser, with the seed
    /// in two places.
    [[nodiscard]] std::uint32_t bitsOf(std::uint32_t word) const
    {
        std::uint32_t x = word * 0x9e3779b1U + static_cast<std::uint32_t>(seed);
        x ^= x >> 16U;
        x *= 0x85ebca6bU;
        x ^= x >> 13U;
        x += static_cast<std::uint32_t>(seed >> 32U);
        x *= 0xc2b2ae35U;
        return x ^ x >> 16U;
    }
    /// Whether the value at a place stays. In each 32 places the first 16 take the lower halves of 16 words, the others
    /// the upper ones. Rows of a matrix start at places divisible by 32.
    [[nodiscard]] bool keeps(std::uint64_t place) const
    {
        const std::uint32_t bits = bitsOf(static_cast<std::uint32_t>(place / 32 * 16 + place % 16));
        return (place % 32 < 16 ? bits & 0xffffU : bits >> 16U) >= dropped();
    }
    static constexpr double chances = 65536;
};

/// Places that a row of so many values takes.
[[nodiscard]] constexpr std::int64_t dropoutStride(std::int64_t values)
{
    return (values + 31) / 32 * 32;
}

} // namespace adaplens
