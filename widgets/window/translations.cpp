// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

void installTranslations()
{
    const auto folder = QStringLiteral(":/translations");
    const auto install = [](const QLocale &locale, const QString &name, const QString &from) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, QStringLiteral("_"), from)) {
            QCoreApplication::installTranslator(translator);
        } else {
            delete translator;
        }
    };
    install(QLocale(QLocale::English), QStringLiteral("adaplens"), folder);
    if (QLocale().language() != QLocale::English) {
        install(QLocale(), QStringLiteral("qt"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath)); // dialogs' buttons
        install(QLocale(), QStringLiteral("adaplens"), folder);
    }
}
