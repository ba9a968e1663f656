// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/coretext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

QString translated(const adaplens::Message &message)
{
    if (!message.isTemplate()) {
        return QString::fromStdString(message.text());
    }
    const QString text = QCoreApplication::translate("core", message.text().c_str()); // see coretexts.cmake
    const auto &arguments = message.arguments();
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        // By itself: arg() would take a place that an argument holds for one of the sentence's own.
        const int place = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place >= 1 && static_cast<std::size_t>(place) <= arguments.size()) {
            result += translated(arguments[static_cast<std::size_t>(place) - 1]);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

QString translatedCounts(const std::map<std::string, std::size_t> &counts)
{
    QStringList parts;
    for (const auto &[text, count] : counts) {
        parts << QCoreApplication::translate("core", "%1: %2", "a reason and how often it was found")
                     .arg(translated({text.c_str(), {}}), QLocale().toString(static_cast<qulonglong>(count)));
    }
    return parts.join(QLatin1String(", "));
}
