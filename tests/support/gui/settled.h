// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/requests.h"

#include <QTest>

#include <future>

namespace adaplens::test {

/// Waits until all that was asked of a background thread so far has been done, without an event loop: what it has to
/// say lies ready, but undelivered.
inline void doneUndelivered(Background &background)
{
    std::promise<void> done;
    background.start([&done](const Background::Post &) { done.set_value(); });
    done.get_future().wait();
}

/// Waits until all that was asked of a background thread so far has been done and has arrived: what has not happened by
/// then does not happen.
[[nodiscard]] inline bool settled(Background &background)
{
    bool done = false;
    Requests marker(background);
    marker.start([](const std::stop_token &, const Requests::Post &) {}, [&done] { done = true; },
                 [](const QString &) {});
    return QTest::qWaitFor([&done] { return done; }, 60000);
}

} // namespace adaplens::test
