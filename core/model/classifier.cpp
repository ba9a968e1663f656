// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/classifier_p.h"

#include "core/measure/flops.h"
#include "core/measure/timing.h"
#include "core/encoder/forwardpass_p.h"
#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/machine/threads.h"
#include "core/model/boundary_p.h"
#include "core/model/classifierprivate_p.h"
#include "core/machine/runtime.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <utility>

namespace adaplens {

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

/// An encoding may come from elsewhere; one that does not fit must not reach past a table.
void Classifier::Private::check(const Encoding &encoding) const
{
    const auto fits = [this](const Piece &piece) {
        return piece.id >= 0 && static_cast<std::size_t>(piece.id) < info().vocabularySize && piece.segment >= 0 &&
               static_cast<std::size_t>(piece.segment) < info().typeVocabularySize;
    };
    if (encoding.pieces.empty() || encoding.pieces.size() > info().maxLength) {
        throw Error("The text has " + std::to_string(encoding.pieces.size()) + " pieces; model " + info().name +
                    " reads 1 to " + std::to_string(info().maxLength) + ".");
    }
    if (!std::all_of(encoding.pieces.begin(), encoding.pieces.end(), fits)) {
        throw Error("The text was cut into pieces that model " + info().name +
                    " does not know; it may read single texts only, or the pieces are another model's.");
    }
}

std::optional<ReducedPass> Classifier::Private::pass(const BatchInput &input, Pass kind, bool record,
                                                     const std::stop_token &stop) const
{
    const Checkpoint &checkpoint = kind == Pass::Plain ? plainCheckpoint() : model.checkpoint;
    const Reducer &reducer = kind == Pass::Reduced ? *model.reducer : *none;
    auto result = runReduced(checkpoint.weights, checkpoint.info, input, reducer, record, {}, stop);
    if (result) {
        requireFinite(result->logits, info());
    }
    return result;
}

/// Fills what the map shows where nothing is dropped: attention or saliency stand in for contributions. False =
/// stopped.
bool Classifier::Private::fillPlainLayers(Trace &trace, const std::stop_token &stop) const
{
    const bool saliency = trace.score == ScoreKind::Saliency;
    const Checkpoint &plain = plainCheckpoint();
    const auto forward =
        runForward(plain.weights, plain.info, trace.encoding, {.attention = !saliency, .gradients = saliency}, stop);
    if (!forward) {
        return false;
    }
    const auto scores = saliency ? saliencyScores(*forward, trace.plain.label) : attentionScores(*forward);
    trace.survivors.resize(trace.encoding.pieces.size());
    std::iota(trace.survivors.begin(), trace.survivors.end(), 0U);
    for (const std::vector<float> &layer : scores) {
        trace.layers.push_back(
            {trace.survivors, layer, layer, 0, std::vector<std::uint8_t>(trace.survivors.size(), 1)});
    }
    return true;
}

/// Fills both predictions, the cost and, of a pass that drops tokens, what the map shows. Plain and reduced pass take
/// turns, so that a machine that slows down slows both; the first of each gives the results. False = stopped.
bool Classifier::Private::fillPasses(Trace &trace, const RunOptions &options, const BatchInput &input,
                                     const std::stop_token &stop) const
{
    std::vector<double> plainTimes, reducedTimes;
    for (int run = 0; run < std::max(1, options.timingRuns); ++run) {
        const bool first = run == 0;
        const Stopwatch plainWatch;
        const auto plain = pass(input, Pass::Plain, false, stop);
        plainTimes.push_back(plainWatch.milliseconds());
        if (!plain) {
            return false;
        }
        if (first) {
            trace.plain = predictionOf(valuesOf(plain->logits[0]));
        }
        if (!trace.drops) {
            continue;
        }
        const Stopwatch reducedWatch;
        auto reduced = pass(input, Pass::Reduced, first, stop); // recording copies a few numbers a token
        reducedTimes.push_back(reducedWatch.milliseconds());
        if (!reduced) {
            return false;
        }
        if (first) {
            trace.layers = std::move(reduced->layers.front());
            trace.survivors = std::move(reduced->survivors.front());
            trace.reduced = predictionOf(valuesOf(reduced->logits[0]));
            trace.cost.flopsReduced = flopsReduced(info(), reduced->alive.front());
        }
    }
    if (!trace.drops) {
        trace.reduced = trace.plain;
    }
    Cost &cost = trace.cost;
    cost.flopsPlain = flopsPlain(plainCheckpoint().info, trace.encoding.pieces.size());
    cost.flopsReduced = trace.drops ? cost.flopsReduced : cost.flopsPlain;
    if (options.timingRuns > 0) {
        cost.runs = options.timingRuns;
        cost.threads = at::get_num_threads();
        cost.msPlain = median(plainTimes);
        cost.msReduced = trace.drops ? median(reducedTimes) : cost.msPlain;
    }
    return true;
}

Classifier::Classifier(std::shared_ptr<const Private> p) : d(std::move(p)) {}
Classifier::~Classifier() = default;

const ModelInfo &Classifier::info() const
{
    return d->info();
}

const Tokenizer &Classifier::tokenizer() const
{
    return d->tokenizer;
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
    d->check(encoding);
    return withPlainErrors("Running model " + info().name, [&]() -> std::optional<Trace> {
        useThreads();
        const c10::InferenceMode guard(options.plainScore != ScoreKind::Saliency);
        Trace trace;
        trace.model = info().name;
        trace.text = text;
        trace.pair = pair;
        trace.encoding = std::move(encoding);
        trace.labels = info().labels;
        trace.precision = precision();
        trace.drops = info().adaptive && !options.plain;
        trace.score = trace.drops                                 ? ScoreKind::Contribution
                      : options.plainScore == ScoreKind::Saliency ? ScoreKind::Saliency
                                                                  : ScoreKind::Attention;
        trace.plainModel = d->twin ? "twin" : "same weights";
        const Encoding *const one[] = {&trace.encoding};
        const BatchInput input = BatchInput::of(one);
        if (!d->fillPasses(trace, options, input, stop) || (!trace.drops && !d->fillPlainLayers(trace, stop))) {
            return std::nullopt;
        }
        return trace;
    });
}

std::optional<Trace> Classifier::run(const std::string &text, const std::optional<std::string> &pair,
                                     const RunOptions &options, std::stop_token stop)
{
    return run(text, pair, encode(text, pair), options, std::move(stop));
}

std::optional<std::vector<Outcome>> Classifier::runBatch(std::span<const Encoding> batch, Pass pass,
                                                         std::stop_token stop, bool record)
{
    std::vector<std::size_t> lengths;
    for (const Encoding &encoding : batch) {
        d->check(encoding);
        lengths.push_back(encoding.pieces.size());
    }
    if (batch.empty()) {
        return std::vector<Outcome>{};
    }
    return withPlainErrors("Running model " + info().name, [&]() -> std::optional<std::vector<Outcome>> {
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
            auto result = d->pass(BatchInput::of(encodings), pass, record, stop);
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

const Checkpoint &ClassifierAccess::model(const Classifier &classifier)
{
    return classifier.d->model.checkpoint;
}

const Checkpoint &ClassifierAccess::plain(const Classifier &classifier)
{
    return classifier.d->plainCheckpoint();
}

bool ClassifierAccess::hasTwin(const Classifier &classifier)
{
    return classifier.d->twin.has_value();
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
