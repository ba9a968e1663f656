// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "core/error.h"
#include "core/machine/runtime.h"
#include "core/train/train.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iomanip>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <type_traits>
#include <utility>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli train --config sentiment.json
  adaplens-cli train --config sentiment.json --resume
  adaplens-cli train --config sentiment.json --from runs/sentiment --phi 1e-3 --out runs/phi-1e-3
  adaplens-cli train --backbone minilm --data reviews.csv --labels negative,positive --out runs/reviews

The configuration is JSON; a key that is not known is answered with the list of those that are. Options given here
replace its values. The results lie in the “out” folder: model/, with its plain twin in model/plain, and for each step a
folder with the model of every epoch and log.jsonl with a line for every batch. With --from, steps that the run in that
folder has finished with the same data, seed and settings are not run again: so one fine-tuned model serves many runs.)";

struct Options {
    std::string config, method;
    std::vector<std::string> steps;
    std::vector<TrainSetting> settings;
    std::map<std::string, std::string> stepValues; ///< of options that belong to steps: flag -> JSON
    bool resume = false, restart = false;
};

std::string json(const nlohmann::json &value)
{
    return value.dump();
}

/// The path as the user means it, which a configuration's own folder must not change.
std::string jsonPath(const std::string &path)
{
    return json(std::filesystem::absolute(path).string());
}

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// How long a step is trained, not what it is: steps that another run has finished keep theirs.
constexpr const char *epochsFlag = "--epochs";

/// The configuration and the steps to be run. What options say of steps holds for those that are run, and for those
/// that these build on: one that was finished with other settings is refused.
std::pair<TrainConfig, std::vector<std::string>> planOf(const Options &options)
{
    std::vector<std::string> needed;
    for (const std::string &step : options.steps.empty() ? std::vector{options.method} : options.steps) {
        for (const std::string &name : withNeeds(step)) {
            needed.push_back(name);
        }
    }
    const auto read = [&](const std::vector<std::string> &steps) {
        std::vector<TrainSetting> settings = options.settings;
        for (const TrainStepInfo &step : trainSteps()) {
            for (const TrainStepOption &option : step.options) {
                const auto given = options.stepValues.find(option.flag);
                if (given != options.stepValues.end() &&
                    contains(option.flag == epochsFlag ? steps : needed, step.name)) {
                    settings.push_back({step.name, option.key, given->second});
                }
            }
        }
        return readTrainConfig(options.config, settings);
    };
    const std::vector<std::string> steps = options.steps.empty() ? stepsToRun(read({}), options.method) : options.steps;
    return {read(steps), steps};
}

std::string rate(const TrainProgress &at)
{
    return std::to_string(std::llround(at.tokensPerSecond)) + " tokens/s";
}

std::string shortly(const TrainProgress &at)
{
    std::ostringstream text;
    text << "epoch " << at.epoch << '/' << at.epochs << std::fixed;
    if (at.loss) {
        text << std::setprecision(4) << ", loss " << *at.loss;
    }
    if (at.kept) {
        text << std::setprecision(0) << ", " << *at.kept * 100 << " % kept";
    }
    text << ", " << rate(at);
    return text.str();
}

void print(const StepReport &report, const TrainConfig &config)
{
    for (const EpochResult &result : report.epochs) {
        std::printf("%-10s epoch %zu%s", report.step.c_str(), result.epoch,
                    result.epoch == report.chosen ? " (chosen)" : "");
        std::size_t at = 0;
        const auto print = [&](const std::string &set, const char *figure) {
            if (at < result.accuracies.size()) {
                std::printf("   %s: %s %.4f, %.2fx fewer operations", set.c_str(), figure, result.accuracies[at],
                            result.speedups[at]);
            }
            ++at;
        };
        for (const TrainSource &source : config.data) {
            print(source.name, "accuracy");
        }
        for (const TrainSource &source : config.data) {
            if (source.sentences.limit > 0) {
                print(source.name + " sentences", "agreement with the twin");
            }
        }
        std::printf("\n");
    }
    if (!report.withinTolerance) {
        std::printf(
            "No epoch of step %s kept the score of the fine-tuned model within its tolerance; the most accurate "
            "one was taken.\n",
            report.step.c_str());
    }
}

Result run(const Options &options, std::stop_token stop)
{
    const auto [config, steps] = planOf(options);
    std::unique_ptr<Progress> line;
    std::string step, rates;
    const TrainReport report = train(
        config, steps,
        options.resume    ? Existing::Resume
        : options.restart ? Existing::Restart
                          : Existing::Refuse,
        [&](const TrainProgress &at) {
            if (at.step != step) {
                line = std::make_unique<Progress>(at.step);
                step = at.step;
            }
            line->update(static_cast<std::size_t>(at.done), static_cast<std::size_t>(at.total), shortly(at),
                         at.secondsLeft);
            if (at.done == at.total) {
                rates += (rates.empty() ? "" : ", ") + at.step + ' ' + rate(at);
            }
        },
        std::move(stop));
    line.reset();
    if (!report.finished) {
        std::printf("Stopped. Go on with the same command and --resume.\n");
        return Result::Cancelled;
    }
    if (!rates.empty()) {
        const int threads = runtimeInfo().threads;
        std::printf("Speed of training, %d thread%s: %s.\n", threads, threads == 1 ? "" : "s", rates.c_str());
    }
    std::printf("Validation examples of each training set, tokens really removed:\n");
    for (const StepReport &found : report.steps) {
        print(found, config);
    }
    for (const TrainStepInfo &known : trainSteps()) {
        if (known.makesModel && contains(steps, known.name)) {
            std::printf("The model is in %s\n", (config.out / "model").c_str());
        }
    }
    return Result::Done;
}

/// Options that set a value of the configuration.
class SettingOptions {
public:
    SettingOptions(CLI::App &app, std::shared_ptr<Options> options) : m_app(app), m_options(std::move(options)) {}

    void text(const char *flag, const char *type, const char *key, const char *help)
    {
        m_app.add_option_function<std::string>(flag, store<std::string>("", key), help)->type_name(type);
    }
    void path(const char *flag, const char *key, const char *help)
    {
        const auto store = [o = m_options, key](const std::string &value) {
            o->settings.push_back({"", key, jsonPath(value)});
        };
        m_app.add_option_function<std::string>(flag, store, help)->type_name("DIR");
    }
    template <typename T>
    void number(const char *flag, const char *place, const char *key, const char *help)
    {
        m_app.add_option_function<T>(flag, store<T>(place, key), help)
            ->check(CLI::NonNegativeNumber)
            ->type_name(std::is_integral_v<T> ? "N" : "X");
    }
    /// A step's own; several steps may have the same flag.
    void ofStep(const TrainStepOption &option)
    {
        if (!m_known.insert(option.flag).second) {
            return;
        }
        const auto store = [o = m_options, flag = option.flag](const auto &value) {
            o->stepValues[flag] = json(value);
        };
        CLI::Option *added = option.whole ? m_app.add_option_function<std::int64_t>(option.flag, store, option.help)
                                          : m_app.add_option_function<double>(option.flag, store, option.help);
        added->check(CLI::NonNegativeNumber)->type_name(option.whole ? "N" : "X");
    }

private:
    template <typename T>
    [[nodiscard]] std::function<void(const T &)> store(const char *place, const char *key) const
    {
        return [o = m_options, place, key](const T &value) { o->settings.push_back({place, key, json(value)}); };
    }

    CLI::App &m_app;
    std::shared_ptr<Options> m_options;
    std::set<std::string> m_known;
};

} // namespace

Action declareTrain(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    std::vector<std::string> steps, methods;
    std::string summaries;
    for (const TrainStepInfo &step : trainSteps()) {
        steps.push_back(step.name);
        summaries += (summaries.empty() ? "" : ", ") + step.name + " (" + step.summary + ")";
        if (step.makesModel) {
            methods.push_back(step.name);
        }
    }
    options->method = methods.front();
    app.description("Trains a model that drops tokens.\nSteps: " + summaries + ".");
    app.footer(examples);
    app.add_option("--config", options->config, "Configuration file (JSON)")->type_name("FILE");
    CLI::Option *method = app.add_option("--method", options->method, "The method whose steps are run")
                              ->check(CLI::IsMember(methods))
                              ->capture_default_str();
    app.add_option("--step", options->steps, "Only these steps, separated by commas")
        ->delimiter(',')
        ->check(CLI::IsMember(steps))
        ->excludes(method);
    CLI::Option *resume =
        app.add_flag("--resume", options->resume, "Go on from the last resume point in the “out” folder");
    app.add_flag("--restart", options->restart, "Replace results in the “out” folder")->excludes(resume);
    SettingOptions settings(app, options);
    settings.path("--out", "out", "Folder for the results");
    settings.path("--from", "from", "Folder of a run to go on from");
    settings.path("--backbone", "backbone", "Folder of a pre-trained encoder to start from");
    settings.path("--tokenizer", "tokenizer", "Folder of its tokeniser, where the backbone's has none");
    app.add_option_function<std::string>(
           "--data",
           [options](const std::string &path) {
               options->settings.push_back({"", "data", R"([{"path": )" + jsonPath(path) + "}]"});
           },
           "One training set (TSV, CSV, JSONL or an ERASER folder)")
        ->type_name("PATH");
    app.add_option_function<std::vector<std::string>>(
           "--labels",
           [options](const std::vector<std::string> &labels) {
               options->settings.push_back({"", "labels", json(labels)});
           },
           "Class names in the order of their indices, separated by commas")
        ->delimiter(',');
    settings.number<std::int64_t>("--batch", "data", "batch", "Examples a step, for every set");
    settings.number<std::int64_t>("--max-length", "data", "max_length", "Pieces of a text, for every set");
    settings.number<double>("--phi", "data", "phi", "Weight of the speed loss: larger drops more");
    for (const TrainStepInfo &step : trainSteps()) {
        for (const TrainStepOption &option : step.options) {
            settings.ofStep(option);
        }
    }
    settings.number<std::int64_t>("--seed", "", "seed", "Seed of shuffling, dropout and new weights");
    settings.number<std::int64_t>("--threads", "", "threads",
                                  "Threads to compute with, 0 = the cores that this process may use");
    settings.text("--device", "NAME", "device", "cpu or cuda");
    app.add_flag_callback(
        "--bfloat16",
        [options] {
            options->settings.push_back({"", "bfloat16", "true"});
        },
        "Matrix products in bfloat16: faster where the processor has it");
    app.callback([options] {
        const auto given = [&](const char *key) {
            return std::any_of(options->settings.begin(), options->settings.end(),
                               [&](const TrainSetting &setting) { return setting.key == key; });
        };
        // The data come first: other options are about them.
        std::stable_partition(options->settings.begin(), options->settings.end(),
                              [](const TrainSetting &setting) { return setting.key == "data"; });
        if (options->config.empty() && !(given("backbone") && given("data") && given("out"))) {
            throw CLI::ValidationError("Give a configuration with --config FILE, or --backbone, --data, --labels and "
                                       "--out");
        }
    });
    return [options](std::stop_token stop) { return run(*options, std::move(stop)); };
}

} // namespace adaplens::cli
