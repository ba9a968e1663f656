// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <string>

namespace adaplens {

/// What a rule that drops tokens is called, and what the scores are called by which it drops them.
struct RuleNames {
    std::string name = "adapler";                 ///< in files
    Message title = "AdapLeR";                    ///< for readers
    std::string score = "contribution";           ///< in files
    Message scoreTitle = message("contribution"); ///< for readers, in lower case: "significance"
};

} // namespace adaplens
