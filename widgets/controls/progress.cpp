// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/progress.h"

#include <QCoreApplication>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunBar)
};

} // namespace

void showShare(QProgressBar *bar, std::size_t done, std::size_t total)
{
    constexpr int steps = 1000; // counts of a large set may not fit an int
    bar->setRange(0, steps);
    bar->setValue(total == 0 ? 0
                             : static_cast<int>(std::lround(steps * static_cast<double>(std::min(done, total)) /
                                                            static_cast<double>(total))));
}

QString timeLeft(std::optional<double> seconds)
{
    if (!seconds) {
        return {};
    }
    constexpr double minute = 60, hour = 3600;
    if (*seconds < 1.5 * minute) {
        return Words::tr("%1 s left").arg(std::max(1, static_cast<int>(std::ceil(*seconds))));
    }
    return *seconds < 1.5 * hour ? Words::tr("%1 min left").arg(static_cast<int>(std::ceil(*seconds / minute)))
                                 : Words::tr("%1 h left").arg(static_cast<int>(std::ceil(*seconds / hour)));
}
