// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

namespace {

QString folder()
{
    return QStringLiteral(":/translations");
}

void install(const QLocale &locale, const QString &name, const QString &from)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), from)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

QStringList translatedLanguages()
{
    QStringList codes;
    for (QString file : QDir(folder()).entryList({QStringLiteral("adaplens_*.qm")})) {
        codes.append(file.remove(QStringLiteral("adaplens_")).remove(QStringLiteral(".qm")));
    }
    return codes;
}

void installTranslations(const QLocale &locale)
{
    QLocale::setDefault(locale);
    install(QLocale(QLocale::English), QStringLiteral("adaplens"), folder());
    if (locale.language() != QLocale::English && locale.language() != QLocale::C) {
        install(locale, QStringLiteral("qt"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)); // dialogs' buttons
        install(locale, QStringLiteral("adaplens"), folder());
    }
}
