// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluationreport.h"

#include "app/cli/terminal.h"
#include "app/cli/text.h"

namespace adaplens::cli {

namespace {

std::string accuracy(std::size_t correct, std::size_t n)
{
    return format("%.4f", static_cast<double>(correct) / static_cast<double>(n)) + "  (" + std::to_string(correct) +
           '/' + std::to_string(n) + ')';
}

std::string keptPerLayer(const Evaluation &evaluation)
{
    std::string text;
    for (const double kept : evaluation.keptPerLayer) {
        text += format("%.1f ", kept);
    }
    return text + format("of %.1f pieces", evaluation.pieces);
}

} // namespace

std::string evaluationReport(const Evaluation &e)
{
    const auto n = static_cast<double>(e.n);
    std::string text = row("Model", printable(e.model));
    text += row("Examples", counted(e.n, "example") + " (" + nameOf(e.protocol) + ", " + std::to_string(e.maxLength) +
                                " pieces at most), " + std::to_string(e.truncated) + " of them cut");
    if (e.sequences != e.n) {
        text += row("Windows", std::to_string(e.sequences));
    }
    if (!e.skipped.empty()) {
        text += row("Passed over", printable(skippedText(e.skipped)));
    }
    text += row("Accuracy, reduced", accuracy(e.correct, e.n));
    text += row(e.plainModel == "twin" ? "  plain twin" : "  same weights, plain", accuracy(e.correctPlain, e.n));
    text += row("  nothing dropped", accuracy(e.correctUnreduced, e.n));
    const Interval &d = e.difference;
    text +=
        row("Reduced less plain", format("%+.4f", d.mean) + format("  (%.0f %% interval ", 100 * d.level) +
                                      format("%+.4f to ", d.low) + format("%+.4f", d.high) + ", paired bootstrap of " +
                                      counted(d.resamples, "resample") + ", seed " + std::to_string(e.seed) + ')');
    text += row("Answers that differ", std::to_string(e.changed));
    text += row("Speed-up, FLOPs", format("%.2fx", e.speedup()));
    text += row("  all padded", format("%.2fx", e.speedupPadded()) + "  (every text counted at the longest one's " +
                                    counted(e.padded.longest, "piece") + ", as many published tables do)");
    text += row("  measured", format("%.2fx", e.speedupWall()) + format("  (%.2f ms ", e.msReduced / n) +
                                  format("instead of %.2f ms an example)", e.msPlain / n));
    text += row("Kept by each layer", keptPerLayer(e));
    for (const FloorEvaluation &floor : e.floors) {
        const Interval &ahead = floor.difference;
        text += row("Floor, " + floor.rule, accuracy(floor.correct, e.n) +
                                                format(", %.2fx FLOPs", e.flopsPlain / floor.flops) +
                                                format(", reduced less it %+.4f", ahead.mean) +
                                                format("  (%+.4f to ", ahead.low) + format("%+.4f)", ahead.high));
    }
    if (e.nearTies > 0) {
        text += row("Near ties", counted(e.nearTies, "decision") + " within 1e-6 of the threshold");
    }
    if (const auto &float32 = e.float32) {
        text += row("Against float32", format("%.2fx", float32->msPlain / e.msPlain) + " as fast plain, " +
                                           format("%.2fx", float32->msReduced / e.msReduced) + " reduced");
        text += row("  answers that differ", std::to_string(float32->answersDiffering) + " reduced, " +
                                                 std::to_string(float32->plainAnswersDiffering) + " plain");
        text += row("  decisions", format("%.3f %% differ", 100 * float32->shareDiffering()) + " (" +
                                       std::to_string(float32->decisionsDiffering) + " of " +
                                       std::to_string(float32->decisions) + " to keep or drop a token)");
    }
    return text + row("Conditions", describe(e.conditions));
}

} // namespace adaplens::cli
