// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace adaplens::cli {

namespace {

sigset_t caughtSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interrupt::Interrupt()
{
    const sigset_t signals = caughtSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_watcher = std::thread([this] { watch(); });
}

Interrupt::~Interrupt()
{
    m_over = true;
    pthread_kill(m_watcher.native_handle(), SIGINT); // only wakes it
    m_watcher.join();
}

void Interrupt::watch()
{
    const sigset_t signals = caughtSignals();
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && !m_over) {
        if (m_source.stop_requested()) {
            _exit(128 + signal);
        }
        m_signal = signal;
        m_source.request_stop();
    }
}

} // namespace adaplens::cli
