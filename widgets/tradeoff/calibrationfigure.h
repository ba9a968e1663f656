// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/drawing.h"
#include "widgets/tradeoff/calibrationtext.h"

/// The plot as it is shown, with what it says and what that holds for below it, on white.
[[nodiscard]] Drawing calibrationFigure(const ShownCalibration &shown);

/// Writes what is shown to a file whose suffix says what: the figure (.png, .svg, .pdf), a line a scale (.csv), or all of
/// it as `adaplens-cli calibrate` does (.json). Throws adaplens::Error.
void writeCalibration(const ShownCalibration &shown, const QString &path);
