// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

/// What the program was started with.
struct Options {
    QString model, beside, text, pair, figure, layers, animation, folder, link, lesson;
    QLocale language;
    bool headless = false;
    bool platform = false;       ///< Qt was told where to show windows, by -platform
    std::optional<int> exitCode; ///< help, version or a complaint has been printed: 0, or 2 after wrong usage
};

/// Reads the arguments. Needs no application object and no screen; what Qt's own options ask for (-platform, -style
/// ...) is left to Qt.
[[nodiscard]] Options readOptions(int argc, char **argv);
