// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"
#include "core/agreement/metric.h"
#include "core/agreement/selection.h"
#include "core/measure/bootstrap.h"
#include "core/measure/conditions.h"
#include "core/trace/rulenames.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// What one instance is: a window of word pieces (the AdapLeR paper's way), or a whole document of white-space words
/// (ERASER's).
enum class AgreementMode { WindowsPieces, DocumentsWords };
[[nodiscard]] const char *nameOf(AgreementMode mode); ///< "windows-pieces", "documents-words"
[[nodiscard]] AgreementMode agreementModeNamed(const std::string &name);

struct MetricValue {
    Interval interval;                    ///< bootstrap over documents
    std::size_t n = 0;                    ///< instances it is a mean of
    std::optional<Interval> cpDifference; ///< the model's own scores minus this method, paired by document
};
using MetricValues = std::map<Metric, MetricValue>; ///< only those that were measured

struct MethodAgreement {
    ScoreMethod method = ScoreMethod::Contribution;
    std::string source;               ///< as TokenScores::source
    std::vector<MetricValues> layers; ///< one, or one a layer
    MetricValues mean;                ///< of the layers' mean within each instance
};

struct AgreementOptions {
    std::vector<ScoreMethod> methods = usualScoreMethods();
    AgreementMode mode = AgreementMode::WindowsPieces;
    Selection selection;
    bool goldClass = true; ///< gradients and probabilities of the gold class, else of the predicted one
    bool raw = false, fromAdapler = false;
    DroppedScore dropped = DroppedScore::Zero;
    bool faithfulness = false; ///< also comprehensiveness and sufficiency: ten more passes a method and layer
    std::size_t maxLength = 0; ///< pieces of a window; 0 = as many as the model reads
    std::size_t total = 0;     ///< documents to come (countExamples()); 0 = unknown
    std::string data, split;   ///< as the report names them; nothing is opened by these names
    std::uint64_t seed = 7;
    std::size_t resamples = 1000;
    /// Where finished documents are written as they come, so that an interrupted run goes on; empty = nowhere.
    std::filesystem::path resumeFile;
    /// ERASER predictions, mode documents-words only; empty = none. The files of eraserFiles(). Every annotation with a
    /// document gets a line, also where nothing is marked. With `faithfulness` they hold what the scorer's
    /// comprehensiveness and sufficiency need. With `resumeFile`, "<resumeFile>.predictions" keeps those done.
    std::filesystem::path eraserOut;
    std::vector<std::string> dataLabels; ///< the labels of the data, which name the classes in ERASER predictions
};

/// Where the predictions of each method and layer go: `eraserOut` itself where there is one only, else
/// "name-cp-1.jsonl", "name-cp-2.jsonl", ... beside it, and "name-ig.jsonl" for a method without layers.
/// [methods][layers or 1]
[[nodiscard]] std::vector<std::vector<std::filesystem::path>> eraserFiles(const AgreementOptions &options,
                                                                          std::size_t layers);

struct AgreementReport {
    std::string model, data, split, twin; ///< twin: "twin" or "same weights"
    std::string rule = "adapler";         ///< by which the model drops tokens, RuleNames::name; "none" of a plain model
    std::string ownScore = "contribution"; ///< what it drops them by, RuleNames::score: the method "cp"
    AgreementOptions options;
    std::vector<MethodAgreement> methods;
    std::size_t documents = 0;                  ///< read
    std::size_t instances = 0;                  ///< windows or documents that count
    std::size_t withoutRationale = 0;           ///< instances left out because nothing in them is marked
    std::size_t fullyMarked = 0;                ///< instances left out because everything in them is marked
    std::size_t splitSpans = 0;                 ///< rationale spans longer than a window
    std::map<std::string, std::size_t> skipped; ///< reason -> count, by reader and run
    Interval baseRate;                          ///< share of marked tokens over the instances
    std::size_t predicted = 0;                  ///< documents that were run and whose label the model knows
    std::size_t correct = 0, correctPlain = 0;  ///< of them, with tokens removed and without (mean over windows)
    double speedup = 1;                         ///< exact operations, ratio of sums, every window at its own length
    std::optional<double> speedupPadded;        ///< the same with each padded to the longest; empty in older reports
    std::size_t longest = 0; ///< pieces of the longest window; as many as a window holds where a document takes several
    Conditions conditions;   ///< its seconds are those of the documents, also of an earlier run that was gone on with
    bool complete = false;   ///< false for a partial result
};

/// What the rule of a report and its scores are called; a rule that this program does not know, by its names in files.
[[nodiscard]] RuleNames namesOf(const AgreementReport &report);

/// Schema `adaplens.agreement/1`; `layers` of a method is an array, layer 1 first. agreementFromJson() reads it back
/// (kept runs). Throws Error naming the file.
[[nodiscard]] std::string toJson(const AgreementReport &report);
[[nodiscard]] AgreementReport agreementFromJson(const std::string &json, const std::string &name);
/// One line a method, layer and metric: model, data, split, mode, selection, method, source, layer, metric, mean, low,
/// high, n, the paired difference (own scores minus method) with its ends where there is one, seed, conditions, the
/// model's rule and what its own scores (method "cp") are called. `layer` counts from 1, as in the paper and in the
/// window; "mean" is the mean over layers, the only line of a method without layers. The first lines are of no method:
/// the base rate, accuracy with tokens removed and without, speed-ups.
[[nodiscard]] std::string toCsv(const AgreementReport &report);
/// A booktabs table of the means over layers with intervals, conditions in the caption.
[[nodiscard]] std::string toLatex(const AgreementReport &report);

} // namespace adaplens
