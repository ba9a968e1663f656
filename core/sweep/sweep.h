// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/bootstrap.h"
#include "core/measure/conditions.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// What became of an operating point.
enum class PointStatus {
    Done,
    Failed,   ///< SweepPoint::reason says why
    NotRun,   ///< likewise
    Published ///< not measured here: figures of a paper, of other hardware; SweepPoint::source says whose
};
[[nodiscard]] const char *nameOf(PointStatus status); ///< "done", "failed", "not run", "published"
/// Throws Error listing the known names.
[[nodiscard]] PointStatus pointStatusNamed(const std::string &name);

/// One method, set in one way, on one split of a data set. Only what was measured is there: nothing is estimated.
struct SweepPoint {
    /// Its own in a file: "adapler-eta-scale-0.5-dev". The same without the split is the operating point.
    std::string id = {};
    std::string method = {}; ///< in files: "bert", "distil", or the name of a rule: "adapler", "power", "random"
    std::string title = {};  ///< for readers: "PoWER-BERT"
    std::string knob = {};   ///< what differs from point to point of a method: "eta scale", "phi"; empty = nothing does
    std::optional<double> value = {};       ///< of the knob
    std::optional<std::uint64_t> seed = {}; ///< of the training; empty where it is not known
    std::string budgetOf = {};              ///< of a floor: the id of the point that keeps as many tokens
    std::string split = {};                 ///< "dev", "test"
    PointStatus status = PointStatus::NotRun;
    std::string reason = {}; ///< of one that failed or was not run: a sentence
    std::string source = {}; ///< of a published one: where it stands, and what was measured how

    std::size_t n = 0; ///< examples
    /// An interval without resamples is a number that stands alone, as published ones do.
    std::optional<Interval> accuracy = {};
    std::optional<Interval> difference = {};       ///< accuracy less the plain model's, examples drawn in pairs
    std::optional<Interval> f1 = {};               ///< of the class Sweep::f1Label, where there is one
    std::optional<Interval> f1Difference = {};     ///< f1 less the plain model's
    std::optional<double> speedupFlops = {};       ///< exact operations, a ratio of sums, texts at their own length
    std::optional<double> speedupFlopsPadded = {}; ///< the same with every text padded to the longest
    /// Wall clock, plain and reduced by turns: the ratio of sums, drawn over batches.
    std::optional<Interval> speedupTime = {};
    std::optional<double> msPlain = {}, msReduced = {}; ///< milliseconds a text
    double pieces = 0;                   ///< n_0: mean over sequences of the pieces that enter the first layer
    std::vector<double> kept = {};       ///< the same of those that each layer keeps
    std::vector<double> thresholds = {}; ///< of the rule, as exportModel() takes them; empty where it has none
    std::filesystem::path model = {}; ///< its folder; in the file relative to the file's folder where that is possible
};

/// Operating points of all methods on one data set: what the trade of accuracy against cost is read from.
struct Sweep {
    std::string data = {};    ///< name of the set
    std::string f1Label = {}; ///< the class that F1 is of; empty = the task is scored by accuracy
    Protocol protocol = Protocol::Head512;
    std::size_t maxLength = 0;                 ///< pieces
    std::uint64_t seed = 0;                    ///< of bootstrap and random floor
    std::optional<Conditions> conditions = {}; ///< of all measured points; empty in a file of published ones
    std::vector<SweepPoint> points = {};
};

/// The name of the file in a sweep's folder; sweep.csv and sweep.md lie beside it.
inline constexpr const char *sweepFileName = "sweep.json";

/// As a file in `folder` holds it, schema `adaplens.sweep/1`. Valid UTF-8.
[[nodiscard]] std::string toJson(const Sweep &sweep, const std::filesystem::path &folder);
/// Reads such a file, or the one in a sweep's folder. Throws Error naming the file and what to do about it.
[[nodiscard]] Sweep readSweep(const std::filesystem::path &path);
/// One line a point: all of it but the thresholds.
[[nodiscard]] std::string toCsv(const Sweep &sweep);
/// A table in Markdown, one line an operating point, the splits side by side; below it n, seed and conditions.
[[nodiscard]] std::string toMarkdown(const Sweep &sweep);
/// A table for LaTeX (with booktabs), one line a point; its caption has the conditions, and says what became of points
/// that were not run and whose figures the published ones are.
[[nodiscard]] std::string toLatex(const Sweep &sweep);

enum class SpeedAxis { Flops, FlopsPadded, Time };
enum class ScoreAxis { Accuracy, F1 };
/// A point's coordinates; empty where it has none.
[[nodiscard]] std::optional<double> speedOf(const SweepPoint &point, SpeedAxis axis);
[[nodiscard]] std::optional<double> scoreOf(const SweepPoint &point, ScoreAxis axis);

/// The points that no other one beats, being at least as fast and as good and more of one: their indices, from slow to
/// fast. Points without both coordinates take no part. Which points compete (of one split, measured alike) is the
/// caller's choice.
[[nodiscard]] std::vector<std::size_t> paretoFront(std::span<const SweepPoint> points, SpeedAxis speed,
                                                   ScoreAxis score);

} // namespace adaplens
