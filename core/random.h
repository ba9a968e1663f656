// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace adaplens {

/// Seeded random numbers whose shuffles are the same on every standard library (std::shuffle's are not).
class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    /// Uniform in [0, limit).
    [[nodiscard]] std::uint64_t below(std::uint64_t limit)
    {
        const std::uint64_t reject = (0 - limit) % limit; // draws under this would favour small results
        std::uint64_t draw = m_engine();
        while (draw < reject) {
            draw = m_engine();
        }
        return draw % limit;
    }

    template <typename T>
    void shuffle(std::vector<T> &items)
    {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(i)]);
        }
    }

private:
    std::mt19937_64 m_engine;
};

/// A seed for a purpose, so that streams of one run do not overlap (splitmix64's finaliser).
[[nodiscard]] inline std::uint64_t mixSeed(std::uint64_t seed, std::uint64_t purpose)
{
    std::uint64_t z = seed + 0x9e3779b97f4a7c15ULL * (purpose + 1);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

} // namespace adaplens
