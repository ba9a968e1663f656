// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/worse.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

namespace adaplens::test {

inline std::uint16_t rounded(float x)
{
    std::uint32_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    return static_cast<std::uint16_t>((bits + 0x7fffU + ((bits >> 16U) & 1U)) >> 16U);
}

inline float value(std::uint16_t half)
{
    const std::uint32_t bits = static_cast<std::uint32_t>(half) << 16U;
    float x = 0;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}

inline float value(float x)
{
    return x;
}

inline std::vector<float> normal(std::int64_t count, unsigned seed, float spread = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> draw(0, spread);
    std::vector<float> result(static_cast<std::size_t>(count));
    for (float &x : result) {
        x = draw(random);
    }
    return result;
}

inline std::vector<std::uint16_t> halves(std::int64_t count, unsigned seed, float spread = 1)
{
    std::vector<std::uint16_t> result;
    for (const float x : normal(count, seed, spread)) {
        result.push_back(rounded(x));
    }
    return result;
}

/// The largest difference, relative to 1 + the expected size.
template <typename Value>
double difference(const std::vector<Value> &found, const std::vector<double> &expected)
{
    double most = found.size() == expected.size() ? 0 : 1e9;
    for (std::size_t i = 0; i < expected.size() && i < found.size(); ++i) {
        const auto x = static_cast<double>(value(found[i]));
        most = worse(most, std::abs(x - expected[i]) / (1 + std::abs(expected[i])));
    }
    return most;
}

constexpr double halfStep = 1.0 / 256; ///< rounding to bfloat16, relative

} // namespace adaplens::test
