// SPDX-License-Identifier: GPL-3.0-or-later
// What settings of a run do to what is trained.
#include "core/reduction/adapler_p.h"
#include "tests/core/golden.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

#include <cmath>

using namespace adaplens;
using namespace adaplens::marker;

namespace {

/// AdapLeR's losses in a run of its own on the fine-tuned model of `config`.
std::vector<double> adaplerLosses(TrainConfig config, const std::filesystem::path &out)
{
    config.from = config.out;
    config.out = out;
    (void)mustTrain(config, {"adapler"});
    return lossesOf(out, "adapler");
}

} // namespace

TEST_CASE("the share of soft labels weighs what the twin says against the labels")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    set(config, "fine-tune", R"({"epochs": 3})");
    (void)mustTrain(config, {"fine-tune", "saliency"});
    const auto losses = [&](double share, double weight, const char *name) {
        TrainConfig one = config;
        one.classWeights = {weight, weight};
        set(one, "adapler",
            nlohmann::json{
                {"soft_labels", share}, {"learning_rate", 0}, {"predictor_learning_rate", 0}, {"eta_learning_rate", 0}}
                .dump());
        return adaplerLosses(one, folder.path() / name);
    };
    // The weights are those of the labels' classes. Nothing is learned, so all see the same model.
    const auto hard = losses(0, 1, "hard");
    const auto doubled = losses(0, 2, "doubled");
    const auto soft = losses(1, 1, "soft");
    const auto mixed = losses(0.25, 2, "mixed");
    CHECK(losses(1, 2, "soft-doubled") == soft);
    REQUIRE(hard.size() == soft.size());
    CHECK(soft != hard);
    for (std::size_t i = 0; i < hard.size(); ++i) {
        CHECK(doubled[i] == doctest::Approx(2 * hard[i]).epsilon(1e-5));
        CHECK(mixed[i] == doctest::Approx(0.75 * 2 * hard[i] + 0.25 * soft[i]).epsilon(1e-5));
    }
}

TEST_CASE("frozen word embeddings stay those of the backbone, and everything else learns")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    config.freezeWordEmbeddings = true;
    set(config, "adapler", R"({"from_fine_tuned": false})");
    (void)mustTrain(config);
    for (const char *step : {"fine-tune", "adapler"}) {
        CAPTURE(step);
        Checkpoint after = readCheckpoint(config.out / step / "epoch-1");
        Checkpoint before = readBackbone(config.backbone, config.labels, config.seed, ruleOf(after.info).name());
        std::vector<std::string> unchanged;
        std::vector<at::Tensor> old;
        forEachTensor(before.weights, before.info,
                      [&](const TensorSpec &, at::Tensor &tensor) { old.push_back(tensor); });
        std::size_t i = 0;
        forEachTensor(after.weights, after.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
            if (at::equal(tensor, old.at(i++))) {
                unchanged.push_back(spec.name);
            }
        });
        CHECK(unchanged == std::vector<std::string>{"bert.embeddings.word_embeddings.weight"});
    }
}

TEST_CASE("products in bfloat16 train nearly as those in float32 do")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    (void)mustTrain(config);
    const std::filesystem::path exact = config.out;
    config.bfloat16 = true;
    config.out = folder.path() / "bfloat16";
    (void)mustTrain(config);
    for (const char *step : {"fine-tune", "adapler"}) {
        CAPTURE(step);
        const auto found = lossesOf(config.out, step);
        const auto expected = lossesOf(exact, step);
        REQUIRE(found.size() == expected.size());
        CHECK(found != expected);
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i] == doctest::Approx(expected[i]).epsilon(0.05));
        }
    }
}

TEST_CASE("eta stays between 0.01 and 1, however far a step would take it")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    set(config, "adapler", R"({"eta_learning_rate": 1})");
    for (const double phi : {100.0, 0.0}) { // up to drop all, then wherever the task loss leads
        config.data.front().phi = phi;
        config.out = folder.path() / std::to_string(phi);
        (void)mustTrain(config);
        const at::Tensor eta = readCheckpoint(config.out / "model").weights.rule.at("adapler.eta");
        CHECK(eta.min().item<float>() >= 0.01F);
        CHECK(eta.max().item<float>() <= 1.0F);
        CHECK(((eta - 0.01F).abs() < 1e-6).logical_or(eta == 1.0F).any().item<bool>()); // it would have left
    }
}

TEST_CASE("a model of one layer has no theta, which no batch then depends on")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = shortConfig(folder.path());
    writeBackbone(config.backbone, 1);
    const TrainReport report = mustTrain(config);
    CHECK(readCheckpoint(config.out / "model").weights.rule.at("adapler.theta").numel() == 0);
    CHECK(std::isfinite(lossesOf(config.out, "adapler").back()));
}
