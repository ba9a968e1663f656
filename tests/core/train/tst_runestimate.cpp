// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runestimate.h"

#include <doctest/doctest.h>

using namespace adaplens;

namespace {

TrainConfig config()
{
    TrainConfig result;
    result.steps["fine-tune"] = R"({"epochs": 2})";
    result.steps["saliency"] = R"({"epochs": 1})";
    result.steps["adapler"] = R"({"epochs": 5})";
    return result;
}

double costOf(const std::string &step)
{
    for (const TrainStepInfo &known : trainSteps()) {
        if (known.name == step) {
            return known.batchCost;
        }
    }
    return 0;
}

/// A step of 100 batches an epoch at one second each, `done` of which are done.
void see(RunEstimate &estimate, const std::string &step, std::size_t epochs, std::int64_t done, double seconds = 1)
{
    TrainProgress at;
    at.step = step;
    at.epochs = epochs;
    at.done = done;
    at.total = 100 * static_cast<std::int64_t>(epochs);
    at.secondsLeft = static_cast<double>(at.total - done) * seconds;
    estimate.add(at);
}

} // namespace

TEST_CASE("after twenty batches the whole run is estimated, later steps by their epochs and costs")
{
    RunEstimate estimate(config(), {"fine-tune", "saliency", "adapler"});
    CHECK_FALSE(estimate.secondsLeft());
    for (int done = 1; done <= 19; ++done) {
        see(estimate, "fine-tune", 2, done);
        CHECK_FALSE(estimate.secondsLeft());
    }
    see(estimate, "fine-tune", 2, 20);
    CHECK(costOf("saliency") > 0);
    CHECK(estimate.secondsLeft() == doctest::Approx(180 + 100 * costOf("saliency") + 500 * costOf("adapler")));
    // What has been measured of a step counts, not what was guessed of it; also after its last batch.
    for (int done = 1; done <= 100; ++done) {
        see(estimate, "saliency", 1, done, 0.25);
    }
    CHECK(estimate.secondsLeft() == doctest::Approx(500 * 0.25 * costOf("adapler") / costOf("saliency")));
    for (int done = 1; done <= 30; ++done) {
        see(estimate, "adapler", 5, done, 3);
    }
    CHECK(estimate.secondsLeft() == doctest::Approx(470 * 3));
}

TEST_CASE("a step of few batches is enough, and steps that are not run count nothing")
{
    RunEstimate estimate(config(), {"fine-tune"});
    TrainProgress at;
    at.step = "fine-tune";
    at.epochs = 1;
    at.total = 3;
    for (at.done = 1; at.done <= 3; ++at.done) {
        at.secondsLeft = static_cast<double>(3 - at.done);
        estimate.add(at);
    }
    CHECK(estimate.secondsLeft() == doctest::Approx(0));
}
