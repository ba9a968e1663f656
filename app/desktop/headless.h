// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/options.h"

// What the program does where no window can be shown. Empty model = the embedded one, empty text = the first example.
// Each prints what it wrote; errors go to stderr. The result is the exit code: 0, or 1 after an error.

/// Analyses a text and writes its token map to `figure`, with that of the model beside it if there is one, and the text
/// layer by layer to `layers` (.png, .svg, .pdf); an empty name = not this one.
[[nodiscard]] int writeFigures(const Options &options);
/// Analyses a text and writes token-map.png, token-map.svg and trace.json into `folder`, and trace-beside.json of the
/// model beside it.
[[nodiscard]] int writeAnalysis(const Options &options);
