// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

#include "app/cli/terminal.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace adaplens::cli {

namespace {

constexpr std::size_t barWidth = 24;
constexpr std::chrono::milliseconds redraw{100};

/// Back to the first column, and wipe what stood there.
constexpr const char *wipe = "\r\033[K";

} // namespace

std::string spokenTime(std::chrono::seconds time)
{
    const auto seconds = std::max<long long>(0, time.count());
    char text[48];
    if (seconds < 60) {
        std::snprintf(text, sizeof text, "%lld s", seconds);
    } else if (seconds < 3600) {
        std::snprintf(text, sizeof text, "%lld min %02lld s", seconds / 60, seconds % 60);
    } else {
        std::snprintf(text, sizeof text, "%lld h %02lld min", seconds / 3600, seconds % 3600 / 60);
    }
    return text;
}

std::string progressLine(std::string_view what, std::size_t done, std::size_t total,
                         std::optional<std::chrono::seconds> left, std::string_view text, std::size_t width)
{
    std::string line(what);
    if (total == 0) {
        line += "  " + std::to_string(done);
    } else {
        done = std::min(done, total);
        const double share = static_cast<double>(done) / static_cast<double>(total);
        const auto filled = static_cast<std::size_t>(share * static_cast<double>(barWidth));
        line += "  [" + std::string(filled, '#') + std::string(barWidth - filled, '.') + "]  ";
        line += std::to_string(done) + "/" + std::to_string(total) + "  ";
        line += std::to_string(static_cast<int>(share * 100)) + " %";
        if (left) {
            line += "  " + spokenTime(*left) + " left";
        }
    }
    if (!text.empty()) {
        line += "  ";
        line += text;
    }
    return fitted(line, width);
}

Progress::Progress(std::string what) : m_what(std::move(what)), m_terminal(isTerminal(STDERR_FILENO)) {}

Progress::~Progress()
{
    clear();
}

void Progress::update(std::size_t done, std::size_t total, std::string_view text, std::optional<double> secondsLeft)
{
    const auto now = Clock::now();
    if (!m_start || total != m_total) {
        m_start = now;
        m_first = done;
        m_total = total;
    }
    if (!m_terminal || (m_shown && now - m_drawn < redraw && done != total)) {
        return;
    }
    if (!secondsLeft && done > m_first && total >= done && now - *m_start > std::chrono::seconds(1)) {
        const double pace = std::chrono::duration<double>(now - *m_start).count() / static_cast<double>(done - m_first);
        secondsLeft = pace * static_cast<double>(total - done);
    }
    std::optional<std::chrono::seconds> left;
    if (secondsLeft) {
        left = std::chrono::seconds(std::llround(*secondsLeft));
    }
    // One column stays free: a full line would wrap and could not be wiped.
    const std::size_t width = terminalWidth(STDERR_FILENO) - 1;
    std::fprintf(stderr, "%s%s", wipe, progressLine(m_what, done, total, left, text, width).c_str());
    std::fflush(stderr);
    m_drawn = now;
    m_shown = true;
}

void Progress::clear()
{
    if (m_shown) {
        std::fputs(wipe, stderr);
        std::fflush(stderr);
        m_shown = false;
    }
}

} // namespace adaplens::cli
