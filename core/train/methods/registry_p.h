// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/train/train.h"

#include <optional>
#include <span>
#include <string>

namespace adaplens {

struct Run;

/// The steps that others build on.
inline constexpr const char *fineTuneStep = "fine-tune";
inline constexpr const char *saliencyStep = "saliency";

/// One step of training, a line in the registry.
struct TrainStep {
    TrainStepInfo info;
    /// Binds the step's section of a configuration. Takes settings and gives those that were read as JSON, every value
    /// spelled out.
    std::string (*bind)(JsonBinder &json, const std::string &settings);
    /// Throws Error where the settings do not fit the backbone or the data. Changes nothing. May be null.
    void (*check)(const Run &run);
    /// Runs it, or goes on from its resume point. Empty = cancelled.
    std::optional<StepReport> (*run)(Run &run);
    /// The reduction rule of the model that it makes; empty = it drops nothing.
    std::string rule = {};
};

/// Each after those that it needs.
[[nodiscard]] std::span<const TrainStep> stepRegistry();
/// Throws Error listing the names.
[[nodiscard]] const TrainStep &stepNamed(const std::string &name);
/// A step's key in a configuration: its name in snake_case.
[[nodiscard]] std::string sectionOf(const std::string &step);

/// A path in a configuration; relative ones become absolute, so that the stored configuration says the same anywhere.
inline void bindPath(JsonBinder &json, const char *key, std::filesystem::path &path)
{
    json.value(key, path);
    if (!json.isWriting() && !path.empty()) {
        path = std::filesystem::absolute(path).lexically_normal();
    }
}

/// The settings of a step in a configuration. `Settings` has defaults and a bindJson().
template <typename Settings>
Settings settingsOf(const TrainConfig &config, const std::string &step)
{
    Settings settings;
    if (const auto found = config.steps.find(step); found != config.steps.end()) {
        readJson(found->second, "“" + sectionOf(step) + "”", settings, JsonForm::Settings);
    }
    return settings;
}

/// TrainStep::bind of a step.
template <typename Settings>
std::string bindSettings(JsonBinder &json, const std::string &text)
{
    Settings settings;
    readJson(text, "settings", settings, JsonForm::Settings);
    bindJson(json, settings);
    return jsonText(toOrderedJson(settings), -1);
}

} // namespace adaplens
