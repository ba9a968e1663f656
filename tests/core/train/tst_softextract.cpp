// SPDX-License-Identifier: GPL-3.0-or-later
// Soft extraction, the search's pass: against an independent implementation (tests/data/softextract_reference.py) and
// against hard extraction where it is the same.
#include "core/train/softextract_p.h"
#include "core/model/checkpoint_p.h"
#include "core/reduction/power_p.h"
#include "core/reduction/removingpass_p.h"
#include "core/train/softremoval_p.h"
#include "tests/core/golden.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

using namespace adaplens;

namespace {

constexpr double tolerance = 1e-9;
const PassOptions inDouble{0, 0, at::kDouble};

/// The reference model in double, its batch, and what is expected of it.
struct Setting {
    Setting()
    {
        model = readCheckpoint(golden::folder("rivals_reference"));
        forEachTensor(model.weights, model.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
            tensor = tensor.to(at::kDouble).requires_grad_(true);
            tensors[spec.name] = tensor;
        });
        encodings =
            golden::encodingsOf(golden::readJson(golden::folder("rivals_reference") / "golden.json")["examples"]);
        wanted = golden::readJson(golden::folder("softextract_reference.json"));
        retention = golden::flat(wanted["retention"])
                        .reshape({static_cast<std::int64_t>(model.info.layers), -1})
                        .requires_grad_(true);
        labels = at::tensor(at::ArrayRef<std::int64_t>(wanted["labels"].get<std::vector<std::int64_t>>()));
    }
    [[nodiscard]] BatchInput batch() const { return BatchInput::of(golden::pointersTo(encodings)); }

    Checkpoint model;
    std::map<std::string, at::Tensor> tensors;
    std::vector<Encoding> encodings;
    nlohmann::json wanted;
    at::Tensor retention, labels;
};

} // namespace

TEST_CASE("soft extraction, its loss and its gradients are those of the reference")
{
    const Setting s;
    const ExtractPass pass = runSoftExtract(s.model.weights, s.model.info, s.batch(), s.retention, inDouble);
    for (std::size_t i = 0; i < s.encodings.size(); ++i) {
        CHECK(golden::distance(pass.logits[static_cast<std::int64_t>(i)],
                               golden::flat(s.wanted["examples"][i]["logits"])) < tolerance);
    }
    const at::Tensor loss =
        crossEntropy(pass.logits, s.labels, {}) + s.wanted["lambda"].get<double>() * retentionMass(s.retention);
    CHECK(loss.item<double>() == doctest::Approx(s.wanted["loss"].get<double>()).epsilon(tolerance));

    std::vector<std::string> names{"retention"};
    std::vector<at::Tensor> inputs{s.retention};
    for (const auto &[name, gradient] : s.wanted["gradients"].items()) {
        if (name != "retention") {
            names.push_back(name);
            inputs.push_back(s.tensors.at(name));
        }
    }
    const auto gradients = torch::autograd::grad({loss}, inputs);
    for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(names[i]);
        CHECK(golden::distance(gradients[i], golden::flat(s.wanted["gradients"][names[i]])) < tolerance);
    }
    CHECK(configurationOf(s.retention) == s.wanted["configuration"].get<std::vector<std::size_t>>());
}

TEST_CASE("[CLS] comes first in the order, then the most significant, of equal ones the earlier")
{
    const Layout layout = Layout::ofLengths(std::vector<std::int64_t>{5, 0, 1, 3});
    const at::Tensor received = at::tensor({0.1F, 0.3F, 0.9F, 0.3F, 0.5F, 2.0F, 0.0F, 0.0F, 0.0F});
    const std::vector<std::int64_t> expected{0, 3, 1, 4, 2, 0, 0, 1, 2};
    const at::Tensor ranks = significanceRanks(received, layout);
    CHECK(std::vector<std::int64_t>(ranks.data_ptr<std::int64_t>(), ranks.data_ptr<std::int64_t>() + 9) == expected);
    const at::Tensor broken = at::tensor({0.1F, std::nanf(""), 0.5F});
    CHECK(significanceRanks(broken, Layout::ofLengths(std::vector<std::int64_t>{3}))[2].item<std::int64_t>() == 1);
}

TEST_CASE("a configuration is the truncated sum, at least 1, and never rises")
{
    const at::Tensor r = at::zeros({5, 10});
    r[0].fill_(1);
    r[1].fill_(0.67);
    r[2].fill_(0.8);
    r[3].narrow(0, 0, 2).fill_(0.99);
    CHECK(configurationOf(r) == std::vector<std::size_t>{10, 6, 6, 1, 1});
    CHECK(configurationOf(at::ones({2, 500})) == std::vector<std::size_t>{500, 500});
    CHECK(retentionMass(r).item<double>() == doctest::Approx(10 + 2 * 6.7 + 3 * 8 + 4 * 1.98));
}

TEST_CASE("with all factors 1 soft extraction is the plain pass, and hard extraction with room for all is, too")
{
    const at::NoGradGuard guard;
    Setting s;
    const at::Tensor all = at::ones_like(s.retention);
    const ExtractPass soft = runSoftExtract(s.model.weights, s.model.info, s.batch(), all, inDouble);
    CHECK(soft.kept == doctest::Approx(1));
    const auto plain = golden::readJson(golden::folder("rivals_reference") / "golden.json")["plain"];
    CHECK(golden::distance(soft.logits, golden::flat(plain)) < 1e-7);
    const ExtractPass half = runSoftExtract(s.model.weights, s.model.info, s.batch(), 0.5 * all, inDouble);
    CHECK(half.kept == doctest::Approx(0.5));
    setRule(s.model.info, powerRule({{40, 40, 40, 40}}));
    const auto reducer = makeReducer(s.model.weights, s.model.info);
    const ReducedPass hard = runRemoving(s.model.weights, s.model.info, s.batch(), *reducer, inDouble);
    CHECK(golden::distance(hard.logits, soft.logits) < tolerance);
}

TEST_CASE("hard extraction in training is that of inference, and its gradients are those of central differences")
{
    Setting s;
    setRule(s.model.info, powerRule({{14, 9, 6, 2}}));
    const auto reducer = makeReducer(s.model.weights, s.model.info);
    const auto run = [&] { return runRemoving(s.model.weights, s.model.info, s.batch(), *reducer, inDouble); };
    const ReducedPass pass = run();
    const auto wanted = golden::readJson(golden::folder("rivals_reference") / "golden.json")["power"]["examples"];
    for (std::size_t i = 0; i < s.encodings.size(); ++i) {
        CHECK(golden::distance(pass.logits[static_cast<std::int64_t>(i)], golden::flat(wanted[i]["logits"])) < 1e-7);
        CHECK(pass.alive[i] == wanted[i]["lengths"].get<std::vector<std::uint32_t>>());
    }
    const at::Tensor loss = crossEntropy(pass.logits, s.labels, {});
    at::manual_seed(3);
    for (const char *name :
         {"bert.embeddings.word_embeddings.weight", "bert.encoder.layer.0.attention.self.value.weight",
          "bert.encoder.layer.1.output.dense.weight", "bert.pooler.dense.weight"}) {
        CAPTURE(name);
        const at::Tensor &value = s.tensors.at(name);
        const at::Tensor gradient = torch::autograd::grad({loss}, {value}, {}, true).front();
        const at::NoGradGuard guard;
        const at::Tensor direction = at::randn_like(value);
        constexpr double step = 1e-6;
        value.add_(direction, step);
        const double up = crossEntropy(run().logits, s.labels, {}).item<double>();
        value.add_(direction, -2 * step);
        const double down = crossEntropy(run().logits, s.labels, {}).item<double>();
        value.add_(direction, step);
        CHECK((gradient * direction).sum().item<double>() == doctest::Approx((up - down) / (2 * step)).epsilon(1e-6));
    }
}
