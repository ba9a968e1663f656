// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>

/// Codes of the languages that the program speaks: "de", "en".
[[nodiscard]] QStringList translatedLanguages();

/// Makes `locale` the one of all numbers and texts: installs the translation into its language, where there is one,
/// over the English texts, which also hold the English plurals. Call once after an application object is made.
void installTranslations(const QLocale &locale = QLocale());
