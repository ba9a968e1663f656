// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

/// Which of the palettes below the window wears.
enum class ColourScheme {
    System, ///< the desktop's own, or high contrast where the system asks for it in words that Qt knows
    Light,
    Dark,
    HighContrast ///< white, black and yellow: nothing is told by shades of grey
};

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] QPalette highContrastPalette();

/// Gives all windows of the program the palette, at once.
void setColourScheme(ColourScheme scheme);
