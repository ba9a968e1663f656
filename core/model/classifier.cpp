// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/classifier_p.h"

#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/machine/runtime.h"
#include "core/machine/threads.h"
#include "core/model/boundary_p.h"
#include "core/model/openedmodel_p.h"
#include "core/stopped_p.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace adaplens {

namespace {

/// States of a batch are a few megabytes and live for one product. By default glibc gives such blocks back to the
/// system at once and fetches them anew, page by page: a fifth of a pass.
void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int block = 32 << 20, kept = 256 << 20;
    static const bool set = mallopt(M_MMAP_THRESHOLD, block) == 1 && mallopt(M_TRIM_THRESHOLD, kept) == 1;
    static_cast<void>(set);
#endif
}

} // namespace

Prediction predictionOf(std::vector<float> logits)
{
    Prediction prediction;
    const auto largest = std::max_element(logits.begin(), logits.end());
    prediction.label = static_cast<std::size_t>(largest - logits.begin());
    double sum = 0;
    for (const float logit : logits) {
        sum += std::exp(static_cast<double>(logit) - *largest);
    }
    for (const float logit : logits) {
        prediction.probabilities.push_back(static_cast<float>(std::exp(static_cast<double>(logit) - *largest) / sum));
    }
    prediction.logits = std::move(logits);
    return prediction;
}

Classifier::Classifier(std::shared_ptr<const OpenedModel> p) : d(std::move(p)) {}
Classifier::~Classifier() = default;

std::unique_ptr<Classifier> Classifier::open(const std::filesystem::path &folder, Precision precision,
                                             const std::filesystem::path &tokenizer, const std::stop_token &stop)
{
    using Key = std::pair<ModelIdentity, std::filesystem::path>;
    static std::mutex mutex;
    static std::map<Key, std::weak_ptr<const OpenedModel>> opened;
    keepFreedMemory();
    precision = usable(precision);
    const std::scoped_lock lock(mutex); // who asks for the same model meanwhile gets it too
    std::erase_if(opened, [](const auto &entry) { return entry.second.expired(); });
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        const ModelIdentity identity = identityOf(folder, precision);
        const auto changed = [&] { return identity != identityOf(folder, precision); }; // files of two models, perhaps
        try {
            auto &known = opened[{identity, tokenizer}];
            std::shared_ptr<const OpenedModel> shared = known.lock();
            if (!shared) {
                shared = OpenedModel::read(folder, identity, tokenizer, stop);
                known = shared;
            }
            if (!changed()) {
                return std::unique_ptr<Classifier>(new Classifier(std::move(shared)));
            }
            opened.erase({identity, tokenizer});
        } catch (const Stopped &) {
            return nullptr;
        } catch (const Error &) {
            if (!changed()) {
                throw;
            }
        }
        if (attempt == attempts) {
            throw Error("The files of %1 keep changing; open the model again once they are written.", folder.string());
        }
    }
}

const ModelInfo &Classifier::info() const
{
    return d->info();
}

const Tokenizer &Classifier::tokenizer() const
{
    return d->tokenizer;
}

std::vector<double> Classifier::thresholds() const
{
    return ruleOf(info()).thresholds(d->model.checkpoint.weights);
}

std::unique_ptr<Classifier> Classifier::scaled(double scale) const
{
    return std::unique_ptr<Classifier>(new Classifier(d->scaled(scale)));
}

Precision Classifier::precision() const
{
    return d->identity.precision;
}

const ModelIdentity &Classifier::identity() const
{
    return d->identity;
}

Encoding Classifier::encode(std::string_view text, std::optional<std::string_view> pair, std::size_t maxLength) const
{
    const std::size_t most = info().maxLength;
    return d->tokenizer.encode(text, pair, maxLength > 0 ? std::min(maxLength, most) : most);
}

std::optional<Trace> Classifier::run(const std::string &text, const std::optional<std::string> &pair, Encoding encoding,
                                     const RunOptions &options, std::stop_token stop)
{
    return d->trace(text, pair, std::move(encoding), options, stop);
}

std::optional<Trace> Classifier::run(const std::string &text, const std::optional<std::string> &pair,
                                     const RunOptions &options, std::stop_token stop)
{
    return run(text, pair, encode(text, pair), options, std::move(stop));
}

namespace {

/// One pass over a part of a batch, of the sequences with these numbers. Empty = stopped.
using PartPass = std::function<std::optional<ReducedPass>(const BatchInput &, const std::vector<std::size_t> &)>;

std::optional<std::vector<Outcome>> runParts(const OpenedModel &model, std::span<const Encoding> batch, bool record,
                                             const PartPass &pass)
{
    std::vector<std::size_t> lengths;
    for (const Encoding &encoding : batch) {
        model.check(encoding);
        lengths.push_back(encoding.pieces.size());
    }
    if (batch.empty()) {
        return std::vector<Outcome>{};
    }
    const Message what = message("Running model %1", model.info().name);
    return translatingErrors(what, [&]() -> std::optional<std::vector<Outcome>> {
        useThreads();
        // Each thread takes whole sequences through all layers: nobody waits for anybody before the end.
        const auto shares = dealOut(lengths, static_cast<std::size_t>(at::get_num_threads()));
        std::vector<Outcome> outcomes(batch.size());
        std::atomic<bool> stopped = false;
        inThreads(shares.size(), [&](std::size_t s) {
            const c10::InferenceMode guard;
            std::vector<const Encoding *> encodings;
            for (const std::size_t i : shares[s]) {
                encodings.push_back(&batch[i]);
            }
            auto result = pass(BatchInput::of(encodings), shares[s]);
            if (!result) {
                stopped = true;
                return;
            }
            for (std::size_t b = 0; b < encodings.size(); ++b) {
                outcomes[shares[s][b]] = {valuesOf(result->logits[static_cast<std::int64_t>(b)]),
                                          std::move(result->alive[b]), result->nearTies[b],
                                          record ? std::move(result->layers[b]) : std::vector<LayerTrace>{}};
            }
        });
        if (stopped) {
            return std::nullopt;
        }
        return outcomes;
    });
}

} // namespace

std::optional<std::vector<Outcome>> Classifier::runBatch(std::span<const Encoding> batch, Pass pass,
                                                         std::stop_token stop, bool record)
{
    return runParts(*d, batch, record, [&](const BatchInput &input, const std::vector<std::size_t> &) {
        return d->pass(input, pass, record, stop);
    });
}

std::optional<std::vector<Outcome>> Classifier::runFloor(std::span<const Encoding> batch, const FloorRun &floor,
                                                         std::stop_token stop, bool record)
{
    if (floor.alive.size() != batch.size()) {
        throw Error("A floor over %1 texts was given the tokens kept of %2.", batch.size(), floor.alive.size());
    }
    return runParts(*d, batch, record, [&](const BatchInput &input, const std::vector<std::size_t> &sequences) {
        std::vector<std::vector<std::uint32_t>> alive;
        for (const std::size_t i : sequences) {
            alive.push_back(floor.alive[i]);
        }
        const std::unique_ptr<Reducer> reducer = makeFloor({floor.rule, alive, floor.seed}, d->plainCheckpoint().info);
        return d->pass(input, Pass::Plain, record, stop, reducer.get());
    });
}

const Checkpoint &ClassifierAccess::model(const Classifier &classifier)
{
    return classifier.d->model.checkpoint;
}

const Checkpoint &ClassifierAccess::plain(const Classifier &classifier)
{
    return classifier.d->plainCheckpoint();
}

bool ClassifierAccess::plainIsTwin(const Classifier &classifier)
{
    return &plain(classifier) != &model(classifier);
}

const Checkpoint &ClassifierAccess::twin(const Classifier &classifier)
{
    return classifier.d->twinCheckpoint();
}

void ClassifierAccess::check(const Classifier &classifier, const Encoding &encoding)
{
    classifier.d->check(encoding);
}

std::optional<ReducedPass> ClassifierAccess::run(const Classifier &classifier, const BatchInput &input, Pass kind,
                                                 bool record, const std::stop_token &stop)
{
    return classifier.d->pass(input, kind, record, stop);
}

} // namespace adaplens
