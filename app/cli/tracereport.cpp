// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tracereport.h"

#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace adaplens::cli {

namespace {

constexpr std::size_t cellWidth = 7;
constexpr double unknownLimit = 0.2;

std::string painted(const std::string &text, const char *code, bool colour)
{
    return colour && *code != '\0' ? std::string("\033[") + code + 'm' + text + "\033[0m" : text;
}

/// Orange above an equal share, blue below it, stronger the further away: the colours of the token map.
const char *colourOf(float ratio)
{
    const float strength = std::log2(std::max(ratio, 1e-6F));
    return strength >= 2      ? "1;38;5;208"
           : strength >= 0.5F ? "38;5;214"
           : strength > -0.5F ? ""
           : strength > -2    ? "38;5;75"
                              : "38;5;33";
}

std::string cell(const WordScore &score, bool colour)
{
    if (score.fate == Fate::Gone) {
        return painted(rightAligned(". ", cellWidth), "2", colour);
    }
    const float ratio = score.ratio();
    std::string text = format(ratio < 9.995F ? "%.2f" : ratio < 99.95F ? "%.1f" : "%.0f", static_cast<double>(ratio));
    text += score.fate == Fate::Dropped ? 'x' : score.fate == Fate::Partly ? '~' : ' ';
    return painted(rightAligned(text, cellWidth), score.fate == Fate::Dropped ? "2;9" : colourOf(ratio), colour);
}

std::string share(std::size_t part, std::size_t whole)
{
    return format("%.0f %%", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string spokenFlops(double flops)
{
    return flops >= 1e9 ? format("%.2f GFLOP", flops / 1e9) : format("%.1f MFLOP", flops / 1e6);
}

std::string plainName(const Trace &trace)
{
    return trace.plainModel == "twin" ? "plain twin" : "same weights, nothing dropped";
}

std::string prediction(const Trace &trace)
{
    if (!trace.drops) {
        return "Prediction  " + spokenPrediction(trace.labels, trace.reduced.probabilities) + " (nothing is dropped)\n";
    }
    return "Prediction  " + spokenPrediction(trace.labels, trace.reduced.probabilities) + " (tokens dropped), " +
           spokenPrediction(trace.labels, trace.plain.probabilities) + " (" + plainName(trace) + ")\n";
}

std::string cost(const Trace &trace)
{
    const Cost &c = trace.cost;
    const std::string conditions =
        c.runs > 0 ? " (" + (c.runs > 1 ? "median of " + std::to_string(c.runs) + " runs" : std::string("one run")) +
                         ", " + counted(static_cast<std::size_t>(c.threads), "thread") + ", " + c.device + ", " +
                         nameOf(trace.precision) + ")"
                   : std::string();
    std::string text = "Cost        ";
    if (!trace.drops) {
        text += spokenFlops(c.flopsPlain);
        return text + (c.runs > 0 ? format(", %.1f ms", c.msPlain) + conditions : "") + '\n';
    }
    text += spokenFlops(c.flopsReduced) + " instead of " + spokenFlops(c.flopsPlain) + format(": %.2fx", c.speedup());
    if (c.runs > 0) {
        text += format("; %.1f ms instead of %.1f ms: %.2fx", c.msReduced, c.msPlain, c.speedupWall()) + conditions;
    }
    return text + '\n';
}

std::string tokens(const Trace &trace)
{
    const std::size_t pieces = trace.encoding.pieces.size();
    std::string text = "Tokens      " + std::to_string(pieces) + " in " + counted(trace.encoding.words.size(), "word");
    if (trace.drops) {
        text += ", " + std::to_string(trace.survivors.size()) + " (" + share(trace.survivors.size(), pieces) +
                ") reach the prediction";
    }
    return text + '\n';
}

/// From which the answer is read: "[CLS]", "<s>".
std::string firstPiece(const Trace &trace)
{
    return trace.encoding.pieces.empty() ? std::string("[CLS]") : printable(trace.encoding.pieces.front().text);
}

std::string scoreName(const Trace &trace)
{
    if (trace.score == ScoreKind::Contribution) {
        return trace.rule.scoreTitle.english();
    }
    return trace.score == ScoreKind::Attention ? "attention from " + firstPiece(trace) : "saliency";
}

/// Where in the layers tokens go.
std::string dropPlace(const Trace &trace)
{
    const bool after = std::ranges::any_of(
        trace.layers, [](const LayerTrace &layer) { return layer.drop == DropPlace::AfterAttention; });
    return after ? "between a layer's attention and its feed-forward part" : "before a layer's attention";
}

/// What draws the line, for readers.
std::string keepRule(const Trace &trace)
{
    switch (trace.rule.keptBy) {
    case KeptBy::Nothing:
        return "all is kept";
    case KeptBy::Share:
        return "kept where the score reaches the threshold";
    case KeptBy::OwnScore:
        return "kept where the " + trace.rule.scoreTitle.english() + " itself reaches the threshold";
    case KeptBy::Rank:
        break;
    }
    return "as many of the best are kept as the " + trace.rule.thresholdTitle.english() +
           " says: those whose score reaches the threshold";
}

/// A layer's threshold in the unit in which the rule compares, or "-" where all stay.
std::string threshold(const Trace &trace, std::size_t layer)
{
    const LayerTrace &at = trace.layers[layer];
    if (at.drop == DropPlace::Nowhere || at.threshold <= 0) {
        return "-";
    }
    const double unit =
        trace.rule.keptBy == KeptBy::OwnScore ? static_cast<double>(at.scale) : static_cast<double>(at.alive.size());
    return format("%.2f", static_cast<double>(at.threshold) * unit);
}

/// A row that says something of each layer rather than of a word.
template <typename Text>
std::string layerRow(const Trace &trace, const char *head, std::size_t labelWidth, Text text)
{
    std::string row = padded(head, labelWidth);
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        row += rightAligned(text(l) + ' ', cellWidth);
    }
    return row + '\n';
}

std::string table(const Trace &trace, const ReportStyle &style)
{
    const std::vector<Column> words = columns(trace, style.byPiece);
    std::size_t labelWidth = 10;
    for (const Column &word : words) {
        labelWidth = std::max(labelWidth, displayWidth(printable(word.label)));
    }
    const std::size_t cells = trace.layers.size() * cellWidth;
    const std::size_t room = style.width > cells + 10 ? style.width - cells : 10;
    labelWidth = std::min(labelWidth, room);

    std::string text = layerRow(trace, "layer", labelWidth, [](std::size_t l) { return std::to_string(l + 1); });
    if (trace.drops) {
        text += layerRow(trace, "kept", labelWidth,
                         [&](std::size_t l) { return std::to_string(trace.layers[l].keptCount()); });
        text += layerRow(trace, "threshold", labelWidth, [&](std::size_t l) { return threshold(trace, l); });
    }
    for (const Column &word : words) {
        text += padded(word.label, labelWidth);
        for (std::size_t l = 0; l < trace.layers.size(); ++l) {
            text += cell(scoreOf(trace, word, l), style.colour);
        }
        text += word.unknown ? " [UNK]\n" : "\n";
    }
    return text;
}

} // namespace

std::string spokenPrediction(const std::vector<std::string> &labels, const std::vector<float> &probabilities)
{
    const auto largest = std::max_element(probabilities.begin(), probabilities.end());
    const auto index = static_cast<std::size_t>(largest - probabilities.begin());
    return printable(labels.at(index)) + format(" %.3f", static_cast<double>(*largest));
}

std::string traceReport(const Trace &trace, const ReportStyle &style)
{
    std::string text = "Model       " + printable(trace.model) + '\n' + prediction(trace) + cost(trace) + tokens(trace);
    text += std::string("\nEach cell: ") + scoreName(trace) + " times the number of tokens, 1 = an equal share";
    text += trace.drops ? ".\nx dropped here, " + dropPlace(trace) + ", ~ partly dropped, . already gone; " +
                              keepRule(trace) + "; " + firstPiece(trace) + " always stays.\n\n"
                        : ".\n\n";
    return text + table(trace, style);
}

std::vector<std::string> traceNotes(const Trace &trace)
{
    std::vector<std::string> notes;
    if (const Encoding &encoding = trace.encoding; encoding.cutPieces > 0) {
        notes.push_back("The text is longer than the model reads at once: " + counted(encoding.cutWords, "word") +
                        " (" + counted(encoding.cutPieces, "piece") + ") at its end went unread" +
                        (trace.text.size() <= largestWindowedText ? "; --window reads all of it, part by part."
                                                                  : "; split it to read the rest."));
    }
    if (trace.drops && trace.reduced.label != trace.plain.label) {
        notes.push_back(
            "Dropping tokens changes the answer: " + spokenPrediction(trace.labels, trace.reduced.probabilities) +
            " with tokens dropped, " + spokenPrediction(trace.labels, trace.plain.probabilities) + " without (" +
            plainName(trace) + ").");
    }
    const auto &pieces = trace.encoding.pieces;
    const auto unknown = static_cast<std::size_t>(
        std::count_if(pieces.begin(), pieces.end(), [](const Piece &piece) { return piece.unknown; }));
    const auto own = static_cast<std::size_t>(
        std::count_if(pieces.begin(), pieces.end(), [](const Piece &piece) { return !piece.special; }));
    if (own == 0) {
        notes.emplace_back("The text holds nothing that the model can read, so the prediction says nothing about it.");
    }
    if (static_cast<double>(unknown) > unknownLimit * static_cast<double>(own)) {
        notes.push_back("The model's vocabulary does not know " + share(unknown, own) +
                        " of this text ([UNK]), so the prediction means little.");
    }
    return notes;
}

} // namespace adaplens::cli
