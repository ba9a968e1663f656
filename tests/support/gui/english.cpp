// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into every test of the window: it speaks English with its plurals, whatever the system's language is, and wears
// the program's style.
#include "widgets/style/appstyle.h"
#include "widgets/window/translations.h"

#include <QApplication>

static void beLikeTheProgram()
{
    if (!QGuiApplication::platformName().isEmpty()) { // not a program without a window
        QApplication::setStyle(new AppStyle);
    }
    installTranslations(QLocale(QLocale::English, QLocale::UnitedStates));
}

Q_COREAPP_STARTUP_FUNCTION(beLikeTheProgram)
