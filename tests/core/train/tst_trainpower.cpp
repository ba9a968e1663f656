// SPDX-License-Identifier: GPL-3.0-or-later
// PoWER-BERT's two steps from end to end on a task with a known answer.
#include "core/error.h"
#include "core/evaluation/evaluate.h"
#include "core/reduction/power_p.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

#include <algorithm>

using namespace adaplens;
using namespace adaplens::marker;

namespace {

const std::vector<std::string> steps{"fine-tune", "power-search", "power"};

TrainConfig powerConfig(const std::filesystem::path &folder, std::size_t examples, double holdout)
{
    TrainConfig config = configOf(folder, examples, holdout);
    set(config, "power-search", R"({"epochs": 3, "learning_rate": 3e-4, "lambda": 1e-3})");
    set(config, "power", R"({"epochs": 2, "learning_rate": 3e-4})");
    return config;
}

/// Makes the first layer of a backbone look at the marker without telling of it: its attention goes there but brings
/// nothing home, so that the marker has to stay for the second layer. Value and output projections are 0, and no
/// gradient leads away from both being 0.
void hideMarkerFromFirstLayer(const std::filesystem::path &folder)
{
    Checkpoint backbone = readCheckpoint(folder);
    LayerWeights &first = backbone.weights.layers.front();
    first.value.weight.zero_();
    first.attentionOutput.weight.zero_();
    first.query.weight.zero_();
    first.query.bias.fill_(1);
    first.key.weight.zero_();
    first.key.weight.select(1, 0).fill_(0.1);
    for (const char *marker : {"bright", "dull"}) {
        backbone.weights.wordEmbeddings[*backbone.vocabulary->find(marker)][0].fill_(0.5);
    }
    writeCheckpoint(folder, backbone, Storage::Float32);
}

std::vector<std::size_t> retentionOf(const std::filesystem::path &folder)
{
    return powerSettings(readCheckpoint(folder).info).retention;
}

} // namespace

TEST_CASE("a PoWER-BERT learns to keep the word that decides and drops most others")
{
    const test::TemporaryFolder folder;
    TrainConfig config = powerConfig(folder.path(), 2200, 200);
    hideMarkerFromFirstLayer(config.backbone);
    // Of 189 batches: what nobody asks for falls to a fifth. All could go: LayerNorm makes up for what is multiplied,
    // and without pre-trained biases a model this small hardly sees it.
    set(config, "power-search", R"({"retention_learning_rate": 8.5e-3})");
    const TrainReport report = mustTrain(config, steps);
    const StepReport &power = reportOf(report, "power");
    const EpochResult &best = power.epochs.at(power.chosen - 1);
    const std::vector<std::size_t> retention = retentionOf(config.out / "model");
    MESSAGE("accuracy ", best.accuracies.front(), ", speed-up ", best.speedup, ", retention ", retention.front(), ", ",
            retention.back());
    CHECK(best.accuracies.front() >= 0.98);
    const auto classifier = Classifier::open(config.out / "model");
    const auto reader = openReader(config.data.front().data);
    const auto evaluation = evaluate(*classifier, *reader, {});
    REQUIRE(evaluation);
    CHECK(evaluation->accuracy() >= 0.98);
    CHECK(evaluation->plainModel == "twin");
    double kept = 0;
    for (const double tokens : evaluation->keptPerLayer) {
        kept += tokens / evaluation->pieces / static_cast<double>(evaluation->keptPerLayer.size());
    }
    CHECK(kept <= 0.4);
    // The first layer has to leave the marker to the second, wherever it is.
    CHECK(retention.front() >= 2);
    for (const std::string marker : {"bright ", "dull "}) {
        std::size_t stayed = 0;
        for (std::size_t place = 0; place < 12; ++place) {
            std::string text;
            for (std::size_t w = 0; w < 12; ++w) {
                text += w == place ? marker : "w" + std::to_string(3 * w) + ' ';
            }
            const auto trace = classifier->run(text, std::nullopt, RunOptions{});
            REQUIRE(trace);
            const LayerTrace &last = trace->layers.back();
            stayed += std::ranges::find(last.alive, static_cast<std::uint32_t>(place + 1)) != last.alive.end() ? 1 : 0;
        }
        CAPTURE(marker);
        CHECK(stayed == 12);
    }
}

TEST_CASE("the search's configuration is that of re-training, unless another one is given")
{
    const test::TemporaryFolder folder;
    TrainConfig config = powerConfig(folder.path(), 120, 20);
    set(config, "fine-tune", R"({"epochs": 1})");
    set(config, "power-search", R"({"epochs": 2, "retention_learning_rate": 0.1})");
    set(config, "power", R"({"epochs": 1})");
    const TrainReport report = mustTrain(config, steps);
    const StepReport &search = reportOf(report, "power-search");
    const auto &epochs = search.epochs;
    CHECK(search.chosen == 2); // the last one, whatever the scores
    const auto searched = retentionOf(config.out / "power-search" / ("epoch-" + std::to_string(search.chosen)));
    CHECK(retentionOf(config.out / "model") == searched);
    CHECK(searched.front() < 22); // pieces of the longest text
    CHECK(std::ranges::is_sorted(searched, std::greater()));
    for (const EpochResult &epoch : epochs) {
        const auto found = retentionOf(config.out / "power-search" / ("epoch-" + std::to_string(epoch.epoch)));
        CHECK(std::vector<std::size_t>(epoch.thresholds.begin(), epoch.thresholds.end()) == found);
    }
    const EpochResult &trained = reportOf(report, "power").epochs.front();
    CHECK(std::vector<std::size_t>(trained.thresholds.begin(), trained.thresholds.end()) == searched);
    REQUIRE(trained.kept.size() == 2);
    CHECK(trained.kept.front() < 1);
    CHECK(trained.kept.back() <= trained.kept.front());

    config.from = config.out;
    config.out = folder.path() / "second";
    set(config, "power", R"({"retention": [9, 4]})");
    (void)mustTrain(config, {"power"});
    CHECK(retentionOf(config.out / "model") == std::vector<std::size_t>{9, 4});
    for (const char *wrong : {"[9]", "[9, 0]", "[9, 2.5]"}) {
        CAPTURE(wrong);
        set(config, "power", std::string(R"({"retention": )") + wrong + "}");
        config.out = folder.path() / "third";
        CHECK_THROWS_WITH_AS((void)mustTrain(config, {"power"}), doctest::Contains("of tokens"), Error);
        CHECK_FALSE(std::filesystem::exists(config.out));
    }
}

TEST_CASE("lambda weighs tokens against the task: none keeps all, much keeps next to none")
{
    const test::TemporaryFolder folder;
    TrainConfig config = powerConfig(folder.path(), 300, 40);
    set(config, "fine-tune", R"({"epochs": 1})");
    set(config, "power-search", R"({"epochs": 2, "retention_learning_rate": 0.2, "learning_rate": 0, "lambda": 1})");
    (void)mustTrain(config, {"fine-tune", "power-search"});
    CHECK(retentionOf(config.out / "power-search" / "epoch-2") == std::vector<std::size_t>{1, 1});
    config.from = config.out;
    config.out = folder.path() / "second";
    set(config, "power-search", R"({"retention_learning_rate": 1e-9, "lambda": 1})");
    const TrainReport report = mustTrain(config, {"power-search"});
    CHECK(reportOf(report, "power-search").chosen == 2); // of two that are alike
    CHECK(retentionOf(config.out / "power-search" / "epoch-2") == std::vector<std::size_t>{22, 22}); // the longest text
}

TEST_CASE("PoWER-BERT trains in bfloat16 nearly as in float32, and with soft labels of the twin")
{
    const test::TemporaryFolder folder;
    TrainConfig config = powerConfig(folder.path(), 120, 20);
    set(config, "fine-tune", R"({"epochs": 1})");
    set(config, "power", R"({"retention": [9, 4]})"); // the same in both
    (void)mustTrain(config, steps);
    const std::filesystem::path exact = config.out;
    config.bfloat16 = true;
    config.out = folder.path() / "bfloat16";
    (void)mustTrain(config, steps);
    for (const char *step : {"power-search", "power"}) {
        CAPTURE(step);
        const auto found = lossesOf(config.out, step), expected = lossesOf(exact, step);
        REQUIRE(found.size() == expected.size());
        CHECK(found != expected);
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i] == doctest::Approx(expected[i]).epsilon(0.1));
        }
    }
    config.bfloat16 = false;
    config.from = exact;
    config.out = folder.path() / "soft";
    set(config, "power-search", R"({"soft_labels": 1})");
    (void)mustTrain(config, {"power-search"});
    CHECK(lossesOf(config.out, "power-search").front() != lossesOf(exact, "power-search").front());
}
