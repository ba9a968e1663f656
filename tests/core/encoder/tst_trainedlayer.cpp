// SPDX-License-Identifier: GPL-3.0-or-later
// A layer that trains in bfloat16, each half a step of the graph, against LibTorch's gradients of the same layer in double.
#include "core/encoder/trainedlayer_p.h"
#include "core/kernels/roundedproduct.h"
#include "core/train/optimiser_p.h"

#include <doctest/doctest.h>

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <tuple>
#include <vector>

using namespace adaplens;

namespace {

constexpr std::int64_t hidden = 64;

/// A model of one layer, drawn at random.
struct Model {
    Model()
    {
        at::manual_seed(5);
        info.hidden = hidden;
        info.heads = 4;
        info.intermediate = 96;
        info.layers = 1;
        info.layerNormEpsilon = 1e-12;
        LayerWeights &layer = weights.layers.emplace_back();
        const auto inner = static_cast<std::int64_t>(info.intermediate);
        for (const auto &[linear, out, in] :
             {std::tuple(&layer.query, hidden, hidden), std::tuple(&layer.key, hidden, hidden),
              std::tuple(&layer.value, hidden, hidden), std::tuple(&layer.attentionOutput, hidden, hidden),
              std::tuple(&layer.intermediate, inner, hidden), std::tuple(&layer.output, hidden, inner)}) {
            linear->weight = draw({out, in}, 0.1);
            linear->bias = draw({out}, 0.1);
        }
        for (LayerNorm *norm : {&layer.attentionNorm, &layer.outputNorm}) {
            norm->weight = draw({hidden}, 0.2).detach().add_(1).requires_grad_(true);
            norm->bias = draw({hidden}, 0.2);
        }
    }

    /// A tensor that is trained.
    at::Tensor draw(std::vector<std::int64_t> shape, double spread)
    {
        const at::Tensor made = (at::randn(shape) * spread).requires_grad_(true);
        tensors.push_back(made);
        return made;
    }
    [[nodiscard]] std::vector<at::Tensor> trained() const
    {
        const LayerWeights &l = weights.layers.front();
        return {l.query.weight,
                l.query.bias,
                l.key.weight,
                l.key.bias,
                l.value.weight,
                l.value.bias,
                l.attentionOutput.weight,
                l.attentionOutput.bias,
                l.attentionNorm.weight,
                l.attentionNorm.bias,
                l.intermediate.weight,
                l.intermediate.bias,
                l.output.weight,
                l.output.bias,
                l.outputNorm.weight,
                l.outputNorm.bias};
    }
    /// The same, computed by LibTorch in double.
    [[nodiscard]] Model inDouble() const
    {
        Model copy = *this;
        LayerWeights &layer = copy.weights.layers.front();
        layer.trained = nullptr;
        const auto widen = [](at::Tensor &t) { t = t.detach().to(at::kDouble).requires_grad_(true); };
        for (Linear *linear :
             {&layer.query, &layer.key, &layer.value, &layer.attentionOutput, &layer.intermediate, &layer.output}) {
            widen(linear->weight);
            widen(linear->bias);
        }
        for (LayerNorm *norm : {&layer.attentionNorm, &layer.outputNorm}) {
            widen(norm->weight);
            widen(norm->bias);
        }
        return copy;
    }

    ModelInfo info;
    Weights weights;
    std::vector<at::Tensor> tensors;
};

/// Length of the difference, relative to that of what is expected.
double distance(const at::Tensor &found, const at::Tensor &expected)
{
    REQUIRE(found.defined());
    REQUIRE(found.sizes().vec() == expected.sizes().vec());
    return at::norm(found.to(at::kDouble) - expected).item<double>() / (1e-9 + at::norm(expected).item<double>());
}

const PassOptions rounded{0, 0, at::kBFloat16};

bool canTrain()
{
    if (!hasRoundedProduct()) {
        MESSAGE("skipped: this build has no oneDNN, or this processor no products of bfloat16");
    }
    return hasRoundedProduct();
}

} // namespace

TEST_CASE("a trained layer and all its gradients are LibTorch's in double, to bfloat16")
{
    if (!canTrain()) {
        return;
    }
    for (const Activation activation : {Activation::Gelu, Activation::GeluTanh, Activation::Relu}) {
        CAPTURE(static_cast<int>(activation));
        for (const bool biased : {false, true}) {
            for (const std::vector<std::int64_t> &lengths :
                 {std::vector<std::int64_t>{1}, {7, 7, 7}, {20, 1, 0, 33, 5}, {90, 3}}) {
                CAPTURE(biased);
                CAPTURE(lengths.size());
                Model model;
                model.info.activation = activation;
                if (activation == Activation::Relu) {
                    // Its slope jumps at 0: values lie so far from it that rounding moves none to the other side, and
                    // so near that GELU would be another.
                    const at::NoGradGuard guard;
                    const Linear &inner = model.weights.layers.front().intermediate;
                    inner.weight.mul_(0.1);
                    inner.bias.copy_(
                        at::where(inner.bias > 0, at::full_like(inner.bias, 0.7), at::full_like(inner.bias, -0.7)));
                }
                layForTraining(model.weights, model.info);
                REQUIRE(model.weights.layers.front().trained);
                const Model exact = model.inDouble();
                const Layout layout = Layout::ofLengths(lengths);
                const at::Tensor rows = at::randn({layout.rows(), hidden}).requires_grad_(true);
                const at::Tensor wide = rows.detach().to(at::kDouble).requires_grad_(true);
                at::Tensor bias, wideBias;
                if (biased) {
                    bias = (at::randn({layout.sequences(), layout.longest()}) * 2).requires_grad_(true);
                    wideBias = bias.detach().to(at::kDouble).requires_grad_(true);
                }
                const at::Tensor y = runLayer(model.weights.layers.front(), model.info, rows, layout, rounded, bias);
                const at::Tensor wanted =
                    runLayer(exact.weights.layers.front(), exact.info, wide, layout, {0, 0, at::kDouble}, wideBias);
                CHECK(distance(y, wanted) < 0.01);

                const at::Tensor direction = at::randn_like(wanted);
                auto inputs = model.trained(), wideInputs = exact.trained();
                inputs.push_back(rows);
                wideInputs.push_back(wide);
                if (biased) {
                    inputs.push_back(bias);
                    wideInputs.push_back(wideBias);
                }
                const auto found = torch::autograd::grad({(y * direction.to(at::kFloat)).sum()}, inputs);
                const auto expected = torch::autograd::grad({(wanted * direction).sum()}, wideInputs);
                for (std::size_t i = 0; i < found.size(); ++i) {
                    CAPTURE(i);
                    // Of one token no attention depends on its key, and no gradient on a key's bias: nothing to compare.
                    const bool nothing = at::norm(expected[i]).item<double>() < 1e-6;
                    CHECK(
                        (nothing ? at::norm(found[i]).item<double>() < 0.05 : distance(found[i], expected[i]) < 0.02));
                }
            }
        }
    }
}

TEST_CASE("attention that tokens receive is LibTorch's in double, and each half can be followed by something else")
{
    if (!canTrain()) {
        return;
    }
    Model model;
    layForTraining(model.weights, model.info);
    const Model exact = model.inDouble();
    const Layout layout = Layout::ofLengths(std::vector<std::int64_t>{20, 1, 33, 5});
    const at::Tensor rows = at::randn({layout.rows(), hidden}).requires_grad_(true),
                     factors = at::rand({layout.rows(), 1});
    const at::Tensor wide = rows.detach().to(at::kDouble).requires_grad_(true);
    const auto run = [&](const Model &of, const at::Tensor &x, const PassOptions &options, at::Tensor &received) {
        const LayerWeights &layer = of.weights.layers.front();
        const at::Tensor attended = runAttention(layer, of.info, x, layout, options, {}, nullptr, &received);
        return runFeedForward(layer, of.info, attended * factors.to(x.scalar_type()), options);
    };
    at::Tensor received, wantedReceived;
    const at::Tensor y = run(model, rows, rounded, received);
    const at::Tensor wanted = run(exact, wide, {0, 0, at::kDouble}, wantedReceived);
    CHECK(distance(y, wanted) < 0.01);
    CHECK(distance(received, wantedReceived) < 0.01);
    CHECK_FALSE(received.requires_grad());
    CHECK_FALSE(wantedReceived.requires_grad());
    const at::Tensor direction = at::randn_like(wanted);
    const auto found = torch::autograd::grad({(y * direction.to(at::kFloat)).sum()}, {rows});
    const auto expected = torch::autograd::grad({(wanted * direction).sum()}, {wide});
    CHECK(distance(found.front(), expected.front()) < 0.02);
}

TEST_CASE("gradients that nobody asks for are left out, and the same pass can be gone back twice")
{
    if (!canTrain()) {
        return;
    }
    Model model;
    layForTraining(model.weights, model.info);
    const Layout layout = Layout::ofLengths(std::vector<std::int64_t>{9, 4});
    const at::Tensor rows = at::randn({13, hidden}).requires_grad_(true);
    const at::Tensor y = runLayer(model.weights.layers.front(), model.info, rows, layout, {0.1, 0.1, at::kBFloat16});
    const at::Tensor loss = (y * y * y).sum();
    const auto first = torch::autograd::grad({loss}, {rows}, {}, true);
    auto inputs = model.trained();
    inputs.push_back(rows);
    const auto all = torch::autograd::grad({loss}, inputs, {}, true);
    CHECK(at::equal(first.front(), all.back()));
    const auto again = torch::autograd::grad({loss}, inputs);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(at::equal(all[i], again[i]));
    }
}

TEST_CASE("dropout follows LibTorch's seed, and drops its share on average")
{
    if (!canTrain()) {
        return;
    }
    Model model;
    layForTraining(model.weights, model.info);
    const Layout layout = Layout::ofLengths(std::vector<std::int64_t>{12, 5});
    const at::Tensor rows = at::randn({17, hidden}).requires_grad_(true);
    const auto run = [&](std::uint64_t seed, double hiddenDropout, double attentionDropout) {
        at::manual_seed(seed);
        return runLayer(model.weights.layers.front(), model.info, rows, layout,
                        {hiddenDropout, attentionDropout, at::kBFloat16});
    };
    for (const auto &[h, a] : {std::pair(0.1, 0.0), std::pair(0.0, 0.1)}) {
        CHECK(at::equal(run(1, h, a), run(1, h, a)));
        CHECK_FALSE(at::equal(run(1, h, a), run(2, h, a)));
        CHECK_FALSE(at::equal(run(1, h, a), run(1, 0, 0)));
    }
}

TEST_CASE("copies in bfloat16 follow the weights, whoever changes them")
{
    if (!canTrain()) {
        return;
    }
    Model model;
    layForTraining(model.weights, model.info);
    LayerWeights &layer = model.weights.layers.front();
    const auto follows = [&] {
        layer.trained->follow(layer);
        for (const Linear *linear : {&layer.query, &layer.key, &layer.value, &layer.output}) {
            const at::Tensor copy = roundedCopyOf(model.weights, linear->weight);
            REQUIRE(copy.defined());
            CHECK(at::equal(copy, linear->weight.to(at::kBFloat16)));
        }
    };
    follows();
    {
        const at::NoGradGuard guard;
        layer.query.weight.add_(0.3);
        layer.output.weight.copy_(layer.output.weight * 2);
    }
    follows();
    CHECK_FALSE(roundedCopyOf(model.weights, layer.query.bias).defined());

    std::vector<Parameter> parameters;
    std::vector<at::Tensor> gradients;
    for (const Linear *linear : {&layer.query, &layer.value, &layer.output}) {
        parameters.push_back({"w", linear->weight, 0.1, 0, {}, {}, roundedCopyOf(model.weights, linear->weight)});
        gradients.push_back(at::randn(linear->weight.sizes()));
    }
    const at::Tensor before = layer.value.weight.detach().clone();
    AdamW(std::move(parameters), 1e-8).step(gradients, 1);
    CHECK_FALSE(at::equal(before, layer.value.weight));
    follows();
}

TEST_CASE("sizes that do not fill vectors train through LibTorch's operators")
{
    Model model;
    model.info.heads = 8; // of 8 values each
    layForTraining(model.weights, model.info);
    CHECK_FALSE(model.weights.layers.front().trained);
    CHECK_FALSE(roundedCopyOf(model.weights, model.weights.layers.front().query.weight).defined());
}
