// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/knobs.h"

#include "core/io/jsonbinder_p.h"
#include "core/train/methods/registry_p.h"

namespace adaplens {

std::vector<TrainKnob> trainKnobs(const std::string &method)
{
    const auto usual = OrderedJson::parse(toJson({})); // every value spelled out
    std::vector<TrainKnob> knobs;
    for (const std::string &step : withNeeds(method)) {
        const OrderedJson &section = usual.at(sectionOf(step));
        const auto add = [&](const TrainStepOption &option) {
            if (section.contains(option.key) && section[option.key].is_number()) {
                knobs.push_back({step, option.key, option.help, option.whole, section[option.key].get<double>()});
            }
        };
        for (const TrainStepOption &option : stepNamed(step).info.options) {
            add(option);
        }
        add({{}, "learning_rate", {}, false});
    }
    return knobs;
}

} // namespace adaplens
