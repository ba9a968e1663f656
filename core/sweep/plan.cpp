// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/plan_p.h"

#include "core/error.h"
#include "core/model/config.h"
#include "core/model/modelfolder_p.h"
#include "core/reduction/floors.h"
#include "core/reduction/rule_p.h"
#include "core/train/methods/registry_p.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <set>
#include <system_error>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::ranges::find(names, name) != names.end();
}

/// The methods that training knows.
std::vector<std::string> trainingMethods()
{
    std::vector<std::string> methods;
    for (const TrainStepInfo &step : trainSteps()) {
        if (step.makesModel) {
            methods.push_back(step.name);
        }
    }
    return methods;
}

/// The model in a folder, which may be that of the training run that made it.
fs::path modelIn(const fs::path &folder)
{
    std::error_code ignored;
    const bool itself = fs::exists(folder / tensorFileName, ignored) || fs::exists(folder / tensorIndexName, ignored);
    return !itself && fs::exists(folder / "model" / "config.json", ignored) ? folder / "model" : folder;
}

/// What a method is called for readers, whether there is a model of it or not.
std::string titleOf(const std::string &method)
{
    if (contains(trainingMethods(), method)) {
        const TrainStep &step = stepNamed(method);
        const std::string title = step.rule.empty() ? step.info.title : ruleNamed(step.rule)->names().title.english();
        return title.empty() ? method : title;
    }
    return method;
}

std::string nameOf(const PlannedModel &model)
{
    std::string name = model.method;
    if (model.value) {
        name += '-' + model.knob + '-' + shortNumber(*model.value);
    }
    return inFileName(name + (model.seed ? "-seed-" + std::to_string(*model.seed) : std::string()));
}

PlannedModel plannedOf(const SweepModel &given, const SweepOptions &options)
{
    PlannedModel model{.method = given.method,
                       .title = given.title,
                       .knob = given.knob,
                       .value = given.value,
                       .seed = given.seed,
                       .folder = modelIn(given.folder),
                       .scales = given.scales};
    try {
        const ModelInfo info = readConfig(model.folder, false).info;
        const ReductionRule &rule = ruleOf(info);
        if (model.method.empty() && !info.adaptive) {
            throw Error("The model %1 drops no tokens; say in the configuration of the sweep which method it is.",
                        model.folder.string());
        }
        if (model.method.empty()) {
            model.method = rule.name();
        }
        if (model.title.empty() && info.adaptive) {
            model.title = rule.names().title.english();
        }
        if (!rule.hasThresholds()) {
            model.scales.clear();
        } else if (model.scales.empty() && model.knob.empty()) {
            model.scales = options.scales;
        }
        model.drops = info.adaptive;
    } catch (const Error &error) {
        if (model.method.empty()) {
            throw; // a point of what?
        }
        model.problem = error.what();
        model.without = PointStatus::Failed;
    }
    return model;
}

std::vector<PlannedModel> plannedOf(const SweepTraining &training, const SweepOptions &options)
{
    std::vector<std::optional<double>> values(training.values.begin(), training.values.end());
    std::vector<std::optional<std::uint64_t>> seeds(training.seeds.begin(), training.seeds.end());
    if (values.empty()) {
        values.emplace_back();
    }
    std::string problem, rule, title = training.title;
    try {
        if (!contains(trainingMethods(), training.method)) {
            throw Error("This program does not train the method “%1”.", training.method);
        }
        rule = stepNamed(training.method).rule;
        if (title.empty() && !rule.empty()) {
            title = ruleNamed(rule)->names().title.english();
        }
        if (seeds.empty()) { // that of the configuration, so that a point says it
            seeds.emplace_back(readTrainConfig(training.config, {{"", "out", "\"unused\""}}).seed);
        }
    } catch (const Error &error) {
        problem = error.what();
        seeds.resize(1);
    }
    std::vector<PlannedModel> models;
    for (const auto &value : values) {
        for (const auto &seed : seeds) {
            PlannedModel model{.method = training.method,
                               .title = title,
                               .knob = training.knob,
                               .value = value,
                               .seed = seed,
                               .scales = training.scales,
                               .training = &training,
                               .drops = !rule.empty(),
                               .problem = problem};
            model.folder = options.out / "models" / nameOf(model) / "model";
            models.push_back(std::move(model));
        }
    }
    return models;
}

/// The plain model: the one named, or the first twin that there is.
PlannedModel plainOf(const SweepOptions &options, const std::vector<PlannedModel> &models)
{
    PlannedModel plain{.method = plainMethod, .title = "BERT", .folder = options.plain};
    for (const PlannedModel &model : models) {
        std::error_code ignored;
        const bool twin =
            model.training != nullptr || fs::exists(model.folder / twinFolderName / "config.json", ignored);
        if (plain.folder.empty() && model.problem.empty() && twin) {
            plain.folder = model.folder / twinFolderName;
        }
    }
    if (plain.folder.empty()) {
        plain.problem = "No plain model was named, and none of the models has one beside it (plain/).";
    }
    return plain;
}

/// The methods in the order of their points.
std::vector<std::string> orderOf(const std::vector<PlannedModel> &models)
{
    std::vector<std::string> order = sweepMethods();
    for (const PlannedModel &model : models) {
        if (!contains(order, model.method)) {
            order.push_back(model.method);
        }
    }
    return order;
}

void requireDistinct(const std::vector<PlannedModel> &models)
{
    std::set<std::string> names;
    for (const PlannedModel &model : models) {
        if (!names.insert(model.name).second) {
            throw Error("Two models of the sweep cannot be told apart, both being “%1”; give each its own knob with a "
                        "value, or its own seed, in the configuration of the sweep.",
                        model.name);
        }
    }
}

} // namespace

std::vector<std::string> sweepMethods()
{
    std::vector<std::string> methods = {plainMethod};
    for (const std::vector<std::string> &more : {trainingMethods(), floorNames()}) {
        methods.insert(methods.end(), more.begin(), more.end());
    }
    return methods;
}

std::vector<std::string> floorsOf(const SweepOptions &options)
{
    std::vector<std::string> floors = floorNames();
    std::erase_if(
        floors, [&](const std::string &name) { return !options.methods.empty() && !contains(options.methods, name); });
    return floors;
}

std::vector<PlannedModel> planOf(const SweepOptions &options)
{
    std::vector<PlannedModel> models;
    for (const SweepModel &given : options.models.models) {
        models.push_back(plannedOf(given, options));
    }
    for (const SweepTraining &training : options.models.train) {
        for (PlannedModel &model : plannedOf(training, options)) {
            models.push_back(std::move(model));
        }
    }
    if (std::ranges::none_of(models, [](const PlannedModel &model) { return model.method == plainMethod; })) {
        models.push_back(plainOf(options, models));
    }
    const std::vector<std::string> order = orderOf(models);
    for (const std::string &method : options.methods) {
        if (!contains(order, method)) {
            std::string known;
            for (const std::string &name : order) {
                known += (known.empty() ? "" : ", ") + name;
            }
            throw Error("There is no method “%1” here; known are %2.", method, known);
        }
    }
    for (const std::string &method : order) {
        const bool there = std::ranges::any_of(models, [&](const PlannedModel &m) { return m.method == method; });
        if (!there && !contains(floorNames(), method)) {
            models.push_back({.method = method,
                              .problem =
                                  "No model of this method was named, with --model or in the configuration of the "
                                  "sweep."});
        }
    }
    std::ranges::stable_sort(
        models, {}, [&](const PlannedModel &model) { return std::ranges::find(order, model.method) - order.begin(); });
    const bool floors = !floorsOf(options).empty();
    std::string base; // the method whose budgets floors get
    for (PlannedModel &model : models) {
        model.name = nameOf(model);
        model.title = model.title.empty() ? titleOf(model.method) : model.title;
        model.wanted = options.methods.empty() || contains(options.methods, model.method);
        if (floors && model.drops && model.problem.empty() && (base.empty() || base == model.method)) {
            base = model.method;
            model.withFloors = true;
        }
    }
    std::erase_if(models, [](const PlannedModel &model) { return !model.wanted && !model.withFloors; });
    requireDistinct(models);
    return models;
}

std::string shortNumber(double value)
{
    std::array<char, 64> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 4);
    return {text.data(), written.ptr};
}

std::string inFileName(std::string text)
{
    for (char &c : text) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '+';
        c = plain ? c : '-';
    }
    return text;
}

} // namespace adaplens
