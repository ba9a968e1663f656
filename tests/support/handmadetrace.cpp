// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace adaplens::test {

namespace {

Piece special(const std::string &text, std::int32_t id)
{
    Piece piece;
    piece.text = text;
    piece.id = id;
    piece.special = true;
    return piece;
}

Piece wordPiece(const std::string &text, std::int32_t id, ByteRange source, int word)
{
    Piece piece;
    piece.text = text;
    piece.id = id;
    piece.source = source;
    piece.word = word;
    piece.unknown = text == "[UNK]";
    return piece;
}

/// Fills layers and survivors from a weight for each piece at each layer; eta is 0.5 everywhere.
template <typename WeightOf>
void addLayers(Trace &trace, std::size_t count, WeightOf weightOf)
{
    std::vector<std::uint32_t> alive(trace.encoding.pieces.size());
    std::iota(alive.begin(), alive.end(), 0U);
    for (std::size_t l = 0; l < count; ++l) {
        LayerTrace layer;
        layer.alive = alive;
        double sum = 0;
        for (const std::uint32_t i : alive) {
            sum += weightOf(l, i);
        }
        layer.threshold = trace.drops ? 0.5F / static_cast<float>(alive.size()) : 0.0F;
        std::vector<std::uint32_t> left;
        for (const std::uint32_t i : alive) {
            const auto score = static_cast<float>(weightOf(l, i) / sum);
            const bool keep = i == 0 || score >= layer.threshold;
            layer.raw.push_back(score);
            layer.adjusted.push_back(score);
            layer.kept.push_back(keep ? 1 : 0);
            if (keep) {
                left.push_back(i);
            }
        }
        trace.layers.push_back(std::move(layer));
        alive = std::move(left);
    }
    trace.survivors = std::move(alive);
}

Prediction predictionOf(float negative, float positive)
{
    const double p = 1 / (1 + std::exp(static_cast<double>(negative) - positive));
    return {.logits = {negative, positive},
            .probabilities = {static_cast<float>(1 - p), static_cast<float>(p)},
            .label = positive > negative ? 1U : 0U};
}

Trace withoutLayers()
{
    Trace trace;
    trace.model = "Hand-made";
    trace.text = "A truly fine film, unforgettable \xF0\x9F\x98\x80!";
    trace.labels = {"negative", "positive"};
    auto &encoding = trace.encoding;
    encoding.words = {{{0, 1}, 0},   {{2, 7}, 0},   {{8, 12}, 0},  {{13, 17}, 0},
                      {{17, 18}, 0}, {{19, 32}, 0}, {{33, 37}, 0}, {{37, 38}, 0}};
    encoding.pieces = {special("[CLS]", 2),
                       wordPiece("a", 5, {0, 1}, 0),
                       wordPiece("truly", 6, {2, 7}, 1),
                       wordPiece("fine", 7, {8, 12}, 2),
                       wordPiece("film", 8, {13, 17}, 3),
                       wordPiece(",", 9, {17, 18}, 4),
                       wordPiece("un", 10, {19, 21}, 5),
                       wordPiece("##forget", 11, {21, 27}, 5),
                       wordPiece("##table", 12, {27, 32}, 5),
                       wordPiece("[UNK]", 1, {33, 37}, 6),
                       wordPiece("!", 13, {37, 38}, 7),
                       special("[SEP]", 3)};
    encoding.covered = {0, 38};
    trace.reduced = predictionOf(-1.5F, 2.0F);
    trace.plain = predictionOf(-1.75F, 2.25F);
    return trace;
}

} // namespace

Trace handMadeTrace()
{
    Trace trace = withoutLayers();
    // 8 is far above the uniform level, 1 is clearly below half of it.
    constexpr double high = 8, middle = 4, low = 1;
    const std::vector<std::map<std::uint32_t, double>> weights = {
        {{1, low}, {2, middle}, {3, high}, {5, low}},
        {{2, middle}, {3, high}, {4, low}, {8, low}, {10, low}},
        {{2, low}, {3, 40}, {6, low}, {7, low}, {9, low}, {11, low}},
    };
    addLayers(trace, weights.size(), [&](std::size_t layer, std::uint32_t piece) {
        const auto it = weights[layer].find(piece);
        return it == weights[layer].end() ? middle : it->second;
    });
    trace.plainModel = "twin";
    trace.cost = {.flopsPlain = 3.0e6, .flopsReduced = 1.5e6, .msPlain = 6, .msReduced = 4, .runs = 10, .threads = 2};
    return trace;
}

Trace handMadePlainTrace()
{
    Trace trace = withoutLayers();
    trace.score = ScoreKind::Attention;
    trace.drops = false;
    addLayers(trace, 3,
              [](std::size_t layer, std::uint32_t piece) { return 1.0 + (std::size_t{piece} * 7 + layer * 3) % 5; });
    trace.reduced = trace.plain;
    trace.plainModel = "same weights";
    trace.cost = {.flopsPlain = 3.0e6, .flopsReduced = 3.0e6, .msPlain = 6, .msReduced = 6, .runs = 10, .threads = 2};
    return trace;
}

Trace longTrace(std::size_t pieces, std::size_t layers)
{
    Trace trace;
    trace.model = "Hand-made";
    trace.labels = {"negative", "positive"};
    auto &encoding = trace.encoding;
    encoding.pieces.push_back(special("[CLS]", 2));
    for (std::size_t i = 0; i + 2 < pieces; ++i) {
        const std::string word = "word" + std::to_string(i);
        const ByteRange source{trace.text.size(), trace.text.size() + word.size()};
        trace.text += word + " ";
        encoding.words.push_back({source, 0});
        encoding.pieces.push_back(wordPiece(word, 5, source, static_cast<int>(i)));
    }
    encoding.pieces.push_back(special("[SEP]", 3));
    encoding.covered = {0, trace.text.size()};
    addLayers(trace, layers, [](std::size_t layer, std::uint32_t piece) {
        const std::uint32_t hash = piece * 2654435761U;
        return (hash + layer * 40503U) % 5 == 0 ? 0.5 : 1.0 + piece % 7;
    });
    trace.reduced = predictionOf(0.5F, -0.25F);
    trace.plain = predictionOf(-0.25F, 0.5F);
    trace.plainModel = "twin";
    trace.cost = {.flopsPlain = 8e9, .flopsReduced = 2e9, .msPlain = 80, .msReduced = 20, .runs = 10, .threads = 2};
    return trace;
}

std::optional<std::size_t> droppedAt(const Trace &trace, std::size_t piece)
{
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        const LayerTrace &layer = trace.layers[l];
        const auto place = std::find(layer.alive.begin(), layer.alive.end(), piece);
        if (place != layer.alive.end() && layer.kept[static_cast<std::size_t>(place - layer.alive.begin())] == 0) {
            return l;
        }
    }
    return std::nullopt;
}

} // namespace adaplens::test
