// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/binder_p.h"
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
    /// Reads the settings in a section of a configuration and gives them back as JSON, every value spelled out. Throws
    /// Error that begins with `place`; relative paths start at `folder`.
    std::string (*settings)(const std::string &json, const std::string &place, const std::filesystem::path &folder);
    /// Throws Error where the settings do not fit the backbone or the data. Changes nothing. May be null.
    void (*check)(const Run &run);
    /// Runs it, or goes on from its resume point. Empty = cancelled.
    std::optional<StepReport> (*run)(Run &run);
};

/// Each after those that it needs.
[[nodiscard]] std::span<const TrainStep> stepRegistry();
/// Throws Error listing the names.
[[nodiscard]] const TrainStep &stepNamed(const std::string &name);
/// A step's key in a configuration: its name in snake_case.
[[nodiscard]] std::string sectionOf(const std::string &step);

/// A step's settings from JSON. `Settings` has defaults and bind(Binder &).
template <typename Settings>
Settings readSettings(const std::string &json, const std::string &place, const std::filesystem::path &folder)
{
    auto document = Binder::Json::parse(json);
    if (!document.is_object()) {
        throw Error(place + " must be an object { … }.");
    }
    Settings settings;
    Binder binder(document, false, place, folder);
    settings.bind(binder);
    binder.finish();
    return settings;
}

/// TrainStep::settings of a step.
template <typename Settings>
std::string spellOut(const std::string &json, const std::string &place, const std::filesystem::path &folder)
{
    auto settings = readSettings<Settings>(json, place, folder);
    auto document = Binder::Json::object();
    Binder binder(document, true, place);
    settings.bind(binder);
    return document.dump();
}

/// The settings of a step in a configuration.
template <typename Settings>
Settings settingsOf(const TrainConfig &config, const std::string &step)
{
    const auto found = config.steps.find(step);
    return readSettings<Settings>(found == config.steps.end() ? "{}" : found->second, "“" + sectionOf(step) + "”", {});
}

} // namespace adaplens
