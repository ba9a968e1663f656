// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace adaplens::cli {

std::span<const Command> commands()
{
    static constexpr Command all[] = {
        {"agree", declareAgree},         {"analyze", declareAnalyze},   {"bench", declareBench},
        {"calibrate", declareCalibrate}, {"evaluate", declareEvaluate}, {"export", declareExport},
#ifdef ADAPLENS_HDF5
        {"import", declareImport},
#endif
        {"models", declareModels},       {"sweep", declareSweep},       {"tokenize", declareTokenize},
        {"train", declareTrain},
    };
    return all;
}

} // namespace adaplens::cli
