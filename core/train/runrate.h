// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>

namespace adaplens {

/// How fast a run goes that is seen from outside: by what its logs held at times, over the last minutes.
class RunRate {
public:
    /// What there was at that time, in seconds from anywhere; neither may fall.
    void add(double seconds, double batches, double tokens)
    {
        if (!m_seen.empty() && batches <= m_seen.back().batches) {
            return; // until more is there, nobody knows whether it goes on
        }
        m_seen.push_back({seconds, batches, tokens});
        while (m_seen.size() > 2 && seconds - m_seen[1].seconds > window) {
            m_seen.pop_front();
        }
    }
    [[nodiscard]] std::optional<double> batchesPerSecond() const { return rate(&Point::batches); }
    /// Empty also where the logs do not tell.
    [[nodiscard]] std::optional<double> tokensPerSecond() const
    {
        const auto found = rate(&Point::tokens);
        return found && *found > 0 ? found : std::nullopt;
    }

private:
    static constexpr double window = 120;

    struct Point {
        double seconds, batches, tokens;
    };

    [[nodiscard]] std::optional<double> rate(double Point::*what) const
    {
        // What was there at the first look may have come long before it.
        const std::size_t first = m_seen.size() > 2 ? 1 : 0;
        if (m_seen.size() < 2 || !(m_seen.back().seconds > m_seen[first].seconds)) {
            return std::nullopt;
        }
        return (m_seen.back().*what - m_seen[first].*what) / (m_seen.back().seconds - m_seen[first].seconds);
    }

    std::deque<Point> m_seen;
};

} // namespace adaplens
