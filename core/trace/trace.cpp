// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace.h"

#include <algorithm>
#include <array>

namespace adaplens {

namespace {

/// Place of a piece among those alive at a layer, or empty. `alive` is sorted: dropping keeps the order.
std::optional<std::size_t> placeOf(const LayerTrace &layer, std::uint32_t piece)
{
    const auto it = std::lower_bound(layer.alive.begin(), layer.alive.end(), piece);
    if (it == layer.alive.end() || *it != piece) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(it - layer.alive.begin());
}

std::string sourceText(const Trace &trace, ByteRange range, int segment)
{
    const std::string &text = segment == 1 && trace.pair ? *trace.pair : trace.text;
    const std::size_t begin = std::min(range.begin, text.size());
    const std::size_t end = std::clamp(range.end, begin, text.size());
    return text.substr(begin, end - begin);
}

Column columnOf(const Piece &piece)
{
    return {.pieces = {},
            .label = piece.text,
            .word = piece.word,
            .segment = piece.segment,
            .special = piece.special,
            .unknown = false};
}

} // namespace

const char *nameOf(DropPlace place)
{
    static constexpr std::array names = {"nowhere", "before-attention", "after-attention"}; // as they are numbered
    return names.at(static_cast<std::size_t>(place));
}

std::size_t LayerTrace::keptCount() const
{
    return static_cast<std::size_t>(std::count_if(kept.begin(), kept.end(), [](std::uint8_t k) { return k != 0; }));
}

Prediction meanPrediction(std::span<const Trace> windows, Prediction Trace::*prediction)
{
    std::vector<double> sum;
    for (const Trace &trace : windows) {
        const auto &probabilities = (trace.*prediction).probabilities;
        sum.resize(std::max(sum.size(), probabilities.size()));
        for (std::size_t k = 0; k < probabilities.size(); ++k) {
            sum[k] += static_cast<double>(probabilities[k]);
        }
    }
    Prediction mean;
    for (const double value : sum) {
        mean.probabilities.push_back(static_cast<float>(value / static_cast<double>(windows.size())));
    }
    mean.label = static_cast<std::size_t>(std::ranges::max_element(mean.probabilities) - mean.probabilities.begin());
    return mean;
}

std::vector<Column> columns(const Trace &trace, bool byPiece)
{
    std::vector<Column> result;
    const auto &pieces = trace.encoding.pieces;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        const bool wordGoesOn = !byPiece && piece.word >= 0 && !result.empty() && result.back().word == piece.word;
        if (!wordGoesOn) {
            Column column = columnOf(piece);
            if (!byPiece && piece.word >= 0) {
                const Word &word = trace.encoding.words.at(static_cast<std::size_t>(piece.word));
                column.label = sourceText(trace, word.source, word.segment);
            }
            result.push_back(std::move(column));
        }
        result.back().pieces.push_back(static_cast<std::uint32_t>(i));
        result.back().unknown = result.back().unknown || piece.unknown;
    }
    return result;
}

WordScore scoreOf(const Trace &trace, const Column &column, std::size_t layer)
{
    const LayerTrace &at = trace.layers.at(layer);
    WordScore score;
    std::size_t alive = 0, kept = 0;
    for (const std::uint32_t piece : column.pieces) {
        if (const auto place = placeOf(at, piece)) {
            ++alive;
            kept += at.kept[*place] != 0 ? 1 : 0;
            score.raw += at.raw[*place];
            score.adjusted += at.adjusted[*place];
        }
    }
    if (alive == 0) {
        return score;
    }
    score.uniform = static_cast<float>(alive) / static_cast<float>(at.alive.size());
    // A piece that an earlier layer dropped disagrees with those that stay now, too.
    score.fate = kept == 0 ? Fate::Dropped : kept == column.pieces.size() ? Fate::Kept : Fate::Partly;
    return score;
}

} // namespace adaplens
