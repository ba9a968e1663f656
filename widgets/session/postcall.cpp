// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/postcall.h"

#include <QMetaObject>

void postCall(QObject *receiver, const char *member)
{
    QMetaObject::invokeMethod(receiver, member, Qt::QueuedConnection);
}
