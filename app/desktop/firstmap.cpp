// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/firstmap.h"

#include "widgets/inspect/tokenmap.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>

namespace {
Q_LOGGING_CATEGORY(starting, "adaplens.start", QtWarningMsg)
}

FirstMap::FirstMap(TokenMapView *map) : m_map(map)
{
    if (starting().isInfoEnabled()) {
        map->viewport()->installEventFilter(this);
    }
}

bool FirstMap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_map->model().trace() && !m_map->isDimmed()) {
        watched->removeEventFilter(this);
        // The painting is done, and on its way to the screen, when the next event is taken.
        QTimer::singleShot(0, this, [] { qCInfo(starting, "first token map painted"); });
    }
    return QObject::eventFilter(watched, event);
}
