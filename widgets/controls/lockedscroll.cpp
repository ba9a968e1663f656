// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/lockedscroll.h"

#include <QScrollBar>

#include <cmath>
#include <memory>

void lockScrolling(QScrollBar *first, QScrollBar *second)
{
    // What is moved here is no wish of its own.
    const auto copy = [copying = std::make_shared<bool>(false)](const QScrollBar *from, QScrollBar *to) {
        if (*copying || from->maximum() <= 0) {
            return;
        }
        *copying = true;
        const double share = static_cast<double>(to->maximum()) / from->maximum();
        to->setValue(static_cast<int>(std::lround(from->value() * share)));
        *copying = false;
    };
    const auto toSecond = [copy, first, second] { copy(first, second); };
    QObject::connect(first, &QScrollBar::valueChanged, second, toSecond);
    QObject::connect(first, &QScrollBar::rangeChanged, second, toSecond);
    // Before the bar moves itself into its new range, which nobody has asked for.
    QObject::connect(second, &QScrollBar::rangeChanged, first, toSecond);
    QObject::connect(second, &QScrollBar::valueChanged, first, [copy, first, second] { copy(second, first); });
}
