// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attribute.h"

#include "core/attribution/attributor_p.h"
#include "core/measure/flops.h"
#include "core/measure/timing.h"
#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/model/boundary_p.h"
#include "core/model/classifier_p.h"
#include "core/machine/runtime.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>

namespace adaplens {

namespace {

struct Plan {
    std::vector<std::unique_ptr<Attributor>> attributors;
    PassNeeds needs;
    std::size_t extraPasses = 0;
    double extraCost = 0; ///< in forward passes
};

Plan planOf(const Encoding &encoding, const AttributionOptions &options)
{
    Plan plan;
    for (const ScoreMethod method : options.methods) {
        plan.attributors.push_back(makeAttributor(method));
        const PassNeeds needs = plan.attributors.back()->needs();
        plan.needs.reduced |= needs.reduced;
        plan.needs.forward |= needs.forward;
        plan.needs.kept.attention |= needs.kept.attention;
        plan.needs.kept.gradients |= needs.kept.gradients;
        const ExtraPasses extra = plan.attributors.back()->extraPasses(encoding, options);
        plan.extraPasses += extra.count;
        plan.extraCost += static_cast<double>(extra.count) * extra.cost;
    }
    return plan;
}

/// [L][n]: which pieces are alive after each layer's drop.
std::vector<std::vector<std::uint8_t>> keptOf(const std::vector<LayerTrace> &layers, std::size_t pieces)
{
    std::vector<std::vector<std::uint8_t>> kept;
    for (const LayerTrace &layer : layers) {
        std::vector<std::uint8_t> row(pieces, 0);
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            row[layer.alive[i]] = layer.kept[i];
        }
        kept.push_back(std::move(row));
    }
    return kept;
}

void fillPasses(const Passes &passes, const Classifier &classifier, Attribution &result)
{
    const std::size_t pieces = passes.encoding().pieces.size();
    const ModelInfo &plain = ClassifierAccess::plain(classifier).info;
    result.plain = predictionOf(passes.plainLogits());
    result.flopsPlain = flopsPlain(plain, pieces);
    if (passes.reduced()) {
        result.reduced = predictionOf(valuesOf(passes.reduced()->logits[0]));
        result.flopsReduced = flopsReduced(classifier.info(), passes.reduced()->alive.front());
        result.kept = keptOf(passes.reduced()->layers.front(), pieces);
    } else {
        result.reduced = result.plain;
        result.flopsReduced = result.flopsPlain;
        result.kept.assign(plain.layers, std::vector<std::uint8_t>(pieces, 1));
    }
}

} // namespace

std::optional<Attribution> attribute(Classifier &classifier, const Encoding &encoding,
                                     const AttributionOptions &options, std::stop_token stop)
{
    ClassifierAccess::check(classifier, encoding);
    return stoppable([&] {
        return translatingErrors(message("Running model %1", classifier.info().name), [&] {
            useThreads();
            const at::NoGradGuard guard;
            const Plan plan = planOf(encoding, options);
            Passes passes(classifier, encoding, options, plan.needs, plan.extraPasses, stop);
            Attribution result;
            fillPasses(passes, classifier, result);
            for (std::size_t i = 0; i < plan.attributors.size(); ++i) {
                TokenScores scores;
                scores.method = options.methods[i];
                plan.attributors[i]->score(passes, scores);
                result.scores.push_back(std::move(scores));
            }
            return result;
        });
    });
}

double estimateSeconds(Classifier &classifier, const Encoding &encoding, const AttributionOptions &options)
{
    ClassifierAccess::check(classifier, encoding);
    return translatingErrors(message("Running model %1", classifier.info().name), [&] {
        useThreads();
        const Plan plan = planOf(encoding, options);
        const Checkpoint &model = ClassifierAccess::plain(classifier);
        const auto pass = [&] {
            const Stopwatch watch;
            (void)runForward(model.weights, model.info, encoding, {}, {});
            return watch.milliseconds() / 1000;
        };
        const double cold = pass(); // the first one also fetches the weights
        const double forward = std::min(cold, pass());
        // A pass backward costs about as much as one forward, since weights need no gradient.
        const double shared = 1 + (classifier.info().adaptive ? 1 : 0) + (plan.needs.kept.gradients ? 1 : 0);
        return (shared + plan.extraCost) * forward;
    });
}

} // namespace adaplens
