// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_set.h"

#include "core/error.h"
#include "core/train/holdout.h"
#include "core/train/random.h"

#include <algorithm>
#include <numeric>

namespace adaplens {

namespace {

std::vector<Sample> encodeAll(const std::vector<Example> &examples, const std::vector<std::size_t> &chosen,
                              const Tokenizer &tokenizer, const TrainConfig &config, std::size_t maxLength,
                              std::size_t &cut)
{
    std::vector<Sample> samples;
    samples.reserve(chosen.size());
    for (const std::size_t i : chosen) {
        const Encoding encoding = tokenizer.encode(examples[i].text, examples[i].pair, maxLength);
        Sample sample;
        sample.label = mapLabel(examples[i].label, config.labels);
        for (const Piece &piece : encoding.pieces) {
            sample.ids.push_back(piece.id);
            sample.segments.push_back(static_cast<std::uint8_t>(piece.segment));
        }
        cut += encoding.cutPieces > 0 ? 1 : 0;
        samples.push_back(std::move(sample));
    }
    return samples;
}

std::vector<std::size_t> upTo(std::size_t count)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

/// order[begin, end) cut into runs of at most `size`.
template <typename Add>
void eachRun(const std::vector<std::size_t> &order, std::size_t size, Add add)
{
    for (std::size_t begin = 0; begin < order.size(); begin += size) {
        const std::size_t end = std::min(begin + size, order.size());
        add(std::vector<std::size_t>(order.begin() + static_cast<std::ptrdiff_t>(begin),
                                     order.begin() + static_cast<std::ptrdiff_t>(end)));
    }
}

} // namespace

std::vector<SampleSet> loadSamples(const TrainConfig &config, const Tokenizer &tokenizer)
{
    std::vector<SampleSet> sets;
    for (std::size_t s = 0; s < config.data.size(); ++s) {
        const TrainSource &source = config.data[s];
        DataSource data = source.data;
        if (data.split.empty()) {
            data.split = "train"; // a reader's own default is for evaluation
        }
        const std::unique_ptr<Reader> reader = openReader(data);
        std::vector<Example> examples;
        while (auto example = reader->next()) {
            examples.push_back(std::move(*example));
        }
        const Holdout split = holdOut(examples, source.holdout, source.phrases, mixSeed(config.seed, 100 + s));
        SampleSet set;
        set.name = source.name;
        set.train = encodeAll(examples, split.train, tokenizer, config, source.maxLength, set.cut);
        set.held = encodeAll(examples, split.held, tokenizer, config, source.maxLength, set.cut);
        set.left = examples.size() - split.train.size() - split.held.size();
        set.batch = source.batch;
        set.phi = source.phi;
        set.skipped = reader->skipped();
        if (set.train.empty() || set.held.empty()) {
            throw Error(source.data.path.string() + " gives " + std::to_string(set.train.size()) +
                        " examples to train on and " + std::to_string(set.held.size()) +
                        " held out; both need at least one (see “holdout”).");
        }
        sets.push_back(std::move(set));
    }
    return sets;
}

std::vector<Batch> epochBatches(const std::vector<SampleSet> &sets, std::uint64_t seed, std::size_t epoch)
{
    // Sorting within pools of this many batches keeps lengths close and the order still random.
    constexpr std::size_t poolBatches = 50;
    Random random(mixSeed(seed, 1000 + epoch));
    std::vector<Batch> batches;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const SampleSet &set = sets[s];
        std::vector<std::size_t> order = upTo(set.train.size());
        random.shuffle(order);
        eachRun(order, poolBatches * set.batch, [&](std::vector<std::size_t> pool) {
            std::stable_sort(pool.begin(), pool.end(), [&](std::size_t a, std::size_t b) {
                return set.train[a].ids.size() < set.train[b].ids.size();
            });
            eachRun(pool, set.batch, [&](std::vector<std::size_t> run) { batches.push_back({s, std::move(run)}); });
        });
    }
    random.shuffle(batches);
    return batches;
}

std::vector<std::vector<std::size_t>> sortedBatches(const std::vector<Sample> &samples, std::size_t batch)
{
    std::vector<std::size_t> order = upTo(samples.size());
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return samples[a].ids.size() < samples[b].ids.size(); });
    std::vector<std::vector<std::size_t>> batches;
    eachRun(order, batch, [&](std::vector<std::size_t> run) { batches.push_back(std::move(run)); });
    return batches;
}

} // namespace adaplens
