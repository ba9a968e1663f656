// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace adaplens::cli {

std::span<const Command> commands()
{
    static constexpr Command all[] = {
        {"analyze", declareAnalyze},
        {"evaluate", declareEvaluate},
        {"export", declareExport},
        {"tokenize", declareTokenize},
    };
    return all;
}

} // namespace adaplens::cli
