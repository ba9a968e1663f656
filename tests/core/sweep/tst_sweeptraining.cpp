// SPDX-License-Identifier: GPL-3.0-or-later
// Models that a sweep trains itself.
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/machine/runtime.h"
#include "tests/core/train/markertask.h" // before what includes doctest: LibTorch has a CHECK of its own

#include "tests/core/sweep/sweepmodels.h"

#include <set>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

/// A task, its training configuration, and a run that has fine-tuned with seed 7.
struct TrainedSweep {
    TrainedSweep()
    {
        TrainConfig config = marker::shortConfig(folder.path());
        config.out = folder.path() / "base";
        config.seed = 7;
        (void)marker::mustTrain(config, {"fine-tune", "saliency"});
        writeFile(folder.path() / "train.json", toJson(config));
        DataSource source;
        source.path = folder.path() / "task.tsv";
        source.limit = 40;
        options = {.out = folder.path() / "out",
                   .data = "markers",
                   .splits = splitsOf(source),
                   .methods = {"bert", "adapler"},
                   .bootstrap = {.resamples = 20}};
        options.models.train = {{.method = "adapler",
                                 .config = folder.path() / "train.json",
                                 .from = folder.path() / "base",
                                 .place = "data",
                                 .knob = "phi",
                                 .values = {1e-3, 1e-2},
                                 .seeds = {7}}};
    }
    [[nodiscard]] fs::path models() const { return options.out / "models"; }
    TemporaryFolder folder;
    SweepOptions options;
};

} // namespace

TEST_CASE("a model is trained for each value of the knob, from the run that has fine-tuned, and only once")
{
    TrainedSweep sweep;
    std::set<std::string> trained;
    sweep.options.progress = [&](const SweepProgress &at) {
        if (at.what.find(", ") != std::string::npos) {
            trained.insert(at.what);
        }
    };
    const int threads = runtimeInfo().threads;
    const auto table = runSweep(sweep.options);
    REQUIRE(table);
    CHECK(runtimeInfo().threads == threads); // training has its own
    const std::set<std::string> both = {"adapler-phi-0.001-seed-7, adapler", "adapler-phi-0.01-seed-7, adapler"};
    CHECK(trained == both);
    for (const char *name : {"adapler-phi-0.001-seed-7", "adapler-phi-0.01-seed-7"}) {
        const SweepPoint &point = pointNamed(*table, std::string(name) + "-dev");
        CHECK(point.status == PointStatus::Done);
        CHECK(point.reason.empty());
        CHECK(point.title == "AdapLeR");
        CHECK(point.knob == "phi");
        CHECK(point.seed == 7U);
        CHECK(point.n == 40);
        CHECK(point.model == sweep.models() / name / "model");
        CHECK_FALSE(fs::exists(sweep.models() / name / "fine-tune"));
        const TrainConfig config = readTrainConfig(sweep.models() / name / "config.json");
        CHECK(config.data.front().phi == point.value);
    }
    const SweepPoint &plain = pointNamed(*table, "bert-dev"); // the twin of what has just been trained
    CHECK(plain.status == PointStatus::Done);
    CHECK(plain.model == sweep.models() / "adapler-phi-0.001-seed-7" / "model" / "plain");

    trained.clear();
    fs::remove(sweep.options.out / "points" / "adapler-phi-0.01-seed-7-dev.json");
    REQUIRE(runSweep(sweep.options));
    CHECK(trained.empty());
}

TEST_CASE("another seed has a fine-tuned model of its own, which its values share; a training that is stopped goes on")
{
    TrainedSweep sweep;
    sweep.options.models.train[0].seeds = {8};
    std::stop_source source;
    std::vector<std::string> trained;
    sweep.options.progress = [&](const SweepProgress &at) {
        if (trained.empty() || trained.back() != at.what) {
            trained.push_back(at.what);
        }
        if (at.what == "adapler-phi-0.01-seed-8, adapler") {
            source.request_stop();
        }
    };
    CHECK_FALSE(runSweep(sweep.options, source.get_token()));
    const std::vector<std::string> order = {"base-train-seed-8, fine-tune", "base-train-seed-8, saliency",
                                            "adapler-phi-0.001-seed-8, adapler", "adapler-phi-0.001-seed-8-dev",
                                            "adapler-phi-0.01-seed-8, adapler"};
    CHECK(trained == order);
    trained.clear();
    const auto table = runSweep(sweep.options);
    REQUIRE(table);
    CHECK(trained.front() == "adapler-phi-0.01-seed-8, adapler");
    CHECK(pointNamed(*table, "adapler-phi-0.01-seed-8-dev").status == PointStatus::Done);
    CHECK(readTrainConfig(sweep.models() / "adapler-phi-0.01-seed-8" / "config.json").seed == 8);
}

TEST_CASE("PoWER-BERT is trained for each penalty, and its retention is scaled")
{
    TrainedSweep sweep;
    SweepTraining &training = sweep.options.models.train[0];
    training.method = "power";
    training.place = "power-search";
    training.knob = "lambda";
    training.values = {1e-3};
    training.scales = {0.25, 1}; // so short a search leaves a token a layer: fewer cannot be
    sweep.options.methods = {"power"};
    const auto table = runSweep(sweep.options);
    REQUIRE(table);
    std::vector<double> speedups;
    for (const SweepPoint &point : table->points) {
        CAPTURE(point.reason);
        CHECK(point.status == PointStatus::Done);
        CHECK(point.method == "power");
        CHECK(point.title == "PoWER-BERT");
        REQUIRE(point.speedupFlops);
        speedups.push_back(*point.speedupFlops);
    }
    REQUIRE(speedups.size() == 2);
    CHECK(speedups[1] > speedups[0]);
}

TEST_CASE("a training that cannot be says why, and the others go on")
{
    TrainedSweep sweep;
    sweep.options.models.train[0].values = {1e-3};
    const SweepTraining training = sweep.options.models.train[0];
    sweep.options.models.train.push_back({.method = "alchemy", .config = training.config});
    SweepTraining wrong = training;
    wrong.knob = "fee";
    sweep.options.models.train.push_back(wrong);
    sweep.options.methods = {};
    const auto table = runSweep(sweep.options);
    REQUIRE(table);
    CHECK(pointNamed(*table, "adapler-phi-0.001-seed-7-dev").status == PointStatus::Done);
    const SweepPoint &unknown = pointNamed(*table, "alchemy-dev");
    CHECK(unknown.status == PointStatus::NotRun);
    CHECK(unknown.reason == "This program does not train the method “alchemy”.");
    const SweepPoint &failed = pointNamed(*table, "adapler-fee-0.001-seed-7-dev");
    CHECK(failed.status == PointStatus::Failed);
    CHECK(failed.reason.find("fee") != std::string::npos);
}
