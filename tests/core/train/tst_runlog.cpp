// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of a run tell while it is under way.
#include "core/train/runlog.h"

#include "core/error.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

#include <thread>

using namespace adaplens;
using namespace adaplens::marker;
namespace fs = std::filesystem;

namespace {

void append(const fs::path &file, const std::string &text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::app | std::ios::binary) << text;
}

const std::string start = R"({"step":"fine-tune","epochs":2,"event":"start","batches":3,"sets":[{"name":"reviews"}]})"
                          "\n";
const std::string epoch = R"({"step":"fine-tune","event":"epoch","epoch":1,"accuracies":[0.75],"speedups":[1.0],)"
                          R"("score":0.75,"speedup":1.0})"
                          "\n";

std::string batch(double loss)
{
    return R"({"step":"fine-tune","epoch":1,"batch":1,"set":"reviews","tokens":10,"loss":)" + std::to_string(loss) +
           "}\n";
}

} // namespace

TEST_CASE("what is written is read once it is whole, and only what is new")
{
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "fine-tune" / "log.jsonl";
    RunLog log(folder.path());
    CHECK_FALSE(log.update());
    CHECK(log.record().steps.empty());

    append(file, start + batch(0.7) + batch(0.6).substr(0, 20));
    CHECK(log.update());
    RunRecord record = log.record();
    REQUIRE(record.steps.size() == 1);
    CHECK(record.steps[0].step == "fine-tune");
    CHECK(record.steps[0].epochs == 2);
    CHECK(record.steps[0].batchesPerEpoch == 3);
    CHECK(record.steps[0].sets == std::vector<std::string>{"reviews"});
    CHECK(record.steps[0].batches == 1);
    CHECK_FALSE(log.update());

    append(file, batch(0.6).substr(20) + batch(0.5) + epoch);
    CHECK(log.update());
    record = log.record();
    CHECK(record.steps[0].batches == 3);
    CHECK(record.steps[0].tokens == 30);
    REQUIRE(record.steps[0].loss.size() == 3);
    CHECK(record.steps[0].loss[1].value == 0.6);
    CHECK(record.steps[0].kept.empty());
    REQUIRE(record.steps[0].results.size() == 1);
    CHECK(record.steps[0].results[0].score == 0.75);
    CHECK(record.steps[0].ends == std::vector<std::int64_t>{3});
    CHECK_FALSE(record.steps[0].report);
    CHECK_FALSE(record.isRun);
}

TEST_CASE("a log that is cut to its resume point, or begun anew, is read anew")
{
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "fine-tune" / "log.jsonl";
    append(file, start + batch(0.7) + batch(0.6) + batch(0.5));
    RunLog log(folder.path());
    CHECK(log.update());
    fs::resize_file(file, start.size() + batch(0.7).size());
    CHECK(log.update());
    CHECK(log.record().steps[0].batches == 1);
    append(file, batch(0.4));
    CHECK(log.update());
    CHECK(log.record().steps[0].loss[1].value == 0.4);
    // As long as before and longer, but another one.
    fs::remove(file);
    append(file, start + batch(0.1) + batch(0.2) + batch(0.3));
    CHECK(log.update());
    REQUIRE(log.record().steps[0].loss.size() == 3);
    CHECK(log.record().steps[0].loss[0].value == 0.1);
    fs::remove_all(folder.path() / "fine-tune");
    CHECK(log.update());
    CHECK(log.record().steps.empty());
}

TEST_CASE("what is no log is told by its line")
{
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "fine-tune" / "log.jsonl";
    append(file, start + "something else\n");
    RunLog log(folder.path());
    CHECK_THROWS_WITH_AS((void)log.update(), doctest::Contains("log.jsonl, line 2 is no line of a training log"),
                         Error);
    CHECK_THROWS_WITH_AS((void)configOfRun(folder.path()), doctest::Contains("holds no training run"), Error);
    append(folder.path() / "config.json", R"({"model_type": "bert"})");
    CHECK_THROWS_WITH_AS((void)configOfRun(folder.path()), doctest::Contains("is not the configuration"), Error);
}

TEST_CASE("a run that another thread trains is followed to its end")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    set(config, "adapler", R"({"epochs": 2})");
    RunLog log(config.out);
    std::vector<std::int64_t> seen;
    bool underWay = false;
    {
        std::atomic<bool> ended = false;
        const std::jthread training([&] {
            (void)mustTrain(config);
            ended = true;
        });
        while (!ended) {
            if (log.update() && !log.record().steps.empty()) {
                seen.push_back(log.record().steps.front().batches);
                underWay = underWay || log.record().underWay;
            }
            std::this_thread::yield();
        }
    }
    (void)log.update();
    CHECK(seen.size() > 1); // it was seen growing
    CHECK(underWay);
    CHECK_FALSE(log.record().underWay);
    CHECK(std::ranges::is_sorted(seen));
    const RunRecord record = log.record();
    CHECK(record.isRun);
    CHECK(record.hasModel);
    CHECK(record.method() == "adapler");
    CHECK(record.hasFinished("adapler"));
    REQUIRE(record.steps.size() == 3);
    const StepRecord &tuned = record.steps[0], &adapler = record.steps[2];
    CHECK(record.steps[1].step == "saliency");
    CHECK(record.steps[1].report);
    CHECK(tuned.batches == 4); // 100 examples in batches of 32
    CHECK(tuned.batchesPerEpoch == 4);
    CHECK(tuned.loss.size() == 4);
    const std::vector<double> losses = lossesOf(config.out, "fine-tune");
    for (std::size_t i = 0; i < losses.size(); ++i) {
        CHECK(tuned.loss.at(i).value == losses[i]);
    }
    CHECK(tuned.results.at(0).kept.empty());
    CHECK(tuned.results.at(0).thresholds.empty());
    CHECK(tuned.tokens > 100 * 12);

    // What AdapLeR's epochs tell of the layers is what the stored models hold.
    REQUIRE(adapler.results.size() == 2);
    CHECK(adapler.kept.size() == 8);
    CHECK(adapler.ends == std::vector<std::int64_t>{4, 8});
    for (const EpochResult &result : adapler.results) {
        const Checkpoint model = readCheckpoint(config.out / "adapler" / ("epoch-" + std::to_string(result.epoch)));
        const at::Tensor eta = model.weights.rule.at("adapler.eta");
        REQUIRE(result.thresholds.size() == 2);
        REQUIRE(result.kept.size() == 2);
        for (std::int64_t l = 0; l < 2; ++l) {
            CHECK(result.thresholds[static_cast<std::size_t>(l)] == eta[l].item<double>());
        }
        CHECK(result.kept[0] <= 1);
        CHECK(result.kept[1] <= result.kept[0]);
        CHECK(result.kept[1] > 0);
    }
    CHECK(adapler.report->epochs.front().kept == adapler.results.front().kept);
    // And a reader that comes late finds the same.
    RunLog late(config.out);
    CHECK(late.update());
    CHECK(late.record().steps[2].loss.size() == adapler.loss.size());
    CHECK(configOfRun(config.out).labels == config.labels);
}
