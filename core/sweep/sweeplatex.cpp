// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fixednumber.h"
#include "core/io/latex.h"
#include "core/sweep/sweepcells_p.h"

#include <algorithm>

namespace adaplens {

namespace {

/// A figure with its interval behind it, small.
std::string withInterval(const std::string &mean, const std::optional<Interval> &figure, int digits)
{
    return !figure || figure->resamples == 0 ? mean
                                             : mean + " {\\scriptsize [" + fixedNumber(figure->low, digits) + ", " +
                                                   fixedNumber(figure->high, digits) + "]}";
}

std::string score(const std::optional<Interval> &figure)
{
    return figure ? withInterval(fixedNumber(figure->mean, 4), figure, 4) : std::string();
}

/// "1.75x" with the sign that belongs there.
std::string latexTimes(const std::optional<double> &speedup)
{
    std::string text = times(speedup);
    if (!text.empty()) {
        text.pop_back();
        text += "$\\times$";
    }
    return text;
}

std::string clock(const std::optional<Interval> &speedup)
{
    return speedup ? withInterval(latexTimes(speedup->mean), speedup, 2) : std::string();
}

/// A sentence for each point that has no figures, or whose figures are others'.
std::string remarksOn(const Sweep &sweep)
{
    std::string text;
    for (const SweepPoint &point : sweep.points) {
        if (point.status != PointStatus::Done) {
            const std::string &why = point.status == PointStatus::Published ? point.source : point.reason;
            const std::string knob = knobOf(point);
            const std::string name = point.title + (knob.empty() ? "" : ", " + knob) + " (" + point.split + ")";
            text += ' ' + latexText(name + ": " + nameOf(point.status) + (why.empty() ? "" : ": " + why));
            text += text.ends_with('.') ? "" : ".";
        }
    }
    return text;
}

std::string captionOf(const Sweep &sweep)
{
    std::string text = "Accuracy against cost on " + latexText(sweep.data) +
                       ". FLOPs: exact, texts at their own length; padded: every text at the longest one's; time: wall "
                       "clock, plain and reduced by turns.";
    if (std::ranges::any_of(sweep.points, [](const SweepPoint &point) {
            return (point.accuracy && point.accuracy->resamples > 0) || (point.f1 && point.f1->resamples > 0);
        })) {
        text += " Intervals: bootstrap, 95\\,\\%, seed " + std::to_string(sweep.seed) + '.';
    }
    text += sweep.f1Label.empty() ? "" : " F1: of class " + latexText(sweep.f1Label) + '.';
    text += sweep.conditions ? " Measured on: " + latexText(describe(*sweep.conditions)) + '.' : "";
    return text + remarksOn(sweep);
}

} // namespace

std::string toLatex(const Sweep &sweep)
{
    const bool f1 = std::ranges::any_of(sweep.points, [](const SweepPoint &point) { return point.f1.has_value(); });
    std::string text = "% needs \\usepackage{booktabs}\n\\begin{table}\n  \\centering\n  \\small\n";
    text += "  \\caption{" + captionOf(sweep) + "}\n";
    text += std::string("  \\begin{tabular}{lllrl") + (f1 ? "l" : "") + "rrl}\n    \\toprule\n";
    text += std::string("    method & knob & split & $n$ & accuracy") + (f1 ? " & F1" : "") +
            " & FLOPs & padded & time \\\\\n    \\midrule\n";
    for (const SweepPoint &point : sweep.points) {
        text += "    " + latexText(point.title) + " & " + latexText(knobOf(point)) + " & " + latexText(point.split) +
                " & " + (point.n > 0 ? std::to_string(point.n) : "") + " & " + score(point.accuracy) +
                (f1 ? " & " + score(point.f1) : "") + " & " + latexTimes(point.speedupFlops) + " & " +
                latexTimes(point.speedupFlopsPadded) + " & " + clock(point.speedupTime) + " \\\\\n";
    }
    return text + "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
}

} // namespace adaplens
