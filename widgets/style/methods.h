// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/method.h"
#include "widgets/style/palette.h"

#include <QString>

/// How the methods of scoring tokens are called and coloured wherever they are shown.
namespace methods {

/// The colour that belongs to a method on every page and in every export.
[[nodiscard]] QColor colour(adaplens::ScoreMethod method, const Palette &palette);
/// A short name for rows, chips and legends: "CP", "attention".
[[nodiscard]] QString name(adaplens::ScoreMethod method);
/// One sentence on what it measures.
[[nodiscard]] QString explanation(adaplens::ScoreMethod method);

} // namespace methods
