// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/postcall.h"

#include <QMetaObject>
#include <QtGlobal>

void postCall(QObject *receiver, const char *member)
{
    if (!QMetaObject::invokeMethod(receiver, member, Qt::QueuedConnection)) {
        qFatal("There is no invokable %s.", member);
    }
}
