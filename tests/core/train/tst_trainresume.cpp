// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is stopped and resumed ends as an undisturbed one.
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

#include <set>

using namespace adaplens;
using namespace adaplens::marker;

namespace {

void checkResumes(bool bfloat16)
{
    CAPTURE(bfloat16);
    const test::TemporaryFolder folder;
    TrainConfig config = configOf(folder.path(), 400, 50);
    config.bfloat16 = bfloat16;
    set(config, "fine-tune", R"({"epochs": 1})");
    set(config, "adapler", R"({"epochs": 2})");
    (void)mustTrain(config);
    const std::filesystem::path undisturbed = config.out;

    config.out = folder.path() / "interrupted";
    std::set<std::string> stoppedIn;
    Existing existing = Existing::Refuse;
    TrainReport report;
    // 11 batches of fine-tuning, 11 of saliency (from the first again each time), 22 of AdapLeR.
    for (const std::int64_t stopAt : {5, 6, 4, 11, 7, 8, -1}) {
        std::stop_source stop;
        std::int64_t seen = 0;
        report = train(
            config, allSteps, existing,
            [&](const TrainProgress &at) {
                if (++seen == stopAt) {
                    stoppedIn.insert(at.step);
                    stop.request_stop();
                }
            },
            stop.get_token());
        CHECK(report.finished == (stopAt < 0));
        existing = Existing::Resume;
    }
    CHECK(stoppedIn == std::set<std::string>(allSteps.begin(), allSteps.end()));
    for (const char *file : {"model/model.safetensors", "fine-tune/log.jsonl", "adapler/log.jsonl",
                             "saliency/targets.safetensors", "adapler/report.json"}) {
        CAPTURE(file);
        REQUIRE(!contents(undisturbed / file).empty());
        CHECK(contents(config.out / file) == contents(undisturbed / file));
    }
}

} // namespace

TEST_CASE("a run that is stopped within each step, and resumed, ends as an undisturbed one")
{
    checkResumes(false);
    checkResumes(true);
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
