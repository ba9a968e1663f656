// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into every test of the window: it speaks English with its plurals, whatever the system's language is.
#include "widgets/window/translations.h"

#include <QCoreApplication>

static void speakEnglish()
{
    installTranslations(QLocale(QLocale::English, QLocale::UnitedStates));
}

Q_COREAPP_STARTUP_FUNCTION(speakEnglish)
