// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tokenizer.h"
#include "core/train/config.h"

#include <cstdint>
#include <string>
#include <vector>

namespace adaplens {

/// One encoded training example, without the strings that only views need.
struct Sample {
    std::vector<std::int32_t> ids;
    std::vector<std::uint8_t> segments;
    std::size_t label = 0;
};

/// One encoded data set of a run: what is trained on, and what is held out for validation.
struct SampleSet {
    std::string name;
    std::vector<Sample> train, validation;
    std::size_t truncated = 0; ///< texts longer than the maximum length
    std::size_t excluded = 0;  ///< texts in neither: parts of validation texts
    std::size_t batch = 32;
    double phi = 0;
    std::string skipped;       ///< the reader's own counts
    bool twinLabelled = false; ///< labels are the fine-tuned model's predictions: for the steps after it
};

/// Examples of one optimiser step: all of one set, of similar length.
struct Batch {
    std::size_t set = 0;
    std::vector<std::size_t> samples; ///< indices into SampleSet::train
};

/// Reads, splits and encodes every set of a configuration. Throws Error on unreadable data or unknown labels.
[[nodiscard]] std::vector<SampleSet> loadSamples(const TrainConfig &config, const Tokenizer &tokenizer);

/// The batches of one epoch: shuffled by seed and epoch, texts of similar length together so that few places are
/// padded in attention, batches of all sets mixed. Sets labelled by the twin take part only if `twinLabelled`.
[[nodiscard]] std::vector<Batch> epochBatches(const std::vector<SampleSet> &sets, std::uint64_t seed, std::size_t epoch,
                                              bool twinLabelled);

/// Runs of at most `batch` samples, sorted by length: for passes in which order does not matter.
[[nodiscard]] std::vector<std::vector<std::size_t>> sortedBatches(const std::vector<Sample> &samples,
                                                                  std::size_t batch);

} // namespace adaplens
