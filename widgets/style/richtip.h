// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// A tool tip with a bold line above others, none of them broken; all of them rich text.
[[nodiscard]] inline QString richTip(const QString &head, const QStringList &lines)
{
    return QStringLiteral("<p style='white-space:pre'>") +
           (QStringList(QStringLiteral("<b>") + head + QStringLiteral("</b>")) + lines).join(QStringLiteral("<br>")) +
           QStringLiteral("</p>");
}
