// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"
#include "core/sweep/calibrate.h"

namespace adaplens {

Message whyNone(const Calibration &calibration)
{
    const std::size_t lost = calibration.scales.empty() ? 0 : calibration.scales.front().lost;
    const Message n = calibration.n == 1 ? message("1 example") : message("%1 examples", calibration.n);
    const auto &needed = calibration.needed, &without = calibration.neededWithoutLoss;
    if (needed && lost == 0) {
        return message("With %1, none of them lost at the safest scale, the promise cannot be made; at that rate it "
                       "would take %2.",
                       n, *needed);
    }
    if (needed && without) {
        return message(
            "With %1, %2 of them lost at the safest scale, the promise cannot be made; at that rate it would "
            "take %3, with none lost %4.",
            n, lost, *needed, *without);
    }
    if (without && lost > 0) {
        return message(
            "With %1, %2 of them lost at the safest scale, the promise cannot be made; at that rate no number "
            "of examples would do, with none lost %3.",
            n, lost, *without);
    }
    return message(
        "With %1, %2 of them lost at the safest scale, the promise cannot be made; no number of examples would "
        "do.",
        n, lost);
}

std::string toCsv(const Calibration &calibration)
{
    std::string text = csvRow({"scale", "thresholds", "loss", "lost", "won", "n", "p_value", "speedup", "qualifies",
                               "chosen", "loss_allowed", "confidence"});
    for (std::size_t s = 0; s < calibration.scales.size(); ++s) {
        const CalibratedScale &scale = calibration.scales[s];
        std::string thresholds;
        for (const double threshold : scale.thresholds) {
            thresholds += (thresholds.empty() ? "" : " ") + csvNumber(threshold);
        }
        text += csvRow({csvNumber(scale.scale), thresholds, csvNumber(calibration.lossOf(scale)), csvNumber(scale.lost),
                        csvNumber(scale.won), csvNumber(calibration.n), csvNumber(scale.pValue),
                        csvNumber(calibration.speedup(scale)), scale.qualifies ? "yes" : "no",
                        calibration.chosen == s ? "yes" : "no", csvNumber(calibration.loss),
                        csvNumber(calibration.confidence)});
    }
    return text;
}

} // namespace adaplens
