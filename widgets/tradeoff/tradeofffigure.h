// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/drawing.h"
#include "widgets/tradeoff/tradeoff.h"

/// The plot as it is shown, with title, legend and conditions, for a file: dark on white, of one size, whatever the window
/// looks like.
[[nodiscard]] Drawing tradeoffFigure(const Tradeoff &tradeoff);
