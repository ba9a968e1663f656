// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/methods/registry_p.h"

#include <algorithm>

namespace adaplens {

TrainStep makeFineTune();
TrainStep makeSaliencyTargets();
TrainStep makeAdapler();
TrainStep makeDistil();
TrainStep makeTrbertPolicy();
TrainStep makeTrbert();
TrainStep makePowerSearch();
TrainStep makePower();

std::span<const TrainStep> stepRegistry()
{
    static const TrainStep steps[] = {makeFineTune(),     makeSaliencyTargets(), makeAdapler(),     makeDistil(),
                                      makeTrbertPolicy(), makeTrbert(),          makePowerSearch(), makePower()};
    return steps;
}

const TrainStep &stepNamed(const std::string &name)
{
    std::string known;
    for (const TrainStep &step : stepRegistry()) {
        if (step.info.name == name) {
            return step;
        }
        known += (known.empty() ? "" : ", ") + step.info.name;
    }
    throw Error("There is no training step “%1”; known are %2.", name, known);
}

std::string sectionOf(const std::string &step)
{
    std::string key = step;
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

std::vector<TrainStepInfo> trainSteps()
{
    std::vector<TrainStepInfo> result;
    for (const TrainStep &step : stepRegistry()) {
        result.push_back(step.info);
    }
    return result;
}

std::vector<std::string> withNeeds(const std::string &step)
{
    std::vector<std::string> result;
    for (const std::string &needed : stepNamed(step).info.needs) {
        for (const std::string &name : withNeeds(needed)) {
            if (std::find(result.begin(), result.end(), name) == result.end()) {
                result.push_back(name);
            }
        }
    }
    result.push_back(step);
    return result;
}

} // namespace adaplens
