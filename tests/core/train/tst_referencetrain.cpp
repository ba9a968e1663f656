// SPDX-License-Identifier: GPL-3.0-or-later
// Soft removal, losses, gradients, saliency targets and optimiser steps against an independent implementation; values
// made by tests/data/adapler_reference.py.
#include "core/reduction/adapler_p.h"
#include "core/model/checkpoint_p.h"
#include "core/train/optimiser_p.h"
#include "core/train/softremoval_p.h"
#include "tests/core/golden.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <map>

using namespace adaplens;

namespace {

/// What is asked of a pass in double, where only a wrong formula can differ, and of one in float32. There the penalty
/// e = (lambda / delta) (x - delta) is rounding of a score times lambda n / eta, about 1,000 here.
struct Rounding {
    at::ScalarType type;
    double tolerance;
};
constexpr Rounding roundings[] = {{at::kDouble, 1e-8}, {at::kFloat, 5e-5}};

struct Reference {
    Reference()
        : values(golden::readJson(golden::folder("adapler_reference") / "golden.json")),
          encodings(golden::encodingsOf(values["examples"])),
          batch(BatchInput::of(golden::pointersTo(encodings)))
    {
        std::vector<std::int64_t> found;
        for (const auto &example : values["examples"]) {
            found.push_back(example["label"].get<std::int64_t>());
        }
        labels = at::tensor(found, at::kLong);
        saliency = batch.layout.pad(golden::flat(values["saliency"]["target"]), 0.0);
    }

    nlohmann::json values;
    std::vector<Encoding> encodings;
    BatchInput batch;
    at::Tensor labels;   ///< [B]
    at::Tensor saliency; ///< [B, longest], double
};

const Reference &reference()
{
    static const Reference value;
    return value;
}

/// The reference model with every tensor a leaf that wants a gradient, and their names.
struct Model {
    explicit Model(at::ScalarType scalar)
        : type(scalar), checkpoint(readCheckpoint(golden::folder("adapler_reference")))
    {
        forEachTensor(checkpoint.weights, checkpoint.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
            const std::string &name = spec.name;
            tensor = tensor.detach().clone().to(type).requires_grad_(true);
            tensors.emplace(name, tensor);
            if (name != "adapler.eta" && name != "adapler.theta") {
                names.push_back(name);
            }
        });
    }

    at::ScalarType type;
    Checkpoint checkpoint;
    std::map<std::string, at::Tensor> tensors;
    std::vector<std::string> names; ///< of the weights that L trains: all but eta and theta
};

/// Values and gradients of one training step.
struct Step {
    SoftPass pass;
    at::Tensor ce, contribution, speed, loss;
    at::Tensor etaGradient, muGradient;
    std::vector<at::Tensor> gradients; ///< parallel to Model::names
};

Step stepOf(const Model &model, const nlohmann::json &setting, const at::Tensor &classWeights = {})
{
    const at::AutoGradMode enabled(true);
    const Reference &r = reference();
    SoftOptions options;
    options.pass.products = model.type;
    options.lambda = setting["lambda"].get<double>();
    options.thetaForward = setting["theta_mode"] == "forward";
    options.clsMultiplier =
        at::ones_like(model.checkpoint.weights.rule.at("adapler.theta")).detach().requires_grad_(true);
    // With theta_mode "forward" theta acts on the score compared with the threshold, not on the CP's target too.
    const at::Tensor theta = options.thetaForward
                                 ? at::ones_like(model.checkpoint.weights.rule.at("adapler.theta")).detach()
                                 : model.checkpoint.weights.rule.at("adapler.theta");
    Step step;
    step.pass = runSoft(model.checkpoint.weights, model.checkpoint.info, r.batch, options);
    step.ce = crossEntropy(step.pass.logits, r.labels, classWeights);
    step.contribution = contributionLoss(step.pass, r.saliency.to(model.type), theta);
    step.speed = step.ce + setting["phi"].get<double>() * lengthLoss(step.pass);
    step.loss = step.ce + setting["gamma"].get<double>() * step.contribution;
    const auto own = torch::autograd::grad(
        {step.speed}, {model.checkpoint.weights.rule.at("adapler.eta"), options.clsMultiplier}, {}, true);
    step.etaGradient = own[0];
    step.muGradient = own[1];
    std::vector<at::Tensor> inputs;
    for (const std::string &name : model.names) {
        inputs.push_back(model.tensors.at(name));
    }
    step.gradients = torch::autograd::grad({step.loss}, inputs, {}, false, false, true);
    return step;
}

/// Differences are measured against the largest expected value where that is above 1.
double padded(const at::Tensor &found, const nlohmann::json &expected)
{
    return golden::relativeDistance(reference().batch.layout.unpad(found), golden::flat(expected));
}

} // namespace

TEST_CASE("saliency targets equal the reference's")
{
    const Reference &r = reference();
    for (const auto &[type, tolerance] : roundings) {
        const Model model(type);
        PassOptions pass;
        pass.products = type;
        const at::Tensor raw =
            saliencyTargets(model.checkpoint.weights, model.checkpoint.info, r.batch, r.labels, pass);
        CHECK(golden::distance(raw, golden::flat(r.values["saliency"]["raw"])) <= std::min(tolerance, 1e-5));
    }
}

TEST_CASE("the soft pass, its losses and all gradients equal the reference's")
{
    const Reference &r = reference();
    for (const Rounding &rounding : roundings) {
        const at::ScalarType type = rounding.type;
        const double tolerance = rounding.tolerance;
        CAPTURE(at::toString(type));
        const Model model(type);
        for (const auto &expected : r.values["soft"]) {
            CAPTURE(expected["lambda"].get<double>());
            CAPTURE(expected["theta_mode"].get<std::string>());
            const at::Tensor classWeights =
                expected["class_weights"].is_null() ? at::Tensor() : golden::flat(expected["class_weights"]).to(type);
            const Step step = stepOf(model, expected, classWeights);

            REQUIRE(step.pass.layers.size() == expected["layers"].size());
            std::vector<at::Tensor> lengths;
            for (std::size_t l = 0; l < step.pass.layers.size(); ++l) {
                CAPTURE(l);
                const SoftLayer &layer = step.pass.layers[l];
                const auto &wanted = expected["layers"][l];
                CHECK(padded(layer.entering, wanted["m"]) <= tolerance);
                CHECK(padded(layer.raw, wanted["raw"]) <= tolerance);
                CHECK(padded(layer.adjusted, wanted["score"]) <= tolerance);
                CHECK(padded(layer.penalty, wanted["e"]) <= tolerance);
                lengths.push_back(layer.length);
            }
            const at::Tensor after =
                golden::flat(expected["lengths"]).view({r.batch.layout.sequences(), -1}).slice(1, 1);
            CHECK(golden::relativeDistance(at::stack(lengths, 1), after) <= tolerance);
            CHECK(golden::relativeDistance(step.pass.logits, golden::flat(expected["logits"])) <= tolerance);

            CHECK(std::abs(step.ce.item<double>() - expected["ce"].get<double>()) <= tolerance);
            CHECK(std::abs(step.contribution.item<double>() - expected["cp_loss"].get<double>()) <= tolerance);
            CHECK(std::abs(step.speed.item<double>() - expected["speed_loss"].get<double>()) <= tolerance);
            CHECK(std::abs(step.loss.item<double>() - expected["loss"].get<double>()) <= tolerance);

            CHECK(golden::relativeDistance(step.etaGradient, golden::flat(expected["grad_eta"])) <= tolerance);
            CHECK(golden::relativeDistance(step.muGradient, golden::flat(expected["grad_mu"])) <= tolerance);
            std::size_t compared = 0;
            for (std::size_t i = 0; i < model.names.size(); ++i) {
                CAPTURE(model.names[i]);
                if (expected["grads"].contains(model.names[i])) {
                    ++compared;
                    CHECK(golden::relativeDistance(step.gradients[i],
                                                   golden::flat(expected["grads"][model.names[i]])) <= tolerance);
                }
            }
            CHECK(compared == expected["grads"].size());
        }
    }
}
