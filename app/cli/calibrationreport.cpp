// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibrationreport.h"

#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <algorithm>

namespace adaplens::cli {

namespace {

std::string thresholdsOf(const CalibratedScale &scale)
{
    std::string text;
    for (const double threshold : scale.thresholds) {
        text += (text.empty() ? "" : " ") + format("%.3g", threshold);
    }
    return text;
}

std::string lineOf(const Calibration &calibration, const CalibratedScale &scale)
{
    const auto right = [](const std::string &text, std::size_t width) { return rightAligned(text, width); };
    return right(format("%.3f", scale.scale), 7) + right(std::to_string(scale.lost), 7) +
           right(std::to_string(scale.won), 6) + right(format("%+.4f", calibration.lossOf(scale)), 10) +
           right(format(scale.pValue < 1e-4 ? "%.1e" : "%.4f", scale.pValue), 10) +
           right(format("%.2fx", calibration.speedup(scale)), 10) + right(scale.qualifies ? "yes" : "no", 11) + "  " +
           thresholdsOf(scale) + '\n';
}

std::string percent(double share)
{
    return format("%.4g %%", 100 * share);
}

} // namespace

std::string calibrationReport(const Calibration &calibration)
{
    const auto n = static_cast<double>(calibration.n);
    std::string text = row("Model", printable(calibration.model));
    text += row("Examples", counted(calibration.n, "example") + " (" + nameOf(calibration.protocol) + ", " +
                                std::to_string(calibration.maxLength) + " pieces at most), " +
                                std::to_string(calibration.truncated) + " of them cut");
    if (!calibration.skipped.empty()) {
        text += row("Passed over", printable(skippedText(calibration.skipped)));
    }
    text += row(calibration.plainModel == "twin" ? "Accuracy, plain twin" : "Accuracy, plain",
                format("%.4f", static_cast<double>(calibration.correctPlain) / n));
    text += row("Promise", percent(calibration.loss) + " of the accuracy lost at most, with a confidence of " +
                               percent(calibration.confidence) + ", for texts like these");
    text += "\n  scale   lost   won      loss         p     FLOPs  qualifies  thresholds\n";
    for (const CalibratedScale &scale : calibration.scales) {
        text += lineOf(calibration, scale);
    }
    text +=
        "\nlost, won: right answers turned wrong, wrong ones turned right; loss: their difference, a share of the "
        "examples.\np: Hoeffding-Bentkus, of the answers lost. The scales are tested from the top until one fails.\n\n";
    if (calibration.chosen) {
        const CalibratedScale &scale = calibration.scales[*calibration.chosen];
        text += row("Chosen", format("scale %.4g, ", scale.scale) + format("%.2fx FLOPs", calibration.speedup(scale)));
    } else {
        text += row("Chosen", "none. " + whyNone(calibration).english());
    }
    return text + row("Conditions", describe(calibration.conditions));
}

} // namespace adaplens::cli
