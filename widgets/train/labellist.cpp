// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/labellist.h"

QString joinedLabels(const QStringList &labels)
{
    QStringList parts;
    for (QString label : labels) {
        const bool quoted = label.contains(QLatin1Char(',')) || label.contains(QLatin1Char('"'));
        parts << (quoted ? QLatin1Char('"') + label.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"')
                         : label);
    }
    return parts.join(QLatin1String(", "));
}

QStringList splitLabels(const QString &line)
{
    QStringList labels;
    QString label;
    bool quoted = false;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        const QChar c = i < line.size() ? line[i] : QLatin1Char(',');
        if (c == QLatin1Char('"')) {
            if (quoted && i + 1 < line.size() && line[i + 1] == c) {
                label += line[++i];
            } else {
                quoted = !quoted;
            }
        } else if (c == QLatin1Char(',') && (!quoted || i == line.size())) {
            if (!label.trimmed().isEmpty()) {
                labels << label.trimmed();
            }
            label.clear();
        } else {
            label += c;
        }
    }
    return labels;
}
