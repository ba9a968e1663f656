// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace adaplens {

/// Measures wall-clock time from its construction.
class Stopwatch {
public:
    [[nodiscard]] double milliseconds() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// The middle value, the mean of the two middle ones of an even number; 0 of none.
[[nodiscard]] double median(std::vector<double> values);

} // namespace adaplens
