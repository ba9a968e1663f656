// SPDX-License-Identifier: GPL-3.0-or-later
// TR-BERT's training against an independent implementation; values made by tests/data/trbert_training.py.
#include "core/model/checkpoint_p.h"
#include "core/reduction/trbert_p.h"
#include "core/train/policygradient_p.h"
#include "core/train/softremoval_p.h"
#include "tests/core/golden.h"
#include "tests/support/temporaryfolder.h"

#include <torch/csrc/autograd/autograd.h>

#include <map>

using namespace adaplens;

namespace {

const nlohmann::json &values()
{
    static const nlohmann::json json = golden::readJson(golden::folder("trbert_training") / "golden.json");
    return json;
}

struct Reference {
    explicit Reference(at::ScalarType scalar)
        : type(scalar),
          encodings(
              golden::encodingsOf(golden::readJson(golden::folder("rivals_reference") / "golden.json")["examples"])),
          batch(BatchInput::of(golden::pointersTo(encodings)))
    {
        const auto source = golden::folder("rivals_reference");
        const test::TemporaryFolder folder;
        std::filesystem::copy_file(source / "vocab.txt", folder.path() / "vocab.txt");
        std::filesystem::copy_file(source / "trbert.safetensors", folder.path() / "model.safetensors");
        auto config = golden::readJson(source / "config.json");
        config["trbert"] = {{"selector_hidden_size", 8}};
        std::ofstream(folder.path() / "config.json") << config;
        model = readCheckpoint(folder.path());
        forEachTensor(model.weights, model.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
            tensor = tensor.to(type).requires_grad_(true);
            tensors.emplace(spec.name, tensor);
        });
        options.pass.products = type;
        options.samples = values()["samples"].get<std::size_t>();
    }
    [[nodiscard]] SampledPass run(const ChooseTokens &choose) const
    {
        return runSampled(model.weights, model.info, batch, options, choose);
    }

    at::ScalarType type;
    std::vector<Encoding> encodings;
    BatchInput batch;
    Checkpoint model;
    std::map<std::string, at::Tensor> tensors;
    SampledOptions options;
};

std::vector<std::uint8_t> bitsOf(const nlohmann::json &passes)
{
    std::vector<std::uint8_t> bits;
    for (const auto &pass : passes) {
        for (const auto &bit : pass) {
            bits.push_back(bit.get<bool>() ? 1 : 0);
        }
    }
    return bits;
}

std::vector<std::uint8_t> noted(const SelectorView &view)
{
    return bitsOf(values()["kept"][view.selector]);
}

struct Rounding {
    at::ScalarType type;
    double tolerance;
};
constexpr Rounding roundings[] = {{at::kDouble, 1e-8}, {at::kFloat, 2e-5}};

} // namespace

TEST_CASE("logits, shares, rewards, the policy loss and its gradients equal the reference's")
{
    for (const Rounding &rounding : roundings) {
        const double tolerance = rounding.tolerance;
        CAPTURE(at::toString(rounding.type));
        Reference r(rounding.type);
        r.options.frozen = true;
        const SampledPass pass = r.run(noted);
        CHECK(golden::distance(pass.logits, golden::flat(values()["logits"])) <= tolerance);
        for (std::size_t i = 0; i < pass.shares.size(); ++i) {
            CHECK(golden::distance(at::tensor(pass.shares[i], at::kDouble), golden::flat(values()["shares"][i])) <=
                  1e-8);
        }
        const auto &expected = values()["hard"];
        const at::Tensor labels =
            at::tensor(values()["labels"].get<std::vector<std::int64_t>>(), at::kLong).repeat({3});
        const at::Tensor losses = crossEntropies(pass.logits, labels, {});
        CHECK(golden::distance(losses, golden::flat(expected["losses"])) <= tolerance);
        const at::Tensor rewards = rewardsOf(pass, losses, values()["alpha"].get<double>());
        CHECK(golden::distance(rewards, golden::flat(expected["rewards"])) <= tolerance);
        const at::Tensor policy = policyLoss(pass, rewards, r.options.samples);
        CHECK(std::abs(policy.item<double>() - expected["policy"].get<double>()) <= tolerance);
        CHECK(expected["gradients"].size() == 8);
        for (const auto &item : expected["gradients"].items()) {
            const std::string &name = item.key();
            CAPTURE(name);
            const at::Tensor gradient = torch::autograd::grad({policy}, {r.tensors.at(name)}, {}, true).front();
            CHECK(golden::distance(gradient, golden::flat(item.value())) <= tolerance);
        }
    }
}

TEST_CASE("slopes of soft labels and policy loss together equal the reference's, in every tensor")
{
    for (const Rounding &rounding : roundings) {
        const double tolerance = rounding.tolerance;
        CAPTURE(at::toString(rounding.type));
        const Reference r(rounding.type);
        const SampledPass pass = r.run(noted);
        const auto &expected = values()["soft"];
        const at::Tensor twin = golden::flat(values()["twin"]).view({-1, 3}).repeat({3, 1}).to(r.type);
        const at::Tensor losses = -(twin * at::log_softmax(pass.logits, 1)).sum(1);
        CHECK(golden::distance(losses, golden::flat(expected["losses"])) <= tolerance);
        const at::Tensor rewards = rewardsOf(pass, losses, values()["alpha"].get<double>());
        const at::Tensor policy = policyLoss(pass, rewards, r.options.samples);
        CHECK(std::abs(policy.item<double>() - expected["policy"].get<double>()) <= tolerance);
        CHECK(expected["slopes"].size() == r.tensors.size());
        for (const auto &item : expected["slopes"].items()) {
            const std::string &name = item.key();
            CAPTURE(name);
            const at::Tensor &tensor = r.tensors.at(name);
            const at::Tensor gradient =
                torch::autograd::grad({losses.mean() + policy}, {tensor}, {}, true).front().to(at::kDouble);
            const at::Tensor direction = at::cos(at::arange(1, tensor.numel() + 1, at::kDouble)).view(tensor.sizes());
            // Central differences with a step of 1e-6 have some 1e-9 of their own.
            CHECK(std::abs((gradient * direction).sum().item<double>() - item.value().get<double>()) <=
                  10 * tolerance * std::max(1.0, std::abs(item.value().get<double>())));
        }
    }
}

TEST_CASE("the first sample follows the ranking as the reference does")
{
    const at::NoGradGuard guard;
    const Reference r(at::kFloat);
    const auto ranking = values()["ranking"].get<std::vector<std::vector<float>>>();
    const SampledPass pass = r.run([&](const SelectorView &view) {
        std::vector<std::uint8_t> kept = drawTokens(view);
        imitate(view, ranking, kept);
        return kept;
    });
    for (std::size_t i = 0; i < pass.selectors.size(); ++i) {
        CAPTURE(i);
        const SelectorDraw &draw = pass.selectors[i];
        const std::vector<std::uint8_t> first(
            draw.kept.begin(), draw.kept.begin() + draw.layout.begin(static_cast<std::int64_t>(ranking.size())));
        CHECK(first == bitsOf(values()["imitated"][i]));
    }
}
