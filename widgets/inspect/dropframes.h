// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/style/drawing.h"
#include "widgets/trace/tokenmapmodel.h"

#include <vector>

/// The text on its way through the layers, a picture a step, all of one size: before the first layer, at each layer,
/// where what it drops is struck out, and what reaches the prediction. For slides and animations. The trace must outlive
/// the drawings.
[[nodiscard]] std::vector<Drawing> dropFrames(const adaplens::Trace &trace,
                                              TokenMapModel::Mode mode = TokenMapModel::Mode::Words);
