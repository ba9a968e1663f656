// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/conditions_p.h"
#include "core/sweep/calibrate.h"

namespace adaplens {

std::string toJson(const Calibration &calibration)
{
    const double n = static_cast<double>(calibration.n > 0 ? calibration.n : 1);
    OrderedJson scales = OrderedJson::array();
    for (const CalibratedScale &scale : calibration.scales) {
        scales.push_back({{"scale", scale.scale},
                          {"thresholds", scale.thresholds},
                          {"loss", calibration.lossOf(scale)},
                          {"lost", scale.lost},
                          {"won", scale.won},
                          {"p_value", scale.pValue},
                          {"speedup", calibration.speedup(scale)},
                          {"flops", scale.flops / n},
                          {"qualifies", scale.qualifies}});
    }
    const auto count = [](const std::optional<std::size_t> &number) { return toOrderedJson(number); };
    OrderedJson result = {{"schema", "adaplens.calibration/1"},
                          {"model", calibration.model},
                          {"plain_model", calibration.plainModel},
                          {"loss", calibration.loss},
                          {"confidence", calibration.confidence},
                          {"n", calibration.n},
                          {"accuracy_plain", static_cast<double>(calibration.correctPlain) / n},
                          {"flops_plain", calibration.flopsPlain / n},
                          {"scales", std::move(scales)},
                          {"chosen", nullptr},
                          {"examples_needed", count(calibration.needed)},
                          {"examples_needed_without_loss", count(calibration.neededWithoutLoss)},
                          {"protocol", nameOf(calibration.protocol)},
                          {"max_length", calibration.maxLength},
                          {"truncated", calibration.truncated},
                          {"skipped", skippedText(calibration.skipped)},
                          {"conditions", toOrderedJson(calibration.conditions)}};
    if (calibration.chosen) {
        result["chosen"] = calibration.scales[*calibration.chosen].scale;
    }
    return jsonText(result);
}

} // namespace adaplens
