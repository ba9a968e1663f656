// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// Seconds for `left` more steps, as long as the `done` (at least one) that the watch has seen.
[[nodiscard]] inline double secondsLeft(const Stopwatch &watch, std::int64_t done, std::int64_t left)
{
    return watch.milliseconds() / 1000 / static_cast<double>(done) * static_cast<double>(left);
}

/// Guesses how long a run over texts still takes. Long texts take longer: time goes by pieces, and the pieces to come are
/// guessed from those seen.
class TimeLeft {
public:
    /// `seconds` of work on texts of so many pieces.
    void add(std::size_t pieces, double seconds);
    /// Texts that an earlier run has measured: they tell of the length of those to come, but took no time now.
    void addKnown(std::size_t pieces) { m_pieces += static_cast<double>(pieces); }
    /// Seconds for the rest of `total` texts, of which `done` have been added; empty while unknown.
    [[nodiscard]] std::optional<double> seconds(std::size_t done, std::size_t total) const;

private:
    double m_pieces = 0, m_timedPieces = 0, m_seconds = 0;
};

/// The middle value, the mean of the two middle ones of an even number; 0 of none.
[[nodiscard]] double median(std::vector<double> values);

} // namespace adaplens
