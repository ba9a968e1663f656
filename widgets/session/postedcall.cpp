// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/postedcall.h"

#include <QMetaObject>
#include <QtGlobal>

void PostedCall::post() const
{
    send();
}

[[gnu::noinline]] void PostedCall::send() const
{
    if (!QMetaObject::invokeMethod(m_receiver, m_member, Qt::QueuedConnection)) {
        qFatal("There is no invokable %s.", m_member);
    }
}
