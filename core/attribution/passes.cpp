// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"
#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/model/classifier_p.h"

#include <algorithm>

namespace adaplens {

std::optional<Passes> Passes::run(Classifier &classifier, const Encoding &encoding, const AttributionOptions &options,
                                  const PassNeeds &needs, std::size_t extraPasses, std::stop_token stop)
{
    if (options.target && *options.target >= classifier.info().labels.size()) {
        throw Error("Model %1 has %2 classes; there is no class number %3 to explain.", classifier.info().name,
                    classifier.info().labels.size(), *options.target);
    }
    Passes passes;
    passes.m_classifier = &classifier;
    passes.m_encoding = &encoding;
    passes.m_options = &options;
    passes.m_stop = std::move(stop);
    passes.m_total = extraPasses;

    const Encoding *const one[] = {&encoding};
    const BatchInput input = BatchInput::of(one);
    if (classifier.info().adaptive) {
        passes.m_reduced = ClassifierAccess::run(classifier, input, Pass::Reduced, true, passes.m_stop);
        if (!passes.m_reduced) {
            return std::nullopt;
        }
    }
    // The plain prediction comes from the pass that is explained where both are of the same weights.
    const Checkpoint &explained = passes.explained();
    const bool same = &explained == &ClassifierAccess::plain(classifier);
    if (same || needs.forward) {
        // Keeping something changes what attention, or everything, is computed in. In float32 that is rounding in the
        // last digits; in another precision no number may depend on what else was asked for.
        const bool rounded = classifier.precision() != Precision::Float32;
        const bool apart = rounded && needs.kept.gradients;
        ForwardNeeds kept = needs.kept;
        kept.gradients = kept.gradients && !apart;
        passes.m_forward = runForward(explained.weights, explained.info, encoding, kept, passes.m_stop);
        if (apart) {
            passes.m_differentiable =
                runForward(explained.weights, explained.info, encoding, {.gradients = true}, passes.m_stop);
        }
        if (!passes.m_forward || (apart && !passes.m_differentiable)) {
            return std::nullopt;
        }
        passes.m_logits = valuesOf(passes.m_forward->logits);
        if (rounded && kept.attention) {
            const auto bare = ClassifierAccess::run(classifier, input, passes.explainedPass(), false, passes.m_stop);
            if (!bare) {
                return std::nullopt;
            }
            passes.m_logits = valuesOf(bare->logits[0]);
        }
        passes.m_target = options.target.value_or(predictionOf(passes.m_logits).label);
        if (same) {
            passes.m_plainLogits = passes.m_logits;
        }
    }
    if (!same) {
        const auto plain = ClassifierAccess::run(classifier, input, Pass::Plain, false, passes.m_stop);
        if (!plain) {
            return std::nullopt;
        }
        passes.m_plainLogits = valuesOf(plain->logits[0]);
    }
    if (extraPasses > 0 && options.progress) {
        options.progress(0, extraPasses);
    }
    return passes;
}

const Checkpoint &Passes::explained() const
{
    return m_options->fromAdapler ? ClassifierAccess::model(*m_classifier) : ClassifierAccess::plain(*m_classifier);
}

Pass Passes::explainedPass() const
{
    return m_options->fromAdapler ? Pass::Unreduced : Pass::Plain;
}

std::string Passes::source() const
{
    if (m_options->fromAdapler && m_classifier->info().adaptive) {
        return "AdapLeR model";
    }
    return ClassifierAccess::hasTwin(*m_classifier) ? "plain twin" : "same weights";
}

void Passes::advance(std::size_t count)
{
    m_done += count;
    if (m_options->progress) {
        m_options->progress(m_done, m_total);
    }
}

} // namespace adaplens
