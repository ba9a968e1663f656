// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/evaluate/agreementtext.h"
#include "widgets/style/drawing.h"

#include <vector>

/// Two metrics over the layers side by side, with title, legend and conditions, for a file: dark on white, of one size,
/// whatever the window looks like. `runs` must not be empty.
[[nodiscard]] Drawing agreementFigure(const std::vector<NamedReport> &runs, adaplens::Metric left,
                                      adaplens::Metric right);
