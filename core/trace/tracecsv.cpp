// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracecsv.h"

#include "core/io/csv.h"
#include "core/io/utf8.h"

namespace adaplens {

namespace {

/// Appends the rows of a trace, each after `prefix`.
void appendRows(const Trace &trace, const std::string &prefix, std::string &result)
{
    const ValidText text(trace.text), pair(trace.pair.value_or(std::string()));
    const std::string rule = trace.drops ? trace.rule.name : "none";
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        const LayerTrace &layer = trace.layers[l];
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            const Piece &piece = trace.encoding.pieces.at(layer.alive[i]);
            const ValidText &source = piece.segment == 1 ? pair : text;
            result += prefix;
            result += csvRow({csvNumber(l + 1), csvNumber(std::size_t{layer.alive[i]}), ValidText(piece.text).text(),
                              std::to_string(piece.word), std::to_string(piece.segment),
                              csvNumber(source.offset(piece.source.begin)), csvNumber(source.offset(piece.source.end)),
                              csvNumber(layer.raw[i]), csvNumber(layer.adjusted[i]), csvNumber(layer.threshold),
                              layer.kept[i] != 0 ? "1" : "0", rule, nameOf(layer.drop), csvNumber(layer.scale)});
        }
    }
}

std::string header()
{
    return csvRow({"layer", "index", "piece", "word", "segment", "start", "end", "raw", "adjusted", "threshold", "kept",
                   "rule", "drop", "scale"});
}

} // namespace

std::string traceToCsv(const Trace &trace)
{
    std::string result = header();
    appendRows(trace, "", result);
    return result;
}

std::string windowsToCsv(std::span<const Trace> windows)
{
    std::string result = "window," + header();
    for (const Trace &trace : windows)
        appendRows(trace, csvNumber(trace.window + 1) + ',', result);
    return result;
}

} // namespace adaplens
