// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweepconfig.h"

#include "core/io/input.h"
#include "core/io/jsonbinder_p.h"

#include <algorithm>

namespace adaplens {

namespace {

void requireGiven(const JsonBinder &json, const char *key, bool given)
{
    if (!given) {
        json.fail(key, message("it is missing"));
    }
}

void bindScales(JsonBinder &json, std::vector<double> &scales)
{
    json.value("scales", scales);
    if (std::ranges::any_of(scales, [](double scale) { return !(scale > 0 && scale <= 1e6); })) {
        json.fail("scales", message("only numbers above 0 were expected"));
    }
}

} // namespace

static void bindJson(JsonBinder &json, SweepModel &model)
{
    json.value("folder", model.folder);
    json.value("method", model.method);
    json.value("title", model.title);
    json.value("knob", model.knob);
    json.value("value", model.value);
    json.value("seed", model.seed);
    bindScales(json, model.scales);
    requireGiven(json, "folder", !model.folder.empty());
    requireGiven(json, "knob", !model.knob.empty() || !model.value);
    requireGiven(json, "value", model.knob.empty() || model.value);
}

static void bindJson(JsonBinder &json, SweepTraining &training)
{
    json.value("method", training.method);
    json.value("title", training.title);
    json.value("config", training.config);
    json.value("from", training.from);
    json.value("place", training.place);
    json.value("knob", training.knob);
    json.value("values", training.values);
    json.value("seeds", training.seeds);
    bindScales(json, training.scales);
    requireGiven(json, "method", !training.method.empty());
    requireGiven(json, "config", !training.config.empty());
    requireGiven(json, "knob", !training.knob.empty() || training.values.empty());
    requireGiven(json, "values", training.knob.empty() || !training.values.empty());
}

static void bindJson(JsonBinder &json, SweepConfig &config)
{
    json.value("models", config.models);
    json.value("train", config.train);
}

SweepConfig readSweepConfig(const std::filesystem::path &file)
{
    SweepConfig config;
    readJson(readWhole(file), file.string(), config, JsonForm::Settings, file.parent_path());
    return config;
}

} // namespace adaplens
