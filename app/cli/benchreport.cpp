// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchreport.h"

#include "app/cli/terminal.h"
#include "app/cli/text.h"

namespace adaplens::cli {

namespace {

std::string spread(const Timing &timing)
{
    return format("%9.2f", timing.median) + format(" (%.2f", timing.min) + format("-%.2f)", timing.max);
}

std::string plainTable(const PlainBench &plain, Precision precision)
{
    const bool three = !plain.packedFloat32.empty();
    const std::string own = three ? std::string("ours, ") + nameOf(precision) : "ours";
    std::string text = "Plain pass of one text, " + printable(plain.weights) + " weights, " +
                       std::to_string(plain.layers) + " x " + std::to_string(plain.hidden) +
                       "; ms: median (min-max)\n" + padded("pieces", 8) + padded("  " + own, 28) +
                       (three ? padded("  ours, float32", 28) : "") + padded("  LibTorch operators", 28) + "ratio\n";
    for (std::size_t i = 0; i < plain.n.size(); ++i) {
        text += format("%6zu  ", plain.n[i]) + padded(spread(plain.packed[i]), 28) +
                (three ? padded(spread(plain.packedFloat32[i]), 28) : "") +
                padded(spread(plain.libtorchLinear[i]), 28) +
                format("%5.2f\n", plain.libtorchLinear[i].median / plain.packed[i].median);
    }
    return text;
}

std::string rates(const SetBench &set, const Timing &plain, const Timing &reduced)
{
    return format("%.1f", set.perSecond(plain)) + (reduced.runs > 0
                                                       ? format(" plain, %.1f reduced: ", set.perSecond(reduced)) +
                                                             format("%.2fx", plain.median / reduced.median)
                                                       : " plain");
}

std::string setTable(const SetBench &set)
{
    std::string text = '\n' + printable(set.name) + ": " + counted(set.texts, "text") +
                       format(" of %.1f pieces on average\n", set.pieces);
    text += row("Texts a second", rates(set, set.plain, set.reduced));
    text += row("  one at a time", rates(set, set.singlePlain, set.singleReduced));
    if (set.reduced.runs > 0) {
        const auto texts = static_cast<double>(set.texts);
        text += row("Speed-up, FLOPs", format("%.2fx", set.flopsPlain / set.flopsReduced));
        text += row("  predicted", format("%.2fx one at a time, from the plain pass at the lengths kept",
                                          set.predictedPlain / set.predictedReduced));
        text +=
            row("Milliseconds a text", format("%.2f one at a time; ", set.singleReduced.median / texts) +
                                           format("%.2f with one piece: the weights must be read", set.floor / texts));
    }
    return text;
}

} // namespace

std::string benchReport(const BenchReport &report)
{
    std::string text = row("Model", printable(report.model)) + plainTable(report.plain, report.conditions.precision);
    for (const SetBench &set : report.sets) {
        text += setTable(set);
    }
    return text + '\n' +
           row("Conditions", describe(report.conditions) + (report.packed ? "" : "; no packed products in this build"));
}

} // namespace adaplens::cli
