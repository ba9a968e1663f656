// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/method.h"
#include "core/trace/rulenames.h"
#include "widgets/style/palette.h"

#include <QString>

#include <string>

/// How the methods of scoring tokens are called and coloured wherever they are shown.
namespace methods {

/// The colour that belongs to a method on every page and in every export.
[[nodiscard]] QColor colour(adaplens::ScoreMethod method, const Palette &palette);
/// A short name for rows, chips and legends: "attention". The scores by which a model drops tokens are called what its
/// rule calls them: "contribution", "significance".
[[nodiscard]] QString name(adaplens::ScoreMethod method, const adaplens::RuleNames &rule);
/// One sentence on what it measures.
[[nodiscard]] QString explanation(adaplens::ScoreMethod method, const adaplens::RuleNames &rule);
/// Whose weights scores come from, as TokenScores::source tells: "plain twin", "AdapLeR model". Empty for chance.
[[nodiscard]] QString origin(const std::string &source, const adaplens::RuleNames &rule);

} // namespace methods
