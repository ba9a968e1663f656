// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/policygradient_p.h"

#include "core/encoder/tensorvalues_p.h"
#include "core/reduction/trbert_p.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace adaplens {

namespace {

/// The tokens of all samples that are still there.
struct Tokens {
    Layout layout;
    std::vector<std::uint32_t> pieces; ///< [rows], which piece of its text each is
    std::vector<std::int64_t> rows;    ///< [rows], which row of the states each is
};

/// Every token of every sample; their states are those of the batch until something is dropped.
Tokens repeated(const Layout &texts, std::size_t samples)
{
    std::vector<std::int64_t> lengths;
    Tokens tokens{Layout({0}), {}, {}};
    for (std::size_t s = 0; s < samples; ++s) {
        for (std::int64_t b = 0; b < texts.sequences(); ++b) {
            lengths.push_back(texts.length(b));
            for (std::int64_t i = 0; i < texts.length(b); ++i) {
                tokens.pieces.push_back(static_cast<std::uint32_t>(i));
                tokens.rows.push_back(texts.begin(b) + i);
            }
        }
    }
    tokens.layout = Layout::ofLengths(lengths);
    return tokens;
}

/// Those that stay.
Tokens remaining(const Tokens &tokens, const std::vector<std::uint8_t> &kept)
{
    std::vector<std::int64_t> offsets{0};
    Tokens result{Layout({0}), {}, {}};
    for (std::int64_t q = 0; q < tokens.layout.sequences(); ++q) {
        for (std::int64_t i = tokens.layout.begin(q); i < tokens.layout.begin(q + 1); ++i) {
            const auto row = static_cast<std::size_t>(i);
            if (kept[row] != 0) {
                result.pieces.push_back(tokens.pieces[row]);
                result.rows.push_back(tokens.rows[row]);
            }
        }
        offsets.push_back(static_cast<std::int64_t>(result.rows.size()));
    }
    result.layout = Layout(std::move(offsets));
    return result;
}

std::vector<double> sharesOf(const Layout &remaining, const Layout &texts)
{
    std::vector<double> shares;
    for (std::int64_t q = 0; q < remaining.sequences(); ++q) {
        shares.push_back(static_cast<double>(remaining.length(q)) /
                         static_cast<double>(texts.length(q % texts.sequences())));
    }
    return shares;
}

} // namespace

std::vector<std::uint8_t> drawTokens(const SelectorView &view)
{
    const std::vector<float> drawn = valuesOf(at::rand({view.layout.rows()}, at::kFloat));
    std::vector<std::uint8_t> kept(drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        kept[i] = drawn[i] < view.probabilities[i] ? 1 : 0;
    }
    return kept;
}

void imitate(const SelectorView &view, std::span<const std::vector<float>> ranking, std::vector<std::uint8_t> &kept)
{
    for (std::size_t b = 0; b < ranking.size(); ++b) {
        const auto begin = static_cast<std::size_t>(view.layout.begin(static_cast<std::int64_t>(b))),
                   end = static_cast<std::size_t>(view.layout.begin(static_cast<std::int64_t>(b) + 1));
        std::vector<std::size_t> order(end - begin - 1);
        std::iota(order.begin(), order.end(), begin + 1);
        std::ranges::stable_sort(order, std::greater<>(),
                                 [&](std::size_t row) { return ranking[b][view.pieces[row]]; });
        double expected = 0;
        for (const std::size_t row : order) {
            expected += static_cast<double>(view.probabilities[row]);
            kept[row] = 0;
        }
        order.resize(static_cast<std::size_t>(std::llround(expected)));
        for (const std::size_t row : order) {
            kept[row] = 1;
        }
    }
}

SampledPass runSampled(const Weights &weights, const ModelInfo &info, const BatchInput &batch,
                       const SampledOptions &options, const ChooseTokens &choose)
{
    const bool learns = at::GradMode::is_enabled();
    const at::AutoGradMode ofEncoder(learns && !options.frozen);
    const std::vector<PredictorWeights> selectors = selectorsOf(weights);
    const std::vector<std::size_t> places = selectorPlaces(info.layers);
    assert(!places.empty() && selectors.size() == places.size());
    const auto samples = static_cast<std::int64_t>(options.samples);

    SampledPass pass;
    Tokens tokens = repeated(batch.layout, options.samples);
    const double all = static_cast<double>(tokens.rows.size()) * static_cast<double>(info.layers);
    double run = 0;
    at::Tensor rows = embed(weights, info, batch, options.pass);
    for (std::size_t l = 0; l < info.layers; ++l) {
        const bool shared = pass.selectors.empty();
        if (pass.selectors.size() < places.size() && places[pass.selectors.size()] == l) {
            const std::size_t number = pass.selectors.size();
            SelectorDraw draw{tokens.layout, {}, {}};
            {
                const at::AutoGradMode ofSelectors(learns);
                draw.logits = predictorLogits(selectors[number], rows);
                draw.logits = shared ? draw.logits.repeat({samples}) : draw.logits;
            }
            const std::vector<float> probabilities = valuesOf(at::sigmoid(draw.logits.detach().to(at::kFloat)));
            draw.kept = choose({number, tokens.layout, probabilities, tokens.pieces});
            for (std::int64_t q = 0; q < tokens.layout.sequences(); ++q) {
                draw.kept[static_cast<std::size_t>(tokens.layout.begin(q))] = 1;
            }
            tokens = remaining(tokens, draw.kept);
            rows = rows.index_select(0, at::tensor(tokens.rows, at::kLong).to(rows.device()));
            std::iota(tokens.rows.begin(), tokens.rows.end(), std::int64_t{0});
            pass.shares.push_back(sharesOf(tokens.layout, batch.layout));
            pass.selectors.push_back(std::move(draw));
        }
        const Layout &layout = pass.selectors.empty() ? batch.layout : tokens.layout;
        rows = runLayer(weights.layers[l], info, rows, layout, options.pass);
        run += static_cast<double>(tokens.rows.size());
    }
    pass.places = run / all;
    pass.logits = classify(weights, rows, tokens.layout, options.pass);
    return pass;
}

at::Tensor rewardsOf(const SampledPass &pass, const at::Tensor &losses, double alpha)
{
    at::Tensor rewards = -losses.detach().to(at::kCPU, at::kDouble);
    for (const std::vector<double> &shares : pass.shares) {
        rewards = rewards - at::tensor(shares, at::kDouble) * (alpha / static_cast<double>(pass.shares.size()));
    }
    return rewards;
}

at::Tensor policyLoss(const SampledPass &pass, const at::Tensor &rewards, std::size_t samples)
{
    const at::Tensor ofTexts = rewards.reshape({static_cast<std::int64_t>(samples), -1});
    const at::Tensor advantages = (ofTexts - ofTexts.mean(0, true)).flatten().contiguous();
    const auto *advantage = advantages.data_ptr<double>();
    const auto passes = static_cast<double>(rewards.numel());
    at::Tensor loss;
    for (const SelectorDraw &draw : pass.selectors) {
        std::vector<double> decisions, weights;
        for (std::int64_t q = 0; q < draw.layout.sequences(); ++q) {
            const double weight = advantage[q] / static_cast<double>(draw.layout.length(q)) / passes;
            for (std::int64_t i = draw.layout.begin(q); i < draw.layout.begin(q + 1); ++i) {
                decisions.push_back(static_cast<double>(draw.kept[static_cast<std::size_t>(i)]));
                weights.push_back(i == draw.layout.begin(q) ? 0 : weight);
            }
        }
        const auto like = draw.logits.options().requires_grad(false);
        const at::Tensor decision = at::tensor(decisions, at::kDouble).to(like),
                         weight = at::tensor(weights, at::kDouble).to(like);
        const at::Tensor each = at::softplus(draw.logits) - decision * draw.logits; // -log p(decision)
        const at::Tensor sum = (weight * each).sum();
        loss = loss.defined() ? loss + sum : sum;
    }
    return loss;
}

double meanEntropy(const SampledPass &pass)
{
    double sum = 0, count = 0;
    for (const SelectorDraw &draw : pass.selectors) {
        const std::vector<float> logits = valuesOf(draw.logits);
        for (std::int64_t q = 0; q < draw.layout.sequences(); ++q) {
            for (std::int64_t i = draw.layout.begin(q) + 1; i < draw.layout.begin(q + 1); ++i) {
                const double x = std::abs(static_cast<double>(logits[static_cast<std::size_t>(i)]));
                const double rest = std::exp(-x); // p is 1 / (1 + rest) or the other share
                sum += (std::log1p(rest) + x * rest / (1 + rest)) / std::log(2.0);
                count += 1;
            }
        }
    }
    return count > 0 ? sum / count : 0;
}

} // namespace adaplens
