// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <cstddef>
#include <string>
#include <vector>

namespace adaplens::cli {

/// Bytes of the longest text that is read in windows: every window's trace holds the whole text, so what they take
/// together grows with its square.
constexpr std::size_t largestWindowedText = std::size_t{512} << 10U;

/// How a report is set.
struct ReportStyle {
    bool colour = false;
    bool byPiece = false;
    std::size_t width = 80; ///< columns to fit in; words are shortened before the table gets wider than this
};

/// A trace for reading: prediction with and without dropping, cost, and a table with a row for each word and a column
/// for each layer. A cell is score * n (1 = an equal share); "x" marks a word dropped there, "~" one partly dropped,
/// "." one already gone.
[[nodiscard]] std::string traceReport(const Trace &trace, const ReportStyle &style);

/// What a user must know before believing a trace, a sentence each: words that were not read, an answer that changes
/// when tokens are dropped, a text the model's vocabulary does not know.
[[nodiscard]] std::vector<std::string> traceNotes(const Trace &trace);

/// A class and its probability: "positive 0.998".
[[nodiscard]] std::string spokenPrediction(const std::vector<std::string> &labels,
                                           const std::vector<float> &probabilities);

} // namespace adaplens::cli
