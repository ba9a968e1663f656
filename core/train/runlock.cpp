// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runlock.h"

#include "core/error.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace adaplens {

namespace {

int opened(const std::filesystem::path &folder)
{
    return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

} // namespace

RunLock::RunLock(const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    m_descriptor = opened(folder);
    // Somebody who only looks holds it for a moment.
    constexpr int tries = 20;
    for (int i = 0; m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0; ++i) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return; // a file system without locks
        }
        if (i == tries) {
            ::close(m_descriptor);
            throw Error("A training run is writing to %1 already; wait for its end, or choose another “out” folder.",
                        folder.string());
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

RunLock::~RunLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool isTrainedInto(const std::filesystem::path &folder)
{
    const int descriptor = opened(folder);
    if (descriptor < 0) {
        return false;
    }
    const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return held;
}

} // namespace adaplens
