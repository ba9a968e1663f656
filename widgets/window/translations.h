// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Installs the program's texts in the user's language where there is a translation, over the English ones, which also
/// hold the English plurals. Call once after the application object is made.
void installTranslations();
