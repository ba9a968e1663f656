// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/style/drawing.h"
#include "widgets/trace/tokenmapmodel.h"

/// The text once for each layer, its words on a ground as strong as their scores, and a gap where a word is gone: the
/// figure in which papers show what each layer contributes (AdapLeR, 2022, for SST-2 and QNLI). A second text starts a
/// line of its own, and a bar beside the lines tells the texts apart. The trace must outlive the drawing.
[[nodiscard]] Drawing layeredTextDrawing(const adaplens::Trace &trace,
                                         TokenMapModel::Mode mode = TokenMapModel::Mode::Words);
