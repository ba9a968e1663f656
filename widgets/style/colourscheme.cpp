// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/colourscheme.h"

#include "widgets/style/palette.h"

#include <QApplication>
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QAccessibilityHints>
#include <QStyleHints>
#endif

namespace {

/// A whole palette from its few colours; what native widgets need beside them (bevels, disabled text) is mixed.
QPalette palette(QColor ground, QColor card, QColor ink, QColor accent, QColor line)
{
    QPalette all(Palette::mix(card, ground, 0.5), ground);
    for (const QPalette::ColorRole role : {QPalette::Base, QPalette::AlternateBase, QPalette::ToolTipBase}) {
        all.setColor(role, card);
    }
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText}) {
        all.setColor(role, ink);
        all.setColor(QPalette::Disabled, role, Palette::mix(card, ink, 0.42));
    }
    all.setColor(QPalette::Highlight, accent);
    all.setColor(QPalette::HighlightedText, Palette::inkOn(accent));
    all.setColor(QPalette::Disabled, QPalette::Highlight, line);
    all.setColor(QPalette::Link, accent);
    all.setColor(QPalette::LinkVisited, accent);
    all.setColor(QPalette::Mid, line);
    return all;
}

/// Whether the system asks for high contrast; older versions of Qt do not tell.
bool contrastWanted()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    return QGuiApplication::styleHints()->accessibility()->contrastPreference() == Qt::ContrastPreference::HighContrast;
#else
    return false;
#endif
}

} // namespace

QPalette lightPalette()
{
    return palette(QColor(0xef, 0xf0, 0xf3), Qt::white, QColor(0x16, 0x1a, 0x22), QColor(0x1d, 0x5f, 0xbf),
                   QColor(0xce, 0xcf, 0xd2));
}

QPalette darkPalette()
{
    return palette(QColor(0x20, 0x24, 0x2c), QColor(0x28, 0x2c, 0x34), QColor(0xf2, 0xf4, 0xf8),
                   QColor(0x4c, 0x8d, 0xea), QColor(0x54, 0x58, 0x5f));
}

QPalette highContrastPalette()
{
    return palette(Qt::black, Qt::black, Qt::white, QColor(0xff, 0xf0, 0x4d), Qt::white);
}

void setColourScheme(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::System:
        QApplication::setPalette(contrastWanted() ? highContrastPalette() : QPalette()); // nothing set: the desktop's
        break;
    case ColourScheme::Light:
        QApplication::setPalette(lightPalette());
        break;
    case ColourScheme::Dark:
        QApplication::setPalette(darkPalette());
        break;
    case ColourScheme::HighContrast:
        QApplication::setPalette(highContrastPalette());
        break;
    }
}
