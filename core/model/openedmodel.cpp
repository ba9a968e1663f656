// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/openedmodel_p.h"

#include "core/encoder/forwardpass_p.h"
#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/machine/runtime.h"
#include "core/measure/flops.h"
#include "core/measure/timing.h"
#include "core/model/boundary_p.h"
#include "core/model/classifier_p.h"
#include "core/model/modelfolder_p.h"
#include "core/reduction/names.h"
#include "core/stopped_p.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <numeric>

namespace adaplens {

namespace {

/// The two models of a folder are compared token by token, so they must read alike; where the model drops tokens also
/// layer by layer. One that does not is a smaller student of its twin.
void checkTwin(const Checkpoint &model, const Checkpoint &twin)
{
    const auto refuse = [&](const Message &what) {
        throw Error("%1 does not fit the model it is the plain twin of: %2; remove the folder or export both together.",
                    twin.info.folder.string(), what);
    };
    if (twin.info.adaptive) {
        refuse(message("it drops tokens itself"));
    }
    if (twin.info.labels != model.info.labels) {
        refuse(message("its labels differ"));
    }
    if (model.info.adaptive &&
        (twin.info.layers != model.info.layers || twin.info.hidden != model.info.hidden ||
         twin.info.heads != model.info.heads || twin.info.intermediate != model.info.intermediate)) {
        refuse(message("its layers differ in number or size"));
    }
    if (twin.info.vocabularySize != model.info.vocabularySize || twin.info.lowerCase != model.info.lowerCase) {
        refuse(message("its vocabulary differs"));
    }
    if (twin.info.maxLength < model.info.maxLength || twin.info.typeVocabularySize < model.info.typeVocabularySize) {
        refuse(message("it reads shorter texts, or no pairs"));
    }
}

} // namespace

std::shared_ptr<const OpenedModel> OpenedModel::read(const std::filesystem::path &folder, const ModelIdentity &identity,
                                                     const std::filesystem::path &tokenizer,
                                                     const std::stop_token &stop)
{
    return translatingErrors(message("Opening %1", folder.string()), [&] {
        auto opened = std::make_shared<OpenedModel>(readCheckpoint(folder, tokenizer, stop));
        opened->identity = identity;
        if (opened->info().hasTwin) {
            opened->twin = readCheckpoint(folder / twinFolderName, tokenizer, stop);
            checkTwin(opened->model.checkpoint, *opened->twin);
            // Frozen in training, and half of a small model's memory: kept once.
            const at::Tensor &words = opened->model.checkpoint.weights.wordEmbeddings;
            if (at::equal(words, opened->twin->weights.wordEmbeddings)) {
                opened->twin->weights.wordEmbeddings = words;
            }
            pack(opened->twin->weights, identity.precision);
            stopIfAsked(stop);
        }
        pack(opened->model.checkpoint.weights, identity.precision);
        return std::shared_ptr<const OpenedModel>(std::move(opened));
    });
}

std::shared_ptr<const OpenedModel> OpenedModel::scaled(double scale) const
{
    Checkpoint changed = model.checkpoint; // handles only
    setRule(changed.info, ruleWith({.scale = scale}, changed.weights, changed.info));
    auto opened = std::make_shared<OpenedModel>(std::move(changed));
    opened->twin = twin;
    opened->identity = identity;
    opened->identity.version += " scaled by " + std::to_string(scale);
    return opened;
}

/// An encoding may come from elsewhere; one that does not fit must not reach past a table.
void OpenedModel::check(const Encoding &encoding) const
{
    const auto fits = [this](const Piece &piece) {
        return piece.id >= 0 && static_cast<std::size_t>(piece.id) < info().vocabularySize && piece.segment >= 0 &&
               info().readsSegment(static_cast<std::size_t>(piece.segment));
    };
    if (encoding.pieces.empty() || encoding.pieces.size() > info().maxLength) {
        throw Error("The text has %1 pieces; model %2 reads 1 to %3.", encoding.pieces.size(), info().name,
                    info().maxLength);
    }
    if (!std::all_of(encoding.pieces.begin(), encoding.pieces.end(), fits)) {
        throw Error("The text was cut into pieces that model %1 does not know; it may read single texts only, or the "
                    "pieces are another model's.",
                    info().name);
    }
}

void OpenedModel::check(const RunOptions &options, const Encoding &encoding) const
{
    if (!options.interventions.empty() && (!info().adaptive || options.plain)) {
        throw Error(
            "Model %1 drops no tokens here, so there is nothing to change; open an adaptive model, or run it without "
            "\"plain\".",
            info().name);
    }
    if (!options.floor.empty() && (!info().adaptive || options.plain)) {
        throw Error("Model %1 drops no tokens here, so there is no budget for a floor; open a model that drops tokens.",
                    info().name);
    }
    for (const ForcedToken &token : options.interventions.forced) {
        if (token.piece >= encoding.pieces.size()) {
            throw Error("Token %1 is forced, but the text has %2 pieces, counted from 0.", token.piece,
                        encoding.pieces.size());
        }
    }
}

std::optional<ReducedPass> OpenedModel::pass(const BatchInput &input, Pass kind, bool record,
                                             const std::stop_token &stop, const Reducer *reducer) const
{
    const Checkpoint &checkpoint = kind == Pass::Plain  ? plainCheckpoint()
                                   : kind == Pass::Twin ? twinCheckpoint()
                                                        : model.checkpoint;
    const Reducer &usual = kind == Pass::Reduced ? *model.reducer : none;
    auto result =
        runReduced(checkpoint.weights, checkpoint.info, input, reducer != nullptr ? *reducer : usual, record, {}, stop);
    if (result) {
        requireFinite(result->logits, info());
    }
    return result;
}

/// Fills what the map shows where nothing is dropped: attention or saliency stand in for contributions. False =
/// stopped.
bool OpenedModel::fillPlainLayers(Trace &trace, const std::stop_token &stop) const
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
        trace.layers.push_back({.alive = trace.survivors,
                                .raw = layer,
                                .adjusted = layer,
                                .kept = std::vector<std::uint8_t>(trace.survivors.size(), 1),
                                .drop = DropPlace::Nowhere});
    }
    return true;
}

std::unique_ptr<Reducer> OpenedModel::otherReducer(const RunOptions &options, const BatchInput &input,
                                                   const std::stop_token &stop) const
{
    std::unique_ptr<Reducer> own;
    if (!options.interventions.empty()) {
        own = makeReducer(model.checkpoint.weights, info(), options.interventions);
    }
    if (options.floor.empty()) {
        return own;
    }
    const auto budget = pass(input, Pass::Reduced, false, stop, own.get());
    return budget ? makeFloor({options.floor, budget->alive, options.floorSeed}, plainCheckpoint().info) : nullptr;
}

/// Fills both predictions, the cost and, of a pass that drops tokens, what the map shows. Plain and reduced pass take
/// turns, so that a machine that slows down slows both; the first of each gives the results. False = stopped.
bool OpenedModel::fillPasses(Trace &trace, const RunOptions &options, const BatchInput &input,
                             const std::stop_token &stop) const
{
    const bool floor = !options.floor.empty();
    const std::unique_ptr<Reducer> changed = otherReducer(options, input, stop);
    if (floor && !changed) {
        return false;
    }
    const ModelInfo reducedModel = floor ? withFloor(plainCheckpoint().info, options.floor) : info();
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
        auto reduced = pass(input, floor ? Pass::Plain : Pass::Reduced, first, stop,
                            changed.get()); // recording copies a few numbers a token
        reducedTimes.push_back(reducedWatch.milliseconds());
        if (!reduced) {
            return false;
        }
        if (first) {
            trace.layers = std::move(reduced->layers.front());
            trace.survivors = std::move(reduced->survivors.front());
            trace.reduced = predictionOf(valuesOf(reduced->logits[0]));
            trace.cost.flopsReduced = flopsReduced(reducedModel, reduced->alive.front());
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

std::optional<Trace> OpenedModel::trace(const std::string &text, const std::optional<std::string> &pair,
                                        Encoding encoding, const RunOptions &options, const std::stop_token &stop) const
{
    check(encoding);
    check(options, encoding);
    return translatingErrors(message("Running model %1", info().name), [&]() -> std::optional<Trace> {
        useThreads();
        const c10::InferenceMode guard(options.plainScore != ScoreKind::Saliency);
        Trace result;
        result.model = info().name;
        result.text = text;
        result.pair = pair;
        result.encoding = std::move(encoding);
        result.labels = info().labels;
        result.precision = identity.precision;
        result.drops = info().adaptive && !options.plain;
        result.rule = options.floor.empty() ? ruleOf(info()).names() : namesOf(withFloor(info(), options.floor));
        result.score = result.drops                                ? ScoreKind::Contribution
                       : options.plainScore == ScoreKind::Saliency ? ScoreKind::Saliency
                                                                   : ScoreKind::Attention;
        result.plainModel = &plainCheckpoint() == &model.checkpoint ? "same weights" : "twin";
        const Encoding *const one[] = {&result.encoding};
        const BatchInput input = BatchInput::of(one);
        if (!fillPasses(result, options, input, stop) || (!result.drops && !fillPlainLayers(result, stop))) {
            return std::nullopt;
        }
        return result;
    });
}

} // namespace adaplens
