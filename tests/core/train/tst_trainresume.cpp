// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is stopped and resumed ends as an undisturbed one.
#include "tests/core/train/selectortask.h"
#include "tests/support/temporaryfolder.h"

#include <functional>
#include <set>

using namespace adaplens;
using namespace adaplens::marker;

namespace {

/// `stops`: the batch at which each run is stopped, counted anew in each; the last run goes to the end.
void checkResumes(TrainConfig config, const std::vector<std::string> &steps, const std::vector<std::int64_t> &stops)
{
    CAPTURE(config.bfloat16);
    set(config, "fine-tune", R"({"epochs": 1})");
    (void)mustTrain(config, steps);
    const std::filesystem::path undisturbed = config.out;

    config.out = undisturbed.parent_path() / "interrupted";
    std::set<std::string> stoppedIn;
    Existing existing = Existing::Refuse;
    TrainReport report;
    for (const std::int64_t stopAt : stops) {
        std::stop_source stop;
        std::int64_t seen = 0;
        report = train(
            config, steps, existing,
            [&](const TrainProgress &at) {
                if (++seen == stopAt) {
                    stoppedIn.insert(at.step);
                    stop.request_stop();
                }
            },
            stop.get_token());
        CHECK_FALSE(report.finished);
        existing = Existing::Resume;
    }
    CHECK(stoppedIn == std::set<std::string>(steps.begin(), steps.end()));
    (void)mustTrain(config, steps, Existing::Resume);
    std::vector<std::string> files{"model/model.safetensors", "model/config.json"};
    for (const std::string &step : steps) {
        files.push_back(step + "/report.json");
        files.push_back(step + (step == "saliency" ? "/targets.safetensors" : "/log.jsonl"));
    }
    for (const std::string &file : files) {
        CAPTURE(file);
        REQUIRE(!contents(undisturbed / file).empty());
        CHECK(contents(config.out / file) == contents(undisturbed / file));
    }
}

/// In both precisions.
void checkResumes(const std::function<TrainConfig(const std::filesystem::path &)> &make,
                  const std::vector<std::string> &steps, const std::vector<std::int64_t> &stops)
{
    for (const bool bfloat16 : {false, true}) {
        const test::TemporaryFolder folder;
        TrainConfig config = make(folder.path());
        config.bfloat16 = bfloat16;
        checkResumes(config, steps, stops);
    }
}

} // namespace

TEST_CASE("a run that is stopped within each step, and resumed, ends as an undisturbed one")
{
    // 11 batches of fine-tuning, 11 of saliency (from the first again each time), 22 of AdapLeR.
    const auto adapler = [](const std::filesystem::path &folder) {
        TrainConfig config = configOf(folder, 400, 50);
        set(config, "adapler", R"({"epochs": 2})");
        return config;
    };
    checkResumes(adapler, allSteps, {5, 6, 4, 11, 7, 8});
    // The same of TR-BERT: 22 of its policy, with a ranking to follow in the first 11, and 11 of joint training.
    const auto trbert = [](const std::filesystem::path &folder) {
        TrainConfig config = selectorConfig(folder, 400, 50);
        set(config, "trbert-policy", R"({"epochs": 2})");
        set(config, "trbert", R"({"epochs": 1})");
        return config;
    };
    checkResumes(trbert, withNeeds("trbert"), {5, 6, 4, 11, 7, 12, 5, 3});
    // And of PoWER-BERT: 22 of its search, 11 of re-training.
    const auto power = [](const std::filesystem::path &folder) {
        TrainConfig config = configOf(folder, 400, 50);
        set(config, "power-search", R"({"epochs": 2})");
        set(config, "power", R"({"epochs": 1})");
        return config;
    };
    checkResumes(power, withNeeds("power"), {5, 12, 7, 12, 4});
}

TEST_CASE("a run that was finished stays as it is when it is resumed")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = shortConfig(folder.path());
    const TrainReport report = mustTrain(config);
    const auto before = everything(config.out);
    const TrainReport again = mustTrain(config, allSteps, Existing::Resume);
    CHECK(everything(config.out) == before);
    REQUIRE(again.steps.size() == 3);
    CHECK(reportOf(again, "adapler").chosen == reportOf(report, "adapler").chosen);
    CHECK(reportOf(again, "adapler").epochs.front().speedups == reportOf(report, "adapler").epochs.front().speedups);
}
