// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/inspect/figure.h"

#include <QString>

/// Writes what is on the screen to a file; the suffix says what: .png, .svg, .pdf for the token map, .json, .csv for
/// the trace, .html for a web page in the window's language. Throws adaplens::Error, also for any other suffix.
void exportTrace(const adaplens::Trace &trace, const QString &path, const FigureOptions &figure);
