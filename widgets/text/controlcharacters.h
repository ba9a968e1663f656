// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

/// Control characters would vanish or break the layout: they become replacement characters and line ends '\n', one
/// character for one.
void showControlCharacters(QString &text);
