// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/attributor_p.h"
#include "core/encoder/tensorvalues_p.h"
#include "core/model/classifier_p.h"
#include "core/text/vocabulary.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>

namespace adaplens {

namespace {

/// Integrated gradients of the class's logit over h^0, the output of the embeddings: the mean gradient on the straight
/// line from a baseline to the text, times the difference of the two. In the baseline every content token has [PAD]'s
/// word embedding; positions, segments, [CLS] and [SEP] stay. Midpoint rule. Source: Sundararajan et al. 2017.
class IntegratedGradients : public Attributor {
public:
    PassNeeds needs() const override { return {.forward = true}; }

    ExtraPasses extraPasses(const Encoding &, const AttributionOptions &options) const override
    {
        return {stepsOf(options), 2}; // one forward and one backward
    }

    void score(Passes &passes, TokenScores &scores) const override
    {
        const Checkpoint &model = passes.explained();
        const auto target = static_cast<std::int64_t>(passes.target());
        const at::Tensor text = embeddingOf(model, passes.encoding());
        const at::Tensor baseline = embeddingOf(model, baselineOf(passes));
        const at::Tensor difference = text - baseline;
        const std::int64_t n = text.size(0);

        const auto steps = static_cast<std::int64_t>(stepsOf(passes.options()));
        const std::int64_t chunk = chunkOf(model.info, n);
        at::Tensor gradients = at::zeros(text.sizes(), at::kDouble);
        for (std::int64_t begin = 0; begin < steps; begin += chunk) {
            const std::int64_t count = std::min(chunk, steps - begin);
            const at::Tensor places = (at::arange(begin, begin + count, at::kFloat) + 0.5) / static_cast<double>(steps);
            const at::Tensor line = baseline + places.view({count, 1, 1}) * difference;
            gradients += gradientAt(model, line.reshape({count * n, -1}), count, target, passes.stop())
                             .view({count, n, -1})
                             .sum(0);
            passes.advance(static_cast<std::size_t>(count));
        }
        const at::Tensor contributions = (difference * gradients / static_cast<double>(steps)).sum(1);

        const at::Tensor ends = endsOf(model, baseline, text, passes.stop());
        const double rise = ends[1][target].item<double>() - ends[0][target].item<double>();
        scores.source = passes.source();
        scores.target = passes.target();
        scores.layers.push_back(valuesOf(contributions));
        scores.completeness = std::abs(contributions.sum().item<double>() - rise);
    }

private:
    static std::size_t stepsOf(const AttributionOptions &options) { return std::max<std::size_t>(1, options.steps); }

    static Encoding baselineOf(const Passes &passes)
    {
        const std::int32_t pad = ClassifierAccess::model(passes.classifier()).vocabulary->padId();
        Encoding baseline = passes.encoding();
        for (Piece &piece : baseline.pieces) {
            piece.id = piece.special ? piece.id : pad;
        }
        return baseline;
    }

    static at::Tensor embeddingOf(const Checkpoint &model, const Encoding &encoding)
    {
        const Encoding *const one[] = {&encoding};
        return embed(model.weights, model.info, BatchInput::of(one), {});
    }

    /// The logits of the line's ends [2, K], in float32 as the gradients are.
    static at::Tensor endsOf(const Checkpoint &model, const at::Tensor &baseline, const at::Tensor &text,
                             const std::stop_token &stop)
    {
        const at::AutoGradMode guard(true);
        const std::vector<std::int64_t> lengths = {text.size(0), text.size(0)};
        return orStop(
            runLayers(model.weights, model.info, at::cat({baseline, text}), Layout::ofLengths(lengths), stop));
    }

    /// Points of the line that run together: what a pass keeps for the way back stays within 256 MB.
    static std::int64_t chunkOf(const ModelInfo &info, std::int64_t n)
    {
        constexpr double most = 64e6; // numbers
        const auto length = static_cast<double>(n);
        const double layer = 2.0 * static_cast<double>(info.heads) * length * length +
                             length * static_cast<double>(10 * info.hidden + 3 * info.intermediate);
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(most / (layer * static_cast<double>(info.layers))));
    }

    /// d(sum of the points' logits)/d(states), [count * n, H].
    static at::Tensor gradientAt(const Checkpoint &model, const at::Tensor &states, std::int64_t count,
                                 std::int64_t target, const std::stop_token &stop)
    {
        const at::AutoGradMode guard(true);
        const at::Tensor rows = states.detach().requires_grad_(true);
        const std::vector<std::int64_t> lengths(static_cast<std::size_t>(count), rows.size(0) / count);
        const at::Tensor logits = orStop(runLayers(model.weights, model.info, rows, Layout::ofLengths(lengths), stop));
        return torch::autograd::grad({logits.select(1, target).sum()}, {rows}).front();
    }
};

} // namespace

std::unique_ptr<Attributor> makeIntegratedGradients()
{
    return std::make_unique<IntegratedGradients>();
}

} // namespace adaplens
