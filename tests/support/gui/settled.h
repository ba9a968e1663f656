// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/requests.h"

#include <QTest>

namespace adaplens::test {

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
