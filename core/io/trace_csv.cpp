// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/trace_csv.h"

#include "core/io/csv.h"
#include "core/io/utf8.h"

namespace adaplens {

std::string traceToCsv(const Trace &trace)
{
    const ValidText text(trace.text), pair(trace.pair.value_or(std::string()));
    std::string result = csvRow({"layer", "index", "piece", "word", "segment", "start", "end", "raw", "adjusted",
                                 "threshold", "kept"});
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        const LayerTrace &layer = trace.layers[l];
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            const Piece &piece = trace.encoding.pieces.at(layer.alive[i]);
            const ValidText &source = piece.segment == 1 ? pair : text;
            result += csvRow({csvNumber(l), csvNumber(std::size_t{layer.alive[i]}), ValidText(piece.text).text(),
                              std::to_string(piece.word), std::to_string(piece.segment),
                              csvNumber(source.offset(piece.source.begin)), csvNumber(source.offset(piece.source.end)),
                              csvNumber(layer.raw[i]), csvNumber(layer.adjusted[i]), csvNumber(layer.threshold),
                              layer.kept[i] != 0 ? "1" : "0"});
        }
    }
    return result;
}

} // namespace adaplens
