// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace adaplens::cli {

/// Turns Ctrl-C and SIGTERM into a stop request that the work notices by itself; a second one ends the program at once.
/// Must be made before any other thread starts, so that no thread is interrupted in the middle of something.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    /// Exit status by the shell's rule, 128 + signal: 130 after Ctrl-C.
    [[nodiscard]] int exitCode() const { return 128 + m_signal.load(); }

private:
    void watch();

    std::stop_source m_source;
    std::atomic<int> m_signal{2};
    std::atomic<bool> m_over{false};
    std::thread m_watcher;
};

} // namespace adaplens::cli
