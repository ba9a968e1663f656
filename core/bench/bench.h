// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/measure/conditions.h"
#include "core/model/classifier.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// Milliseconds of something that was run several times.
struct Timing {
    double median = 0, min = 0, max = 0;
    std::size_t runs = 0;
};

/// A forward pass of one text without dropping, at several lengths.
struct PlainBench {
    std::string weights; ///< the model's name, or "random"
    std::size_t layers = 0, hidden = 0, heads = 0, intermediate = 0;
    std::vector<std::size_t> n;         ///< pieces
    std::vector<Timing> packed;         ///< with weights laid out once, in the precision asked for
    std::vector<Timing> packedFloat32;  ///< the same in float32; empty where that is what was asked for
    std::vector<Timing> libtorchLinear; ///< products and attention by LibTorch's operators, float32
};

/// A data set, with and without dropping, in batches and one text at a time.
struct SetBench {
    std::string name;
    std::size_t texts = 0;
    double pieces = 0;                       ///< mean of a text
    Timing plain, reduced;                   ///< the whole set in batches sorted by length; reduced: adaptive models
    Timing singlePlain, singleReduced;       ///< the whole set one text at a time
    double flopsPlain = 0, flopsReduced = 0; ///< exact operations, summed
    /// What the plain pass' time at the lengths that are left, a layer each, makes of the set: sum over texts and
    /// layers of t(n_{l+1}) / L, t(n) being the time of a plain pass over n pieces; and of t(n_0).
    double predictedReduced = 0, predictedPlain = 0;
    double floor = 0; ///< sum over texts of t(1): reading the weights takes that long whatever is dropped

    [[nodiscard]] double perSecond(const Timing &timing) const
    {
        return timing.median > 0 ? 1000 * static_cast<double>(texts) / timing.median : 0;
    }
};

/// Everything that one run of the benchmark measured, and under which conditions.
struct BenchReport {
    std::string model;
    bool adaptive = false;
    PlainBench plain;
    std::vector<SetBench> sets;
    bool packed = false; ///< whether this build has packed products; else all paths run LibTorch's
    Conditions conditions;
};

struct BenchSet {
    std::string name;
    DataSource source; ///< labels are not needed
};

struct BenchOptions {
    std::vector<std::size_t> lengths = {2, 8, 16, 32, 64, 128, 256, 512}; ///< those the model can read are measured
    bool bertBase = false; ///< the plain pass of BERT-base's shape with random weights instead of the model's
    std::vector<BenchSet> sets;
    std::size_t maxLength = 0; ///< pieces of a text of a set; 0 = as many as the model reads
    std::size_t batch = 32;
    std::size_t runs = 7; ///< at least so many timed runs of each pass and each set
    double seconds = 0.3; ///< each length is run for at least so long
    std::function<void(std::size_t done, std::size_t total)> progress; ///< steps of unequal length
};

/// Measures. What is compared takes turns, so that a machine that slows down slows all of it; what runs first in a turn
/// or for the first time is not counted. Empty = cancelled. Throws Error where a set cannot be read or holds no text.
[[nodiscard]] std::optional<BenchReport> bench(Classifier &classifier, const BenchOptions &options,
                                               std::stop_token stop = {});

/// One JSON object, schema `adaplens.bench/1`: `plain` {`n`, `ms`, `ms_min`, `ms_max`, `ms_libtorch_linear`, ...},
/// `sets` [{`name`, `texts_per_s_plain`, `texts_per_s_reduced`, `speedup_wall`, `speedup_flops`, `one_text`, ...}],
/// `conditions`. Figures of a reduced pass are null for a model that drops nothing.
[[nodiscard]] std::string toJson(const BenchReport &report);

} // namespace adaplens
