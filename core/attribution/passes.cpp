// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"
#include "core/encoder/tensorvalues_p.h"
#include "core/error.h"
#include "core/model/classifier_p.h"
#include "core/reduction/rule_p.h"

#include <algorithm>

namespace adaplens {

std::string ownSource(const ModelInfo &info)
{
    return ruleOf(info).names().title.english() + " model";
}

Passes::Passes(Classifier &classifier, const Encoding &encoding, const AttributionOptions &options,
               const PassNeeds &needs, std::size_t extraPasses, std::stop_token stop)
    : m_classifier(classifier), m_encoding(encoding), m_options(options), m_stop(std::move(stop)), m_total(extraPasses)
{
    if (options.target && *options.target >= classifier.info().labels.size()) {
        throw Error("Model %1 has %2 classes; there is no class number %3 to explain.", classifier.info().name,
                    classifier.info().labels.size(), *options.target);
    }
    const Encoding *const one[] = {&encoding};
    const BatchInput input = BatchInput::of(one);
    const auto run = [&](Pass pass, bool record) {
        return orStop(ClassifierAccess::run(classifier, input, pass, record, m_stop));
    };
    if (classifier.info().adaptive) {
        m_reduced = run(Pass::Reduced, true);
    }

    // The plain prediction comes from the pass that is explained where both are of the same weights.
    const bool same = &explained() == &ClassifierAccess::plain(classifier);
    if (same || needs.forward) {
        // Keeping something changes what attention, or everything, is computed in. In float32 that is rounding in the
        // last digits; in another precision no number may depend on what else was asked for.
        const bool rounded = classifier.precision() != Precision::Float32;
        const bool apart = rounded && needs.kept.gradients;
        ForwardNeeds kept = needs.kept;
        kept.gradients = kept.gradients && !apart;
        const auto forward = [&](const ForwardNeeds &keeping) {
            return orStop(runForward(explained().weights, explained().info, encoding, keeping, m_stop));
        };
        m_forward = forward(kept);
        if (apart) {
            m_differentiable = forward({.gradients = true});
        }
        m_logits = valuesOf(rounded && kept.attention ? run(explainedPass(), false).logits[0] : m_forward->logits);
        m_target = options.target.value_or(predictionOf(m_logits).label);
    }
    m_plainLogits = same ? m_logits : valuesOf(run(Pass::Plain, false).logits[0]);
    if (extraPasses > 0 && options.progress) {
        options.progress(0, extraPasses);
    }
}

const Checkpoint &Passes::explained() const
{
    return m_options.fromAdapler ? ClassifierAccess::model(m_classifier) : ClassifierAccess::plain(m_classifier);
}

Pass Passes::explainedPass() const
{
    return m_options.fromAdapler ? Pass::Unreduced : Pass::Plain;
}

std::string Passes::source() const
{
    if (m_options.fromAdapler && m_classifier.info().adaptive) {
        return ownSource(m_classifier.info());
    }
    return ClassifierAccess::plainIsTwin(m_classifier) ? "plain twin" : "same weights";
}

void Passes::advance(std::size_t count)
{
    m_done += count;
    if (m_options.progress) {
        m_options.progress(m_done, m_total);
    }
}

} // namespace adaplens
