// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainingset.h"

#include "core/error.h"
#include "core/train/holdout.h"
#include "core/random.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <sstream>
#include <unordered_set>

namespace adaplens {

namespace {

/// Adds 1 to `truncated` if the text is longer than the maximum. The label is still to be set.
Sample sampleOf(const Encoding &encoding, std::size_t &truncated)
{
    Sample sample;
    for (const Piece &piece : encoding.pieces) {
        sample.ids.push_back(piece.id);
        sample.segments.push_back(static_cast<std::uint8_t>(piece.segment));
    }
    truncated += encoding.cutPieces > 0 ? 1 : 0;
    return sample;
}

std::vector<Sample> encodeAll(const std::vector<Example> &examples, const std::vector<std::size_t> &chosen,
                              const Tokenizer &tokenizer, const TrainConfig &config, std::size_t maxLength,
                              std::size_t &truncated)
{
    std::vector<Sample> samples;
    samples.reserve(chosen.size());
    for (const std::size_t i : chosen) {
        samples.push_back(sampleOf(tokenizer.encode(examples[i].text, examples[i].pair, maxLength), truncated));
        samples.back().label = mapLabel(examples[i].label, config.labels);
    }
    return samples;
}

/// The lines of the training documents, once each, those of fewer than four words left out: headings, names, "what ?".
std::vector<std::string> sentencesOf(const std::vector<Example> &examples, const std::vector<std::size_t> &chosen)
{
    constexpr std::ptrdiff_t leastWords = 4;
    std::vector<std::string> result;
    std::unordered_set<std::string> seen;
    for (const std::size_t i : chosen) {
        std::istringstream lines(examples[i].text);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            using Words = std::istream_iterator<std::string>;
            if (std::distance(Words(words), Words()) >= leastWords && seen.insert(line).second) {
                result.push_back(std::move(line));
            }
        }
    }
    return result;
}

/// Held out are sentences of held-out documents, so that nothing of those is ever trained on.
SampleSet sentenceSet(const TrainSource &source, const std::vector<Example> &examples, const Holdout &split,
                      const Tokenizer &tokenizer, std::uint64_t seed)
{
    SampleSet set;
    set.name = source.name + "-sentences";
    set.batch = source.sentences.batch;
    set.phi = source.sentences.phi;
    set.twinLabelled = true;
    for (const auto &[chosen, samples] : {std::pair{&split.train, &set.train}, {&split.validation, &set.validation}}) {
        std::vector<std::string> sentences = sentencesOf(examples, *chosen);
        Random(seed).shuffle(sentences);
        sentences.resize(std::min(sentences.size(), source.sentences.limit));
        for (const std::string &sentence : sentences) {
            samples->push_back(
                sampleOf(tokenizer.encode(sentence, std::nullopt, source.sentences.maxLength), set.truncated));
        }
    }
    return set;
}

std::vector<std::size_t> upTo(std::size_t count)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

/// An order cut into runs of at most `size`.
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
    std::vector<SampleSet> derived;
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
        set.train = encodeAll(examples, split.train, tokenizer, config, source.maxLength, set.truncated);
        set.validation = encodeAll(examples, split.validation, tokenizer, config, source.maxLength, set.truncated);
        set.excluded = examples.size() - split.train.size() - split.validation.size();
        set.batch = source.batch;
        set.phi = source.phi;
        set.skipped = skippedText(reader->skipped());
        if (set.train.empty() || set.validation.empty()) {
            throw Error("%1 gives %2 examples to train on and %3 held out; both need at least one (see “holdout”).",
                        source.data.path.string(), set.train.size(), set.validation.size());
        }
        sets.push_back(std::move(set));
        if (source.sentences.limit > 0) {
            derived.push_back(sentenceSet(source, examples, split, tokenizer, mixSeed(config.seed, 200 + s)));
            if (derived.back().train.empty() || derived.back().validation.empty()) {
                throw Error(
                    "%1 gives %2 sentences of four words or more to train on and %3 held out; both need at least "
                    "one: hold out more, or omit “sentences”.",
                    source.data.path.string(), derived.back().train.size(), derived.back().validation.size());
            }
        }
    }
    std::ranges::move(derived, std::back_inserter(sets)); // last: what is stored by place stays in its place
    return sets;
}

std::vector<Batch> epochBatches(const std::vector<SampleSet> &sets, std::uint64_t seed, std::size_t epoch,
                                bool twinLabelled)
{
    // Sorting within pools of this many batches keeps lengths close and the order still random.
    constexpr std::size_t poolBatches = 50;
    Random random(mixSeed(seed, 1000 + epoch));
    std::vector<Batch> batches;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const SampleSet &set = sets[s];
        if (set.twinLabelled && !twinLabelled) {
            continue;
        }
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
