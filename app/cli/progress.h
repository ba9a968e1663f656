// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace adaplens::cli {

/// One line of progress as text, at most `width` columns of a terminal: what is done, a bar, done/total, share, time
/// left (unless it cannot be told yet) and a closing text. Total 0 = unknown: then neither bar nor time.
[[nodiscard]] std::string progressLine(std::string_view what, std::size_t done, std::size_t total,
                                       std::optional<std::chrono::seconds> left, std::string_view text,
                                       std::size_t width);

/// A time as people say it: "12 s", "3 min 05 s", "2 h 10 min".
[[nodiscard]] std::string spokenTime(std::chrono::seconds time);

/// A progress line on standard error that is redrawn in place. Silent where standard error is no terminal. Takes
/// itself off the screen when it goes, so that what follows (a result, an error) starts on a clean line.
class Progress {
public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    /// Shows how far the work is; cheap enough to call at every step (redraws ten times a second at most). The time
    /// left follows from the pace since the first call, so work that resumes in the middle is told right;
    /// `secondsLeft` replaces it where the caller knows better.
    void update(std::size_t done, std::size_t total, std::string_view text = {},
                std::optional<double> secondsLeft = std::nullopt);
    /// Whether anybody sees it: work done for the line alone can be left out where nobody does.
    [[nodiscard]] bool visible() const { return m_terminal; }
    /// Takes the line off the screen; the next update() draws it again.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    std::string m_what;
    bool m_terminal = false;
    bool m_shown = false;
    std::optional<Clock::time_point> m_start;
    Clock::time_point m_drawn;
    std::size_t m_first = 0; ///< `done` of the first call
    std::size_t m_total = 0;
};

} // namespace adaplens::cli
