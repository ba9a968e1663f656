// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"
#include "core/encoder/forwardpass_p.h"
#include "core/model/checkpoint_p.h"
#include "core/reduction/reducedpass_p.h"
#include "core/stopped_p.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// What a method reads of the passes that all methods share.
struct PassNeeds {
    bool reduced = false;   ///< the pass with tokens removed
    bool forward = false;   ///< the pass of the model explained, or its prediction
    ForwardNeeds kept = {}; ///< what the latter must keep
};

/// What the model that drops tokens is called as a source of scores: "AdapLeR model".
[[nodiscard]] std::string ownSource(const ModelInfo &info);

/// Passes over the model that a method makes besides those shared by all.
struct ExtraPasses {
    std::size_t count = 0;
    double cost = 1; ///< of one, in forward passes over the whole text
};

/// One text with the passes over it that the methods share, each made once.
class Passes {
public:
    /// Makes those passes. `extraPasses`: how many the methods will make besides, for the progress. Throws Error if the
    /// class asked for is not one of the model's, and Stopped.
    Passes(Classifier &classifier, const Encoding &encoding, const AttributionOptions &options, const PassNeeds &needs,
           std::size_t extraPasses, std::stop_token stop);

    [[nodiscard]] const Encoding &encoding() const { return m_encoding; }
    [[nodiscard]] const AttributionOptions &options() const { return m_options; }
    [[nodiscard]] const std::stop_token &stop() const { return m_stop; }
    [[nodiscard]] Classifier &classifier() const { return m_classifier; }

    /// The model that attention, gradients and probabilities are of, and what to call it.
    [[nodiscard]] const Checkpoint &explained() const;
    [[nodiscard]] Pass explainedPass() const;
    [[nodiscard]] std::string source() const;
    /// Its pass, where a method needs it, in the model's precision.
    [[nodiscard]] const ForwardPass &forward() const { return *m_forward; }
    /// The one that gradients are taken of, always in float32.
    [[nodiscard]] const ForwardPass &differentiable() const
    {
        return m_differentiable ? *m_differentiable : *m_forward;
    }
    /// What that model answers, in its precision, as for any other text; where a method needs its pass.
    [[nodiscard]] const std::vector<float> &logits() const { return m_logits; }
    /// The class explained: the one asked for, or the one that the model explained predicts.
    [[nodiscard]] std::size_t target() const { return m_target; }

    /// The pass with tokens removed; of a plain model there is none.
    [[nodiscard]] const std::optional<ReducedPass> &reduced() const { return m_reduced; }
    [[nodiscard]] const std::vector<float> &plainLogits() const { return m_plainLogits; }

    /// Reports `count` more of the extra passes.
    void advance(std::size_t count);

private:
    Classifier &m_classifier;
    const Encoding &m_encoding;
    const AttributionOptions &m_options;
    std::stop_token m_stop;
    std::optional<ReducedPass> m_reduced;
    std::optional<ForwardPass> m_forward;
    std::optional<ForwardPass> m_differentiable; ///< where it cannot be the same pass
    std::vector<float> m_logits, m_plainLogits;
    std::size_t m_target = 0;
    std::size_t m_done = 0, m_total = 0;
};

/// A way of giving each token of a text a score.
class Attributor {
public:
    virtual ~Attributor() = default;
    [[nodiscard]] virtual PassNeeds needs() const { return {}; }
    [[nodiscard]] virtual ExtraPasses extraPasses(const Encoding &, const AttributionOptions &) const { return {}; }
    /// Fills everything of `scores` but the method. Throws Stopped.
    virtual void score(Passes &passes, TokenScores &scores) const = 0;
};

[[nodiscard]] std::unique_ptr<Attributor> makeAttributor(ScoreMethod method);

} // namespace adaplens
