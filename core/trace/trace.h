// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"
#include "core/text/encoding.h"
#include "core/trace/rulenames.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// What the numbers in LayerTrace::raw are: the model's own, by which it drops tokens (Trace::rule says what they are
/// called; contributions in AdapLeR). Plain models have none: their map shows attention or saliency, and nothing is
/// dropped.
enum class ScoreKind { Contribution, Attention, Saliency };

/// Where in a layer tokens go: from there on the layer runs on what is left.
enum class DropPlace {
    Nowhere,         ///< the layer decides nothing
    BeforeAttention, ///< before its self-attention
    AfterAttention   ///< between self-attention, its LayerNorm included, and the feed-forward part
};

[[nodiscard]] const char *nameOf(DropPlace place); ///< "nowhere", "before-attention", "after-attention"

/// One layer of one text. raw, adjusted and kept are parallel to alive.
struct LayerTrace {
    std::vector<std::uint32_t> alive;      ///< indices into Trace::encoding.pieces of the tokens entering the layer
    std::vector<float> raw;                ///< score S, sums to 1 over the tokens alive; 1/n where nothing is decided
    std::vector<float> adjusted;           ///< what is compared with the threshold; equals raw with theta_mode "target"
    float threshold = 0;                   ///< delta = eta / n, or the least score that stays; 0 where all stay
    std::vector<std::uint8_t> kept;        ///< 1 = stays, 0 = dropped in this layer, at `drop`
    std::vector<std::uint8_t> forced = {}; ///< 1 = a user decided, not the model; empty where nothing was forced
    DropPlace drop = DropPlace::BeforeAttention;
    float scale = 1; ///< S times this is the score in the rule's own unit: a probability, attention received
    [[nodiscard]] std::size_t keptCount() const;
};

/// What one pass costs, with the conditions it was measured under.
struct Cost {
    double flopsPlain = 0;   ///< exact operations of the plain pass on the same pieces
    double flopsReduced = 0; ///< exact operations of the reduced pass, the rule's own included
    double msPlain = 0;      ///< median of `runs` runs, milliseconds
    double msReduced = 0;
    int runs = 0; ///< 0 = not timed
    int threads = 0;
    std::string device = "cpu";
    [[nodiscard]] double speedup() const { return flopsReduced > 0 ? flopsPlain / flopsReduced : 1.0; }
    [[nodiscard]] double speedupWall() const { return msReduced > 0 ? msPlain / msReduced : 1.0; }
};

/// A prediction: raw logits, softmax probabilities, and the index of the largest.
struct Prediction {
    std::vector<float> logits;
    std::vector<float> probabilities;
    std::size_t label = 0;
};

/// Everything the program knows about one pass over one text: plain values, no tensors. The one thing all views and
/// exports read.
struct Trace {
    std::string model; ///< the model's display name
    Precision precision = Precision::Float32;
    std::string text;
    std::optional<std::string> pair;
    Encoding encoding;
    ScoreKind score = ScoreKind::Contribution;
    RuleNames rule;                       ///< what drops tokens; of use only where `drops`
    bool drops = true;                    ///< false for a plain model
    std::vector<std::string> labels;      ///< class names, in the order of the logits
    std::vector<LayerTrace> layers;       ///< in the order they run
    std::vector<std::uint32_t> survivors; ///< pieces alive after the last layer
    Prediction reduced;                   ///< with tokens removed (of a plain model: its only prediction)
    Prediction plain;                     ///< with nothing removed
    std::string plainModel;               ///< "twin", or "same weights" where the folder holds no twin
    Cost cost;
    std::size_t window = 0, windows = 1; ///< which window of a long text this is
};

/// The windows of a long text taken together: mean probabilities of one of their predictions and the label of the
/// largest; logits stay empty. `windows` must not be empty.
[[nodiscard]] Prediction meanPrediction(std::span<const Trace> windows, Prediction Trace::*prediction);

/// How a word fares at a layer, by its pieces.
enum class Fate {
    Gone,   ///< an earlier layer has dropped all of them
    Kept,   ///< all of them stay
    Partly, ///< some stay, the others are dropped here or were earlier
    Dropped ///< those that were left are dropped here
};

/// One word (or special token) at one layer: score = sum over its pieces alive, uniform = pieces alive / n.
struct WordScore {
    Fate fate = Fate::Gone;
    float raw = 0, adjusted = 0;
    float uniform = 0;
    [[nodiscard]] float ratio() const { return uniform > 0 ? adjusted / uniform : 0.0F; }
};

/// A column of the token map: a word with all its pieces, or one special token.
struct Column {
    std::vector<std::uint32_t> pieces;
    std::string label; ///< the user's own bytes, or "[CLS]" / "[SEP]", or the piece in pieces mode
    int word = -1;
    int segment = 0;
    bool special = false, unknown = false;
};

/// The columns of the token map, by word or by piece.
[[nodiscard]] std::vector<Column> columns(const Trace &trace, bool byPiece);
/// Score and fate of a column at a layer.
[[nodiscard]] WordScore scoreOf(const Trace &trace, const Column &column, std::size_t layer);

} // namespace adaplens
