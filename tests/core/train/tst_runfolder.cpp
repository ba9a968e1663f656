// SPDX-License-Identifier: GPL-3.0-or-later
// What training does with the folders that it writes to and reads from.
#include "core/error.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

using namespace adaplens;
using namespace adaplens::marker;
namespace fs = std::filesystem;

namespace {

void write(const fs::path &file, const std::string &text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

/// A run that cannot be begun changes nothing in its folder, whatever was asked for.
void checkRefused(const TrainConfig &config, Existing existing, const char *reason,
                  const std::vector<std::string> &steps = allSteps)
{
    CAPTURE(reason);
    const auto before = everything(config.out);
    CHECK_THROWS_WITH_AS((void)train(config, steps, existing, {}), doctest::Contains(reason), Error);
    CHECK(everything(config.out) == before);
}

} // namespace

TEST_CASE("everything is checked before anything is deleted")
{
    const test::TemporaryFolder folder;
    const TrainConfig good = shortConfig(folder.path());
    (void)mustTrain(good);

    TrainConfig bad = good;
    bad.backbone = "/typo";
    checkRefused(bad, Existing::Restart, "/typo is not a folder");
    bad = good;
    bad.data.front().data.path = folder.path() / "typo.tsv";
    checkRefused(bad, Existing::Restart, "typo.tsv");
    bad = good;
    bad.labels = {"one", "two"};
    checkRefused(bad, Existing::Restart, "one");
    bad = good;
    set(bad, "adapler", R"({"initial_eta": [0.5]})");
    checkRefused(bad, Existing::Restart, "2 layers");
    bad = good;
    set(bad, "adapler", R"({"continue_from": "/typo"})");
    checkRefused(bad, Existing::Restart, "/typo");
    bad = good;
    set(bad, "adapler", nlohmann::json{{"continue_from", (good.out / "adapler" / "epoch-1").string()}}.dump());
    checkRefused(bad, Existing::Restart, "lies among the results");
    checkRefused(good, Existing::Restart, "no training step “prune”; known are fine-tune, saliency, adapler",
                 {"prune"});
}

TEST_CASE("results are replaced only when that is asked for")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    (void)mustTrain(config);
    checkRefused(config, Existing::Refuse, "go on with --resume, replace them with --restart");
    checkRefused(config, Existing::Refuse, "holds results of an earlier run (saliency)", {"saliency"});

    config.seed = 8;
    checkRefused(config, Existing::Resume, "has another “seed”");
    const std::string model = contents(config.out / "model" / "model.safetensors");
    (void)mustTrain(config, allSteps, Existing::Restart);
    CHECK(contents(config.out / "model" / "model.safetensors") != model);
}

TEST_CASE("starting a step anew deletes what depends on it, and nothing else")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    set(config, "fine-tune", R"({"epochs": 2})");
    (void)mustTrain(config);
    const std::string tuned = contents(config.out / "fine-tune" / "log.jsonl");
    const std::string one = contents(config.out / "saliency" / "targets.safetensors");
    set(config, "saliency", R"({"epochs": 2})");
    (void)mustTrain(config, {"saliency"}, Existing::Restart);
    CHECK(contents(config.out / "saliency" / "targets.safetensors") != one);
    CHECK(contents(config.out / "fine-tune" / "log.jsonl") == tuned);
    CHECK_FALSE(fs::exists(config.out / "adapler"));
    CHECK(fs::exists(config.out / "model" / "model.safetensors")); // until there is a new one
}

TEST_CASE("nothing is touched in a folder that no training run has written")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = shortConfig(folder.path());
    for (const char *name : {"fine-tune/thesis.txt", "adapler/thesis.txt", "model/thesis.txt"}) {
        fs::remove_all(config.out);
        write(config.out / name, "mine");
        checkRefused(config, Existing::Refuse, "no config.json of a training run");
        checkRefused(config, Existing::Restart, "no config.json of a training run");
        checkRefused(config, Existing::Resume, "nothing to resume");
    }
    write(config.out / "config.json", R"({"model_type": "bert"})"); // a model's
    checkRefused(config, Existing::Restart, "is not the configuration of a training run");

    fs::remove_all(config.out);
    write(config.out / "notes.txt", "mine"); // in nobody's way
    (void)mustTrain(config, {"fine-tune"});
    CHECK(contents(config.out / "notes.txt") == "mine");
}

TEST_CASE("a step trains on no example that the model it builds on was chosen by")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    (void)mustTrain(config, {"fine-tune", "saliency"});
    TrainConfig other = config;
    other.seed = 8; // draws other validation examples
    checkRefused(other, Existing::Refuse, "step fine-tune", {"adapler"});
    other = config;
    other.data.front().holdout = 30;
    checkRefused(other, Existing::Refuse, "another “data”", {"adapler"});
    other = config;
    set(other, "saliency", R"({"epochs": 2})");
    checkRefused(other, Existing::Refuse, "another “saliency.epochs”", {"adapler"});
    other = config;
    set(other, "adapler", R"({"gamma": 0.1})");
    other.data.front().phi = 0.5;
    other.threads = 2;
    (void)mustTrain(other, {"adapler"});
}

TEST_CASE("a run goes on from the fine-tuned model of another, or of the one which that went on from")
{
    const test::TemporaryFolder folder;
    TrainConfig config = shortConfig(folder.path());
    (void)mustTrain(config);
    const auto before = everything(config.out);
    const std::string losses = contents(config.out / "adapler" / "log.jsonl");

    TrainConfig second = config;
    second.from = config.out;
    second.out = folder.path() / "second";
    CHECK(stepsToRun(config, "adapler") == allSteps);
    CHECK(stepsToRun(second, "adapler") == std::vector<std::string>{"adapler"});
    (void)mustTrain(second, {"adapler"});
    CHECK(contents(second.out / "adapler" / "log.jsonl") == losses);
    CHECK_FALSE(fs::exists(second.out / "fine-tune"));

    TrainConfig third = config;
    third.from = second.out;
    third.out = folder.path() / "third";
    third.data.front().phi = 0.5;
    const TrainReport report = mustTrain(third, stepsToRun(third, "adapler"));
    CHECK(report.steps.front().step == "fine-tune");
    CHECK(contents(third.out / "adapler" / "log.jsonl") != losses);
    CHECK(everything(config.out) == before);

    third.from = folder.path() / "nowhere";
    third.out = folder.path() / "fourth";
    CHECK_THROWS_WITH_AS((void)train(third, {"adapler"}, Existing::Refuse, {}),
                         doctest::Contains("Step fine-tune has not been finished in"), Error);
}
