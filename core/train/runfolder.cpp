// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runfolder_p.h"

#include "core/io/atomicfile.h"
#include "core/io/input.h"
#include "core/train/methods/registry_p.h"

#include <algorithm>
#include <set>

namespace adaplens {

void bindJson(JsonBinder &json, EpochResult &result)
{
    json.value("epoch", result.epoch);
    json.value("accuracies", result.accuracies);
    json.value("speedups", result.speedups);
    json.value("score", result.score);
    json.value("speedup", result.speedup);
    for (auto [key, values] : {std::pair{"kept", &result.kept}, {"thresholds", &result.thresholds}}) {
        if (!json.isWriting() || !values->empty()) {
            json.optional(key, *values);
        }
    }
}

void bindJson(JsonBinder &json, StepReport &report)
{
    json.value("step", report.step);
    json.value("chosen", report.chosen);
    json.value("within_tolerance", report.withinTolerance);
    json.value("epochs", report.epochs);
}

namespace {

namespace fs = std::filesystem;
using Json = OrderedJson;

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The configuration that a training run has left in a folder, if there is one.
std::optional<TrainConfig> storedConfig(const fs::path &folder)
{
    const fs::path file = folder / "config.json";
    if (!fs::exists(file)) {
        return std::nullopt;
    }
    try {
        return readTrainConfig(file);
    } catch (const Error &) {
        throw Error("%1 is not the configuration of a training run; choose another “out” folder.", file.string());
    }
}

/// What a step's results depend on: the backbone, the data with its split, the settings of the step and of those it
/// needs. How fast and how exactly it computes, and what only later steps read, is left out.
Json identity(const TrainConfig &config, const std::string &step)
{
    const auto document = Json::parse(toJson(config));
    Json result;
    for (const char *key : {"backbone", "tokenizer", "labels", "seed", "data"}) {
        result[key] = document[key];
    }
    const std::vector<std::string> steps = withNeeds(step);
    for (Json &source : result["data"]) {
        for (const char *key : {"name", "batch", "phi"}) {
            source.erase(key);
            source["sentences"].erase(key);
        }
        if (steps.size() == 1) {
            source.erase("sentences"); // the fine-tuned model labels them
        }
    }
    for (const std::string &name : steps) {
        result[sectionOf(name)] = document[sectionOf(name)];
    }
    return result;
}

/// The first key in which two objects with the same keys differ, with that of the section it stands in; empty if in none.
std::string differingKey(const Json &a, const Json &b)
{
    for (const auto &item : a.items()) {
        if (!b.contains(item.key()) || b[item.key()] != item.value()) {
            const bool section = item.value().is_object() && b.contains(item.key()) && b[item.key()].is_object();
            const std::string inner = section ? differingKey(item.value(), b[item.key()]) : std::string();
            return inner.empty() ? item.key() : item.key() + '.' + inner;
        }
    }
    return {};
}

/// What must be the same for a run to be resumed: everything but where it lives and how often it is saved.
Json comparable(TrainConfig config)
{
    config.out.clear();
    config.saveEverySeconds = 0;
    return Json::parse(toJson(config));
}

/// Names in `out` that hold the results of steps, the results of those that need them included.
std::vector<std::string> resultsOf(const std::vector<std::string> &steps)
{
    std::vector<std::string> names;
    for (const TrainStep &step : stepRegistry()) {
        const std::vector<std::string> needs = withNeeds(step.info.name);
        if (std::any_of(needs.begin(), needs.end(), [&](const auto &name) { return contains(steps, name); })) {
            names.push_back(step.info.name);
        }
    }
    return names;
}

} // namespace

std::optional<FinishedStep> findFinished(const TrainConfig &config, const std::string &step)
{
    const Json wanted = identity(config, step);
    std::set<fs::path> seen;
    for (fs::path folder = config.out; !folder.empty() && seen.insert(folder).second;) {
        const std::optional<TrainConfig> stored = storedConfig(folder);
        const fs::path report = folder / step / "report.json";
        if (stored && fs::exists(report)) {
            if (const std::string key = differingKey(wanted, identity(*stored, step)); !key.empty()) {
                throw Error(
                    "The results of step %1 in %2 were made with another “%3” than the configuration given; use the "
                    "same one, or run that step again.",
                    step, folder.string(), key);
            }
            try {
                FinishedStep found{folder / step, {}};
                readJson(readWhole(report), report.string(), found.report);
                return found;
            } catch (const Error &) {
                throw Error("%1 is damaged; run step %2 again with --restart.", report.string(), step);
            }
        }
        // The configuration given says where the run goes on from; of a run before, the one stored there.
        folder = folder == config.out ? config.from : stored ? stored->from : fs::path();
    }
    return std::nullopt;
}

FinishedStep requireFinished(const TrainConfig &config, const std::string &step)
{
    if (auto found = findFinished(config, step)) {
        return *found;
    }
    throw Error("Step %1 has not been finished in %2; run it first, or name the folder of a run that did with --from.",
                step,
                config.from.empty() ? Message(config.out.string())
                                    : message("%1 or %2", config.out.string(), config.from.string()));
}

std::vector<std::string> stepsToRun(const TrainConfig &config, const std::string &method)
{
    std::vector<std::string> steps = withNeeds(method);
    std::erase_if(steps, [&](const std::string &step) {
        return step != method && !config.from.empty() && findFinished(config, step);
    });
    return steps;
}

std::vector<fs::path> discardedBy(const TrainConfig &config, const std::vector<std::string> &steps)
{
    std::vector<fs::path> folders;
    for (const std::string &name : resultsOf(steps)) {
        folders.push_back(config.out / name);
    }
    return folders;
}

void checkFolder(const TrainConfig &config, const std::vector<std::string> &steps, Existing existing)
{
    if (fs::exists(config.out) && !fs::is_directory(config.out)) {
        throw Error("%1 is not a folder; choose another “out” folder.", config.out.string());
    }
    const std::optional<TrainConfig> stored = storedConfig(config.out);
    if (existing == Existing::Resume) {
        if (!stored) {
            throw Error("There is nothing to resume in %1; start without --resume.", config.out.string());
        }
        if (const std::string key = differingKey(comparable(config), comparable(*stored)); !key.empty()) {
            throw Error("%1 has another “%2” than the configuration given; resume with the same one, or choose another "
                        "“out” folder.",
                        (config.out / "config.json").string(), key);
        }
        return;
    }
    std::vector<std::string> names = steps;
    for (const std::string &name : steps) {
        if (stepNamed(name).info.makesModel) {
            names.emplace_back("model");
        }
    }
    for (const std::string &name : names) {
        if (!fs::exists(config.out / name)) {
            continue;
        }
        if (!stored) {
            throw Error("%1 is there, but no config.json of a training run; choose another “out” folder.",
                        (config.out / name).string());
        }
        if (existing == Existing::Refuse) {
            throw Error("%1 holds results of an earlier run (%2); go on with --resume, replace them with --restart, or "
                        "choose another “out” folder.",
                        config.out.string(), name);
        }
    }
}

void prepareFolder(const TrainConfig &config, const std::vector<std::string> &steps, Existing existing)
{
    if (existing == Existing::Resume) {
        return;
    }
    if (existing == Existing::Restart && fs::exists(config.out / "config.json")) {
        for (const fs::path &folder : discardedBy(config, steps)) {
            fs::remove_all(folder);
        }
    }
    writeFile(config.out / "config.json", toJson(config) + '\n');
}

void writeReport(const fs::path &folder, const StepReport &report)
{
    writeFile(folder / "report.json", jsonText(toOrderedJson(report)) + '\n');
}

} // namespace adaplens
