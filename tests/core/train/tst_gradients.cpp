// SPDX-License-Identifier: GPL-3.0-or-later
// Gradients of soft removal and of both losses against finite differences, in double.
#include "core/reduction/adapler_p.h"
#include "core/model/checkpoint_p.h"
#include "core/train/softremoval_p.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

using namespace adaplens;

namespace {

constexpr double step = 1e-6;

struct NamedTensor {
    std::string name;
    at::Tensor value;
};

/// A random model in double, a batch of three texts of different lengths, and targets that sum to 1.
struct Setting {
    explicit Setting(bool thetaForward)
    {
        const test::TemporaryFolder folder;
        test::TinyModel shape;
        shape.layers = 2;
        shape.thetaForward = thetaForward;
        shape.twin = false;
        shape.eta = 0.5F;
        test::writeTinyModel(folder.path(), shape);
        model = readCheckpoint(folder.path());
        forEachTensor(model.weights, model.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
            const std::string &name = spec.name;
            tensor = tensor.to(at::kDouble).requires_grad_(true);
            tensors.push_back({name, tensor});
        });
        encodings.push_back(golden::encodingOf({2, 60, 61, 62, 63, 64, 65, 3}, {0, 0, 0, 0, 0, 0, 0, 0}));
        encodings.push_back(
            golden::encodingOf({2, 70, 71, 3, 72, 73, 74, 75, 76, 77, 3}, {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1}));
        encodings.push_back(golden::encodingOf({2, 66, 67, 3}, {0, 0, 0, 0}));
        const BatchInput input = batch();
        labels = at::tensor({0, 1, 1}, at::kLong);
        auto generator = at::make_generator<at::CPUGeneratorImpl>(5);
        const at::Tensor drawn = at::empty({input.layout.rows()}, at::kDouble).uniform_(0.1, 1.0, generator);
        const at::Tensor padded = input.layout.pad(drawn, 0.0);
        saliency = padded / padded.sum(1, true);
        multiplier = at::ones({static_cast<std::int64_t>(shape.layers) - 1}, at::kDouble).requires_grad_(true);
        options.pass.products = at::kDouble;
        options.thetaForward = thetaForward;
        options.clsMultiplier = multiplier;
    }

    [[nodiscard]] BatchInput batch() const { return BatchInput::of(golden::pointersTo(encodings)); }
    [[nodiscard]] SoftPass run() const { return runSoft(model.weights, model.info, batch(), options); }

    Checkpoint model;
    std::vector<NamedTensor> tensors;
    std::vector<Encoding> encodings;
    at::Tensor labels, saliency, multiplier;
    SoftOptions options;
};

/// Compares the derivative of `loss` along random directions of `tensor` with central differences.
template <typename Loss>
void check(const NamedTensor &named, const at::Tensor &gradient, const Loss &loss)
{
    CAPTURE(named.name);
    REQUIRE(gradient.defined());
    auto generator = at::make_generator<at::CPUGeneratorImpl>(11);
    const at::NoGradGuard guard;
    for (int round = 0; round < 2; ++round) {
        const at::Tensor direction = at::empty(named.value.sizes(), at::kDouble).normal_(0, 1, generator);
        named.value.add_(direction, step);
        const double up = loss().template item<double>();
        named.value.add_(direction, -2 * step);
        const double down = loss().template item<double>();
        named.value.add_(direction, step);
        const double estimate = (up - down) / (2 * step);
        const double derivative = (gradient * direction).sum().item<double>();
        CHECK(derivative == doctest::Approx(estimate).epsilon(1e-7));
    }
}

} // namespace

TEST_CASE("gradients of the speed loss in eta and [CLS]'s multiplier")
{
    for (const bool thetaForward : {false, true}) {
        for (const double lambda : {10.0, 100.0}) {
            CAPTURE(thetaForward);
            CAPTURE(lambda);
            Setting s(thetaForward);
            s.options.lambda = lambda;
            const auto loss = [&] {
                const SoftPass pass = s.run();
                return crossEntropy(pass.logits, s.labels, {}) + 0.3 * lengthLoss(pass);
            };
            const auto gradients =
                torch::autograd::grad({loss()}, {s.model.weights.rule.at("adapler.eta"), s.multiplier});
            check({"eta", s.model.weights.rule.at("adapler.eta")}, gradients[0], loss);
            check({"multiplier", s.multiplier}, gradients[1], loss);
        }
    }
}

TEST_CASE("gradients of the task and CP losses in every weight")
{
    Setting s(false);
    const at::Tensor classWeights = at::tensor({0.5, 2.0}, at::kDouble);
    const SoftPass at0 = s.run();
    const auto loss = [&] {
        SoftPass pass = s.run();
        // The target does not follow m: hold it where it was, as the loss does.
        for (std::size_t l = 0; l < pass.layers.size(); ++l) {
            pass.layers[l].entering = at0.layers[l].entering.detach();
        }
        return crossEntropy(pass.logits, s.labels, classWeights) +
               0.4 * contributionLoss(pass, s.saliency, s.model.weights.rule.at("adapler.theta"));
    };
    std::vector<NamedTensor> weights;
    std::vector<at::Tensor> inputs;
    for (const NamedTensor &named : s.tensors) {
        if (named.name != "adapler.eta" && named.name != "adapler.theta") {
            weights.push_back(named);
            inputs.push_back(named.value);
        }
    }
    const SoftPass pass = s.run();
    const at::Tensor value = crossEntropy(pass.logits, s.labels, classWeights) +
                             0.4 * contributionLoss(pass, s.saliency, s.model.weights.rule.at("adapler.theta"));
    const auto gradients = torch::autograd::grad({value}, inputs);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        check(weights[i], gradients[i], loss);
    }
}

TEST_CASE("no gradient of the CP loss reaches theta, and its target follows no weight through m")
{
    Setting s(false);
    const SoftPass pass = s.run();
    const at::Tensor cp = contributionLoss(pass, s.saliency, s.model.weights.rule.at("adapler.theta"));
    const auto gradients =
        torch::autograd::grad({cp}, {s.model.weights.rule.at("adapler.theta")}, {}, false, false, true);
    CHECK_FALSE(gradients[0].defined());
}

TEST_CASE("saliency is the norm of gradient times embedding")
{
    Setting s(false);
    const BatchInput input = s.batch();
    const at::Tensor found = saliencyTargets(s.model.weights, s.model.info, input, s.labels, s.options.pass);
    const at::NoGradGuard guard;
    const at::Tensor embedded = embed(s.model.weights, s.model.info, input, s.options.pass);
    const auto gold = [&](const at::Tensor &start) {
        at::Tensor rows = start;
        for (const LayerWeights &layer : s.model.weights.layers) {
            rows = runLayer(layer, s.model.info, rows, input.layout, s.options.pass);
        }
        return classify(s.model.weights, rows, input.layout, s.options.pass)
            .gather(1, s.labels.unsqueeze(1))
            .sum()
            .item<double>();
    };
    for (std::int64_t row = 0; row < input.layout.rows(); ++row) {
        double sum = 0;
        for (std::int64_t h = 0; h < embedded.size(1); ++h) {
            at::Tensor up = embedded.clone();
            at::Tensor down = embedded.clone();
            up[row][h] += step;
            down[row][h] -= step;
            const double product = (gold(up) - gold(down)) / (2 * step) * embedded[row][h].item<double>();
            sum += product * product;
        }
        CHECK(found[row].item<double>() == doctest::Approx(std::sqrt(sum)).epsilon(1e-7));
    }
}
