// SPDX-License-Identifier: GPL-3.0-or-later
// Training from end to end on a task with a known answer.
#include "core/error.h"
#include "core/measure/flops.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

using namespace adaplens;
using namespace adaplens::marker;

TEST_CASE("a model learns to drop all but the word that decides")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = configOf(folder.path(), 2200);
    std::size_t calls = 0;
    const TrainReport report = train(config, allSteps, Existing::Refuse, [&](const TrainProgress &at) {
        ++calls;
        CHECK(at.done <= at.total);
    });
    REQUIRE(report.finished);
    CHECK(calls > 100);
    const StepReport &adapler = reportOf(report, "adapler");
    const EpochResult &best = adapler.epochs.at(adapler.chosen - 1);
    MESSAGE("accuracy ", best.accuracies.front(), ", speed-up ", best.speedup);
    CHECK(best.accuracies.front() >= 0.98);
    // 60 % of the token places of both layers gone: the remaining operations are below 0.4 plus the predictors' share.
    const Checkpoint trained = readCheckpoint(config.out / "model");
    const auto n = std::size_t{18};
    const std::vector<std::uint32_t> kept{18, 7, 7};
    CHECK(best.speedup >= flopsPlain(trained.info, n) / flopsReduced(trained.info, kept));
    CHECK(trained.info.adaptive);
    CHECK(std::filesystem::exists(config.out / "model" / "plain" / "model.safetensors"));
}

TEST_CASE("a stage goes on from a model with thresholds given, and learns sentences from the twin")
{
    const test::TemporaryFolder folder;
    TrainConfig config = configOf(folder.path(), 2200);
    set(config, "adapler", R"({"epochs": 2})");
    (void)mustTrain(config);

    const std::filesystem::path first = config.out / "adapler" / "epoch-2";
    config.from = config.out;
    config.out = folder.path() / "second";
    set(config, "adapler",
        nlohmann::json{{"continue_from", first.string()}, {"initial_eta", {0.5, 0.75}}, {"eta_learning_rate", 0}}
            .dump());
    config.data.front().sentences.limit = 300;
    const TrainReport report = mustTrain(config, {"saliency", "adapler"});
    const Checkpoint trained = readCheckpoint(config.out / "model");
    CHECK(at::equal(trained.weights.rule.at("adapler.eta"), at::tensor({0.5F, 0.75F})));
    // The examples held out, and the sentences of those: the latter count as agreement with the twin, not in the score.
    const EpochResult &epoch = reportOf(report, "adapler").epochs.front();
    REQUIRE(epoch.accuracies.size() == 2);
    CHECK(epoch.score == epoch.accuracies.front());
    CHECK(epoch.accuracies.back() > 0.9);

    Checkpoint other = readCheckpoint(first);
    other.info.heads = 2; // the same tensors, another model
    writeCheckpoint(folder.path() / "other", other, Storage::Float32);
    config.out = folder.path() / "third";
    set(config, "adapler", nlohmann::json{{"continue_from", (folder.path() / "other").string()}}.dump());
    CHECK_THROWS_WITH_AS((void)mustTrain(config, {"saliency", "adapler"}),
                         doctest::Contains("differs from the backbone"), Error);
    set(config, "adapler", nlohmann::json{{"continue_from", first.string()}, {"initial_eta", {0.5}}}.dump());
    CHECK_THROWS_WITH_AS((void)mustTrain(config, {"saliency", "adapler"}),
                         doctest::Contains("Eta has 1 values, but the model has 2 layers"), Error);
    CHECK_FALSE(std::filesystem::exists(config.out));
}

TEST_CASE("a loss that is not a number stops the run and names the step")
{
    const test::TemporaryFolder folder;
    TrainConfig config = configOf(folder.path(), 300, 20);
    config.classWeights = {1e38, 1e38};
    set(config, "fine-tune", R"({"learning_rate": 1})");
    config.clip = 0;
    CHECK_THROWS_WITH_AS((void)mustTrain(config), doctest::Contains("Step fine-tune stopped in epoch 1"), Error);
    CHECK_THROWS_WITH_AS((void)mustTrain(config, allSteps, Existing::Restart), doctest::Contains("not a number"),
                         Error);
}

TEST_CASE("texts that the backbone cannot read are refused before anything is computed")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = configOf(folder.path(), 300);
    Checkpoint backbone = readCheckpoint(config.backbone);
    backbone.info.maxLength = 16; // the texts have up to 22 pieces
    backbone.weights.positionEmbeddings = backbone.weights.positionEmbeddings.narrow(0, 0, 16).contiguous();
    writeCheckpoint(config.backbone, backbone, Storage::Float32);
    CHECK_THROWS_WITH_AS((void)mustTrain(config),
                         doctest::Contains("“max_length” of “markers” is more than the backbone reads, 16 pieces"),
                         Error);
    CHECK_FALSE(std::filesystem::exists(config.out));
}
