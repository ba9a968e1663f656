// SPDX-License-Identifier: GPL-3.0-or-later
// A student with half the layers: its losses, what it learns, where it starts from.
#include "core/train/methods/distil_p.h"
#include "core/data/reader.h"
#include "core/error.h"
#include "core/evaluation/evaluate.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

#include <torch/csrc/autograd/autograd.h>

#include <cmath>
#include <functional>

using namespace adaplens;
using namespace adaplens::marker;

namespace {

const std::vector<std::string> steps{"fine-tune", "distil"};

/// The marker task for a backbone of four layers.
TrainConfig fourLayers(const std::filesystem::path &folder, std::size_t examples, double holdout)
{
    TrainConfig config = configOf(folder, examples, holdout);
    writeBackbone(config.backbone, 4);
    set(config, "distil", R"({"epochs": 3, "learning_rate": 5e-4, "attention_dropout": 0})");
    return config;
}

/// Derivative of a scalar along a direction, by autograd and by central differences.
void checkDerivative(const std::function<at::Tensor(const at::Tensor &)> &loss, const at::Tensor &at)
{
    at::manual_seed(4);
    const at::Tensor direction = at::randn(at.sizes(), at::kDouble);
    const at::Tensor leaf = at.clone().requires_grad_(true);
    const double derivative = (torch::autograd::grad({loss(leaf)}, {leaf}).front() * direction).sum().item<double>();
    constexpr double step = 1e-6;
    const double estimate = (loss(at + step * direction) - loss(at - step * direction)).item<double>() / (2 * step);
    CHECK(derivative == doctest::Approx(estimate).epsilon(1e-7));
}

} // namespace

TEST_CASE("a student starts from every second layer, the first and the last among them")
{
    CHECK(spacedLayers(12) == std::vector<std::size_t>{0, 2, 4, 7, 9, 11});
    CHECK(spacedLayers(6) == std::vector<std::size_t>{0, 3, 5});
    CHECK(spacedLayers(4) == std::vector<std::size_t>{0, 3});
    CHECK(spacedLayers(3) == std::vector<std::size_t>{0});
    CHECK(spacedLayers(1) == std::vector<std::size_t>{0});
}

TEST_CASE("soft targets and cosine loss are what they are by hand, and so are their gradients")
{
    // Teacher logits (2, 0) at T = 2: p = 1 / (1 + e^-1); student (0, 0): one half each.
    const at::Tensor teacher = at::tensor({2.0, 0.0}, at::kDouble).unsqueeze(0);
    const double p = 1 / (1 + std::exp(-1.0));
    const double divergence = p * std::log(2 * p) + (1 - p) * std::log(2 * (1 - p));
    CHECK(softTargetLoss(at::zeros({1, 2}, at::kDouble), teacher, 2).item<double>() ==
          doctest::Approx(4 * divergence).epsilon(1e-12));
    CHECK(softTargetLoss(teacher, teacher, 3).item<double>() == doctest::Approx(0));
    // Two examples count by halves.
    CHECK(softTargetLoss(at::cat({teacher, at::zeros({1, 2}, at::kDouble)}), at::cat({teacher, teacher}), 2)
              .item<double>() == doctest::Approx(2 * divergence).epsilon(1e-12));

    const at::Tensor along = at::tensor({3.0, 4.0, 1.0, 0.0}, at::kDouble).reshape({2, 2});
    const at::Tensor other = at::tensor({4.0, 3.0, 0.0, 2.0}, at::kDouble).reshape({2, 2}); // cosines 24/25 and 0
    CHECK(cosineLoss({along}, {other}).item<double>() == doctest::Approx((1.0 / 25 + 1) / 2).epsilon(1e-12));
    CHECK(cosineLoss({along, along}, {other, 5 * along}).item<double>() ==
          doctest::Approx((1.0 / 25 + 1) / 4).epsilon(1e-12));

    at::manual_seed(8);
    const at::Tensor logits = at::randn({3, 4}, at::kDouble), taught = at::randn({3, 4}, at::kDouble);
    checkDerivative([&](const at::Tensor &x) { return softTargetLoss(x, taught, 1.7); }, logits);
    checkDerivative([&](const at::Tensor &x) { return cosineLoss({x, 2 * x.tanh()}, {taught, taught.exp()}); }, logits);
}

TEST_CASE("a student with half the layers learns the task at half the operations of its twin")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = fourLayers(folder.path(), 2200, 200);
    const TrainReport report = mustTrain(config, steps);
    const StepReport &distil = reportOf(report, "distil");
    const EpochResult &best = distil.epochs.at(distil.chosen - 1);
    MESSAGE("accuracy ", best.accuracies.front(), ", speed-up ", best.speedup);
    CHECK(best.accuracies.front() >= 0.98);
    CHECK(best.speedup == doctest::Approx(2).epsilon(0.01)); // but for the head
    CHECK(reportOf(report, "fine-tune").epochs.front().speedup == 1);
    CHECK(readCheckpoint(config.out / "model").info.layers == 2);
    CHECK(readCheckpoint(config.out / "model" / "plain").info.layers == 4);

    const auto classifier = Classifier::open(config.out / "model");
    const auto reader = openReader(config.data.front().data);
    const auto evaluation = evaluate(*classifier, *reader, {});
    REQUIRE(evaluation);
    CHECK(evaluation->speedup() == doctest::Approx(best.speedup).epsilon(0.01));
    CHECK(evaluation->accuracy() >= 0.98);
    CHECK(evaluation->keptPerLayer.size() == 2);
}

TEST_CASE("with nothing learned a student is made of its teacher's layers, those that are named")
{
    const test::TemporaryFolder folder;
    TrainConfig config = fourLayers(folder.path(), 120, 20);
    set(config, "fine-tune", R"({"epochs": 1})");
    set(config, "distil", R"({"epochs": 1, "learning_rate": 0, "layers": [1, 2, 3]})");
    (void)mustTrain(config, steps);
    const Checkpoint student = readCheckpoint(config.out / "model"),
                     teacher = readCheckpoint(config.out / "model/plain");
    REQUIRE(student.weights.layers.size() == 3);
    for (std::size_t l = 0; l < 3; ++l) {
        CHECK(at::equal(student.weights.layers[l].output.weight, teacher.weights.layers[l + 1].output.weight));
        CHECK(at::equal(student.weights.layers[l].query.bias, teacher.weights.layers[l + 1].query.bias));
    }
    CHECK(at::equal(student.weights.classifier.weight, teacher.weights.classifier.weight));
    CHECK(at::equal(student.weights.wordEmbeddings, teacher.weights.wordEmbeddings));

    for (const char *layers : {"[0, 4]", "[1, 1]", "[2, 0]"}) {
        CAPTURE(layers);
        set(config, "distil", std::string(R"({"layers": )") + layers + "}");
        CHECK_THROWS_WITH_AS((void)mustTrain(config, {"distil"}, Existing::Restart),
                             doctest::Contains("in rising order, from 0 to 3"), Error);
    }
    CHECK(std::filesystem::exists(config.out / "model"));
}

TEST_CASE("each loss counts by its weight")
{
    const test::TemporaryFolder folder;
    TrainConfig config = fourLayers(folder.path(), 120, 20);
    set(config, "fine-tune", R"({"epochs": 2})");
    (void)mustTrain(config, {"fine-tune"});
    config.from = config.out;
    config.warmup = 0;
    config.clip = 0;
    /// Norm of the first batch's gradient.
    const auto norm = [&](double label, double soft, double cosine) {
        TrainConfig one = config;
        one.out = folder.path() / (std::to_string(label) + std::to_string(soft) + std::to_string(cosine));
        set(one, "distil",
            nlohmann::json{{"epochs", 1}, {"label_weight", label}, {"soft_weight", soft}, {"cosine_weight", cosine}}
                .dump());
        (void)mustTrain(one, {"distil"});
        std::ifstream in(one.out / "distil" / "log.jsonl");
        std::string line;
        std::getline(in, line); // the start
        std::getline(in, line);
        return nlohmann::json::parse(line)["norm"].get<double>();
    };
    for (const auto &[label, soft, cosine] : {std::tuple{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}) {
        const double once = norm(label, soft, cosine);
        CHECK(once > 0);
        CHECK(norm(3 * label, 3 * soft, 3 * cosine) == doctest::Approx(3 * once).epsilon(1e-4));
    }
    CHECK(norm(0, 0, 0) == 0);
}

TEST_CASE("a student whose training is stopped, and resumed, ends as an undisturbed one")
{
    for (const bool bfloat16 : {false, true}) {
        CAPTURE(bfloat16);
        const test::TemporaryFolder folder;
        TrainConfig config = fourLayers(folder.path(), 300, 40);
        config.bfloat16 = bfloat16;
        set(config, "fine-tune", R"({"epochs": 1})");
        set(config, "distil", R"({"epochs": 2, "attention_dropout": 0.1})");
        (void)mustTrain(config, steps);
        const std::filesystem::path undisturbed = config.out;
        config.out = folder.path() / "interrupted";
        std::stop_source stop;
        std::int64_t seen = 0;
        const TrainReport stopped = train(
            config, steps, Existing::Refuse,
            [&](const TrainProgress &at) {
                if (at.step == "distil" && ++seen == 5) {
                    stop.request_stop();
                }
            },
            stop.get_token());
        CHECK_FALSE(stopped.finished);
        (void)mustTrain(config, steps, Existing::Resume);
        for (const char *file : {"model/model.safetensors", "distil/log.jsonl", "distil/report.json"}) {
            CAPTURE(file);
            CHECK(contents(config.out / file) == contents(undisturbed / file));
        }
    }
}
