// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/selection.h"

#include <QPointer>

/// Has a view follow another selection than before, or none: `slot` is called whenever what it points at changes.
template <typename View, typename Slot>
void followSelection(QPointer<Selection> &current, Selection *selection, View *view, Slot slot)
{
    if (current) {
        QObject::disconnect(current, nullptr, view, nullptr);
    }
    current = selection;
    if (selection) {
        QObject::connect(selection, &Selection::changed, view, slot);
    }
}
