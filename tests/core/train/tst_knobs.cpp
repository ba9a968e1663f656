// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/knobs.h"

#include "core/error.h"
#include "core/train/train.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace adaplens;

namespace {

const TrainKnob *find(const std::vector<TrainKnob> &knobs, const std::string &step, const std::string &key)
{
    const auto found =
        std::ranges::find_if(knobs, [&](const TrainKnob &knob) { return knob.step == step && knob.key == key; });
    return found == knobs.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("AdapLeR's knobs are those of its steps, with their usual values")
{
    const std::vector<TrainKnob> knobs = trainKnobs("adapler");
    const TrainKnob *epochs = find(knobs, "fine-tune", "epochs");
    REQUIRE(epochs);
    CHECK(epochs->whole);
    CHECK(epochs->value == 3);
    CHECK_FALSE(epochs->help.empty());
    REQUIRE(find(knobs, "adapler", "epochs"));
    CHECK(find(knobs, "adapler", "epochs")->value == 5);
    REQUIRE(find(knobs, "adapler", "gamma"));
    CHECK(find(knobs, "adapler", "gamma")->value == 5e-3);
    CHECK_FALSE(find(knobs, "adapler", "gamma")->whole);
    for (const char *step : {"fine-tune", "adapler"}) {
        REQUIRE(find(knobs, step, "learning_rate"));
        CHECK(find(knobs, step, "learning_rate")->value == 3e-5);
    }
    CHECK_FALSE(find(knobs, "saliency", "learning_rate")); // it learns nothing
    CHECK(knobs.front().step == "fine-tune");
    CHECK(knobs.back().step == "adapler");
}

TEST_CASE("every knob of every method is a setting that a configuration takes")
{
    for (const TrainStepInfo &step : trainSteps()) {
        if (!step.makesModel) {
            continue;
        }
        std::vector<TrainSetting> settings{{"", "backbone", "\"b\""},
                                           {"", "out", "\"o\""},
                                           {"", "labels", R"(["a", "b"])"},
                                           {"", "data", R"([{"path": "d.csv"}])"}};
        for (const TrainKnob &knob : trainKnobs(step.name)) {
            CAPTURE(knob.step);
            CAPTURE(knob.key);
            settings.push_back(
                {knob.step, knob.key,
                 knob.whole ? std::to_string(static_cast<int>(knob.value)) : nlohmann::json(knob.value).dump()});
        }
        CHECK_NOTHROW((void)readTrainConfig({}, settings));
    }
    CHECK_THROWS_AS((void)trainKnobs("nothing"), Error);
}
