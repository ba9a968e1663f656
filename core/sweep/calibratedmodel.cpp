// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibratedmodel.h"

#include "core/error.h"
#include "core/io/atomicfile.h"

#include <utility>

namespace adaplens {

std::optional<ExportedModel> exportCalibrated(const Calibration &calibration, const std::filesystem::path &model,
                                              const std::filesystem::path &out, ExportOptions how, std::stop_token stop)
{
    if (!calibration.chosen) {
        throw Error("No model was written to %1. %2", out.string(), whyNone(calibration));
    }
    const CalibratedScale &chosen = calibration.scales[*calibration.chosen];
    how.eta = chosen.thresholds;
    auto exported = exportModel(model, out, how, std::move(stop));
    if (exported) {
        writeFile(exported->folder / calibrationFileName, toJson(calibration) + '\n');
    }
    return exported;
}

} // namespace adaplens
