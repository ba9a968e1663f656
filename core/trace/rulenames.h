// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <string>
#include <vector>

namespace adaplens {

/// What makes a token stay, and with it what LayerTrace::threshold is.
enum class KeptBy {
    Nothing,  ///< all stay
    Share,    ///< its score reaches a multiple of the equal share, eta / n
    OwnScore, ///< its score reaches a number in the rule's own unit, whatever the other tokens have
    Rank      ///< it is one of so many with the highest scores; the threshold is the least score that stays
};

/// What a rule that drops tokens is called, what the scores are called by which it drops them, and how it decides.
struct RuleNames {
    std::string name = "adapler";                    ///< in files
    Message title = "AdapLeR";                       ///< for readers
    std::string score = "contribution";              ///< in files
    Message scoreTitle = message("contribution");    ///< for readers, in lower case: "significance"
    Message thresholdTitle = message("threshold δ"); ///< what draws the line: "retention"
    KeptBy keptBy = KeptBy::Share;
    bool ownUnit = false;     ///< readers know the scores in the rule's own unit (LayerTrace::scale), not as shares
    Message explanation = ""; ///< how it decides, in a few sentences
    std::vector<std::string> formulas = {}; ///< of the score and of what stays, in plain text
    Message cost = ""; ///< what it computes besides the layers, or counts otherwise, in a sentence; may be empty
};

} // namespace adaplens
