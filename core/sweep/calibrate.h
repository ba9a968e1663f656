// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/error.h"
#include "core/evaluation/evaluate.h"
#include "core/measure/conditions.h"
#include "core/model/classifier.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// 0.25 to 4 in nine equal ratios.
[[nodiscard]] std::vector<double> usualScales();
/// `count` (at least 1) of them in equal ratios, 1 among them where the number is odd.
[[nodiscard]] std::vector<double> scalesBetween(double low, double high, std::size_t count);

struct CalibrateOptions {
    double loss = 0.01;      ///< accuracy that may be lost against the plain model, a share of the examples
    double confidence = 0.9; ///< of the promise that it is no more
    std::vector<double> scales = usualScales(); ///< of the thresholds (Interventions::scale)
    Protocol protocol = Protocol::Head512;
    std::size_t maxLength = 0; ///< pieces; 0 = as many as the model reads
    std::size_t batch = 32;    ///< sequences run at a time; changes time and memory, not results
    std::size_t total = 0;     ///< examples to come, for the progress (countExamples()); 0 = unknown
    std::function<void(const EvaluationProgress &)> progress = {}; ///< called after each batch, on the calling thread
};

/// The thresholds scaled in one way.
struct CalibratedScale {
    double scale = 1;
    std::vector<double> thresholds = {}; ///< as exportModel() takes them
    std::size_t lost = 0;                ///< examples that the plain model answers rightly and the reduced one wrongly
    std::size_t won = 0;                 ///< the other way round
    double flops = 0;                    ///< exact operations, summed over sequences
    double pValue = 1;                   ///< of "more than the loss allowed is lost"
    bool qualifies = false;
};

/// Which scales keep the promise. Scales whose thresholds are those of a gentler one, the end of their range being
/// reached, are not there.
struct Calibration {
    std::string model, plainModel; ///< as in Evaluation
    double loss = 0, confidence = 0;
    std::size_t n = 0, correctPlain = 0;
    double flopsPlain = 0;               ///< exact operations, summed over sequences
    std::vector<CalibratedScale> scales; ///< from the safest to the fastest
    std::optional<std::size_t> chosen;   ///< index of the last that qualifies; empty: none does
    /// Where none does: how many examples it would take if the safest one went on losing as it did here, or lost none.
    /// Empty where no number would do.
    std::optional<std::size_t> needed, neededWithoutLoss;
    Protocol protocol = Protocol::Head512;
    std::size_t maxLength = 0, truncated = 0;
    SkipCounts skipped;
    Conditions conditions;

    /// Exact operations of the plain model over those at this scale.
    [[nodiscard]] double speedup(const CalibratedScale &scale) const
    {
        return scale.flops > 0 ? flopsPlain / scale.flops : 1.0;
    }
    /// Accuracy lost less accuracy won.
    [[nodiscard]] double lossOf(const CalibratedScale &scale) const
    {
        return (static_cast<double>(scale.lost) - static_cast<double>(scale.won)) / static_cast<double>(n > 0 ? n : 1);
    }
};

/// Finds, of a model that drops tokens by thresholds, the harshest scale of them that loses at most so much accuracy
/// against the plain model with this confidence: over draws of the examples, which must be independent and like those to
/// come, the promise is broken in at most a share 1 - confidence.
///
/// The scales are tested from the safest to the fastest until one fails (fixed-sequence testing; Laufer-Goldshtein et
/// al., ICLR 2023, Angelopoulos et al. 2021). The loss of an example is 1 where dropping tokens turns a right answer into
/// a wrong one, else 0: it lies in [0, 1], as the p-value of Hoeffding and Bentkus needs, and its mean is at least the
/// accuracy lost, answers that turn right not being set against it. The difference itself, in {-1, 0, 1}, would have to
/// be moved to (d + 1) / 2, whose mean lies near a half, where the p-value is weakest: at a loss of 0.01 it takes tens of
/// thousands of examples instead of hundreds.
///
/// Each batch runs once plain and once at each scale; only counts are kept. Empty = cancelled. Throws Error if there is
/// no example, a label that the model does not know, the model has no thresholds, or an option is out of range.
[[nodiscard]] std::optional<Calibration> calibrate(Classifier &classifier, Reader &reader,
                                                   const CalibrateOptions &options, std::stop_token stop = {});

/// What follows from the counts: p-values, which scales qualify, what is chosen, how many examples are needed.
void decide(Calibration &calibration);

/// That no scale qualifies, and how many examples it would take, in one sentence.
[[nodiscard]] Message whyNone(const Calibration &calibration);

/// A line a scale: what it was measured to do, and what follows for the loss and confidence that stand beside it.
[[nodiscard]] std::string toCsv(const Calibration &calibration);
/// The figures as one JSON object, schema `adaplens.calibration/1`. Valid UTF-8.
[[nodiscard]] std::string toJson(const Calibration &calibration);

} // namespace adaplens
