// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/measure/bootstrap.h"
#include "core/measure/conditions.h"
#include "core/measure/flops.h"
#include "core/model/classifier.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// How far an evaluation has come.
struct EvaluationProgress {
    std::size_t done = 0;
    std::size_t total = 0;             ///< 0 = unknown
    std::optional<double> secondsLeft; ///< by pieces read so far; empty while unknown
};

struct EvaluateOptions {
    Protocol protocol = Protocol::Head512;
    std::size_t maxLength = 0; ///< pieces; 0 = as many as the model reads
    std::size_t batch = 32;    ///< sequences run at a time; changes time and memory, not results
    std::size_t total = 0;     ///< examples to come, for the progress (countExamples()); 0 = unknown
    /// The same model in float32 to compare with, or null: what a reduced precision changes, and gains, in one run.
    Classifier *float32 = nullptr;
    /// Floors to run beside the model on the same texts, each at the tokens that the model keeps in every layer of every
    /// text (floorNames()); adaptive models only.
    std::vector<std::string> floors = {};
    std::uint64_t floorSeed = 0; ///< of "random"
    bool unreduced = true;       ///< also run the model's weights with nothing dropped, where that is a pass of its own
    BootstrapOptions bootstrap = {}; ///< at least 1,000 resamples for a figure that is published
    std::function<void(const EvaluationProgress &)> progress = {}; ///< called after each batch, on the calling thread
};

/// What a precision changes against float32, over the sequences of an evaluation.
struct Float32Comparison {
    std::size_t decisions = 0; ///< to keep or drop a token at a layer that it reaches in both; [CLS] always stays
    std::size_t decisionsDiffering = 0;
    std::size_t answersDiffering = 0, plainAnswersDiffering = 0; ///< sequences with another label
    double msPlain = 0, msReduced = 0; ///< float32, measured by turns with the precision; summed over sequences
    [[nodiscard]] double shareDiffering() const
    {
        return decisions > 0 ? static_cast<double>(decisionsDiffering) / static_cast<double>(decisions) : 0.0;
    }
};

/// What was answered for an example, as indices of classes.
struct Answer {
    std::uint32_t gold = 0, plain = 0, model = 0;
    auto operator<=>(const Answer &) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

/// Measured milliseconds of a batch.
struct BatchTime {
    double plain = 0, model = 0;
};

/// A floor at the budget of the model evaluated.
struct FloorEvaluation {
    std::string rule;
    std::size_t correct = 0;
    Interval difference = {};              ///< the model's accuracy minus the floor's, examples drawn in pairs
    double flops = 0;                      ///< exact operations, summed over sequences
    double flopsPadded = 0;                ///< the same, each sequence padded to the longest
    double ms = 0;                         ///< measured milliseconds, summed over sequences
    std::vector<double> keptPerLayer = {}; ///< mean over sequences of the pieces kept by each layer
    std::vector<Answer> answers = {};      ///< as Evaluation::answers; `model` is the floor's
    std::vector<BatchTime> times = {};
};

/// Figures of one model on one data set. Reduced = the model with its drops, or a smaller one that drops nothing; plain
/// = the plain twin (the same weights where there is none); unreduced = the model's weights with nothing dropped.
struct Evaluation {
    std::string model, plainModel; ///< plainModel: "twin" or "same weights"
    std::vector<std::string> labels;
    std::size_t n = 0;         ///< examples
    std::size_t sequences = 0; ///< of them, in windows where there are any
    std::size_t correct = 0, correctPlain = 0,
                correctUnreduced = 0; ///< the last: of the plain pass where not asked for
    std::size_t changed = 0;          ///< examples whose label differs between reduced and plain
    std::vector<Answer> answers;      ///< of all examples, sorted: not in the order of the data
    std::vector<BatchTime> times;     ///< of which msPlain and msReduced are the sums
    std::vector<std::vector<std::size_t>> confusion, confusionPlain; ///< [gold][predicted]
    Interval difference;                     ///< accuracy minus accuracy_plain, examples drawn in pairs
    double flopsPlain = 0, flopsReduced = 0; ///< exact operations, summed over sequences
    PaddedFlops padded;                      ///< the same, each sequence padded to the longest
    double msPlain = 0, msReduced = 0;       ///< measured milliseconds, summed over sequences
    double pieces = 0;                       ///< mean over sequences of the pieces entering the first layer
    std::vector<double> keptPerLayer;        ///< mean over sequences of the pieces kept by each layer
    std::size_t nearTies = 0;                ///< decisions whose score lies within 1e-6 of the threshold
    Protocol protocol = Protocol::Head512;
    std::size_t maxLength = 0;
    std::size_t truncated = 0; ///< examples of which something was cut: a text's end, or of a long second text
    SkipCounts skipped;        ///< by the reader
    Conditions conditions;
    std::optional<Float32Comparison> float32; ///< where it was asked for
    std::vector<FloorEvaluation> floors;      ///< those asked for
    std::uint64_t seed = 0;

    [[nodiscard]] double accuracy() const { return share(correct); }
    [[nodiscard]] double accuracyPlain() const { return share(correctPlain); }
    [[nodiscard]] double accuracyUnreduced() const { return share(correctUnreduced); }
    /// Ratio of the sums of exact operations, every text at its own length.
    [[nodiscard]] double speedup() const { return flopsReduced > 0 ? flopsPlain / flopsReduced : 1.0; }
    /// The same with every text padded to the longest, as many published tables count.
    [[nodiscard]] double speedupPadded() const { return padded.speedup(); }
    /// Ratio of the sums of measured milliseconds, under the conditions given here.
    [[nodiscard]] double speedupWall() const { return msReduced > 0 ? msPlain / msReduced : 1.0; }

private:
    [[nodiscard]] double share(std::size_t part) const
    {
        return n > 0 ? static_cast<double>(part) / static_cast<double>(n) : 0.0;
    }
};

/// Runs a model over a data set; holds a bounded number of examples at a time, sorted by length within it. Empty =
/// cancelled. Throws Error if there is no example, a label that the model does not know, or floors are asked for of a
/// model that drops nothing.
[[nodiscard]] std::optional<Evaluation> evaluate(Classifier &classifier, Reader &reader, const EvaluateOptions &options,
                                                 std::stop_token stop = {});

/// The figures as one JSON object, schema `adaplens.evaluation/1`: `accuracy`, `accuracy_plain`, `accuracy_unreduced`,
/// `difference` {`mean`, `low`, `high`, `level`, `resamples`, `seed`}, `speedup` (texts unpadded), `speedup_padded` (all
/// padded to `padded_length`), `speedup_wall`, `kept_per_layer`,
/// `ms_plain` and `ms_reduced` (mean milliseconds an example), `n`, `protocol`, `truncated`, `classes`, `floors`
/// [{`rule`, `accuracy`, `difference`, `speedup`, `ms`, ...}], ... and where it was asked for `float32` {`decisions`, `decisions_differing`, `share_differing`, `answers_differing`,
/// `plain_answers_differing`, `faster_plain`, `faster_reduced`}, the last two being ratios of milliseconds. Valid
/// UTF-8.
[[nodiscard]] std::string toJson(const Evaluation &evaluation);

} // namespace adaplens
