// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train.h"

#include "core/error.h"
#include "core/machine/runtime.h"
#include "core/train/run_p.h"

#include "core/io/safetensors.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

const char *nameOf(TrainStep step)
{
    switch (step) {
    case TrainStep::FineTune:
        return "fine-tune";
    case TrainStep::Saliency:
        return "saliency";
    case TrainStep::AdapLeR:
        return "adapler";
    }
    return "";
}

std::string contents(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// What must be the same for a folder's results to be usable: everything but where the run lives and how it is saved.
std::string comparable(TrainConfig config)
{
    config.out.clear();
    config.saveEverySeconds = 0;
    return toJson(config);
}

bool wants(const std::vector<TrainStep> &steps, TrainStep step)
{
    return std::find(steps.begin(), steps.end(), step) != steps.end();
}

/// Creates or checks the results folder. Without `resume`, results of the wanted steps are thrown away.
void prepare(const TrainConfig &config, const std::vector<TrainStep> &steps, bool resume)
{
    std::error_code error;
    fs::create_directories(config.out, error);
    const fs::path stored = config.out / "config.json";
    if (resume) {
        if (!fs::exists(stored)) {
            throw Error("There is nothing to resume in " + config.out.string() + "; start without --resume.");
        }
        const TrainConfig old = parseTrainConfig(contents(stored), stored.string(), {});
        if (comparable(old) != comparable(config)) {
            throw Error(
                stored.string() +
                " differs from the configuration given; resume with the same one, or choose another “out” folder.");
        }
        return;
    }
    const std::string within = fs::relative(config.adapler.continueFrom, config.out, error).string();
    if (!config.adapler.continueFrom.empty() && within.starts_with(nameOf(TrainStep::AdapLeR))) {
        throw Error(config.adapler.continueFrom.string() +
                    " (“continue_from”) lies among the results that starting "
                    "anew throws away; copy it elsewhere, or choose another “out”.");
    }
    for (const TrainStep step : steps) {
        fs::remove(config.out / (std::string(nameOf(step)) + ".resume.safetensors"), error);
        fs::remove_all(config.out / nameOf(step), error);
    }
    if (wants(steps, TrainStep::FineTune)) {
        fs::remove(config.out / "log.jsonl", error);
    }
    if (wants(steps, TrainStep::FineTune) || wants(steps, TrainStep::Saliency)) {
        fs::remove(config.out / "saliency.safetensors", error);
    }
    std::ofstream out(stored, std::ios::binary);
    out << toJson(config) << '\n';
    if (!out.flush()) {
        throw Error("Cannot write " + stored.string() + "; check the folder's permissions and free space.");
    }
}

/// Results of a finished step, read back through its resume point.
std::vector<EpochResult> finishedResults(const TrainConfig &config, TrainStep step, std::size_t epochs)
{
    const fs::path file = config.out / (std::string(nameOf(step)) + ".resume.safetensors");
    if (fs::exists(file)) {
        const SafetensorsFile stored(file);
        try {
            const auto state = nlohmann::ordered_json::parse(stored.metadata().at("state"));
            if (state.at("epoch").get<std::size_t>() >= epochs) {
                std::vector<EpochResult> results;
                for (const auto &result : state.at("results")) {
                    results.push_back(epochResultFromJson(result));
                }
                return results;
            }
        } catch (const std::exception &) {
            throw Error("The results " + file.string() + " are damaged; run step " + nameOf(step) + " again.");
        }
    }
    throw Error("Step " + std::string(nameOf(step)) + " has not been finished in " + config.out.string() +
                "; run it first, or all steps in one command.");
}

/// Weights of an AdapLeR model to go on from. Throws Error if it drops nothing or has another shape or vocabulary.
Weights readReduced(const fs::path &folder, const ModelInfo &wanted)
{
    Checkpoint found = readCheckpoint(folder);
    if (!found.info.adaptive) {
        throw Error(folder.string() + " (“continue_from”) drops no tokens; name an AdapLeR model, or leave it out.");
    }
    const auto shape = [](const ModelInfo &info) {
        return std::tuple(info.layers, info.hidden, info.heads, info.intermediate, info.cpHidden, info.maxLength,
                          info.typeVocabularySize, info.vocabularySize);
    };
    if (shape(found.info) != shape(wanted) || found.info.labels != wanted.labels) {
        throw Error(folder.string() + " (“continue_from”) differs from the backbone in shape, vocabulary or labels; "
                                      "name the backbone that it was trained from.");
    }
    return std::move(found.weights);
}

/// Throws Error if the samples do not fit the encoder: its tables have no rows for them.
void checkFits(const std::vector<SampleSet> &sets, const ModelInfo &encoder)
{
    for (const SampleSet &set : sets) {
        for (const auto *samples : {&set.train, &set.held}) {
            for (const Sample &sample : *samples) {
                if (sample.ids.size() > encoder.maxLength) {
                    throw Error("“max_length” of “" + set.name + "” is more than the backbone reads, " +
                                std::to_string(encoder.maxLength) + " pieces; lower it.");
                }
                if (!sample.segments.empty() && sample.segments.back() >= encoder.typeVocabularySize) {
                    throw Error("“" + set.name + "” holds pairs of texts, but the backbone " + encoder.folder.string() +
                                " reads single ones only; choose another.");
                }
            }
        }
    }
}

} // namespace

TrainReport train(const TrainConfig &config, const std::vector<TrainStep> &steps, bool resume,
                  const std::function<void(const TrainProgress &)> &progress, std::stop_token stop)
try {
    prepare(config, steps, resume);
    setThreads(config.threads);
    const auto backbone = [&] {
        Checkpoint model = readBackbone(config.backbone, config.labels, config.seed);
        model.info.name = config.name;
        model.info.trainedOn = config.trainedOn;
        model.info.language = config.language;
        return model;
    };
    Checkpoint start = backbone();
    Run run{&config, loadSamples(config, Tokenizer(start.vocabulary, start.tokenizer)), progress, std::move(stop)};
    checkFits(run.sets, start.info);
    for (const SampleSet &set : run.sets) {
        for (const auto *samples : {&set.train, &set.held}) {
            for (const Sample &sample : *samples) {
                start.info.pairs = start.info.pairs || (!sample.segments.empty() && sample.segments.back() == 1);
            }
        }
    }

    TrainReport report;
    if (wants(steps, TrainStep::FineTune)) {
        auto results = fineTune(run, start);
        if (!results) {
            return report;
        }
        report.fineTune = std::move(*results);
    } else {
        report.fineTune = finishedResults(config, TrainStep::FineTune, config.fineTune.epochs);
    }
    report.bestFineTune = chooseEpoch(report.fineTune, bestScore(report.fineTune));
    if (wants(steps, TrainStep::Saliency) || wants(steps, TrainStep::AdapLeR)) {
        for (SampleSet &set : run.sets) {
            if (set.twinLabelled) {
                const Twin twin(run, report.fineTune);
                twin.label(set.train, set.batch);
                twin.label(set.held, set.batch);
            }
        }
        const auto targets = saliency(run, report.fineTune);
        if (!targets) {
            return report;
        }
        if (wants(steps, TrainStep::AdapLeR)) {
            if (!config.adapler.continueFrom.empty()) {
                start.weights = readReduced(config.adapler.continueFrom, start.info);
            } else if (config.adapler.fromFineTuned) {
                Checkpoint tuned = readCheckpoint(run.epochFolder("fine-tune", report.bestFineTune));
                tuned.weights.predictors = start.weights.predictors;
                tuned.weights.eta = start.weights.eta;
                tuned.weights.theta = start.weights.theta;
                start.weights = std::move(tuned.weights);
            }
            start.info.adaptive = true;
            if (!config.adapler.initialEta.empty()) {
                setEta(start, config.adapler.initialEta);
            }
            auto results = adapler(run, start, *targets, report.fineTune);
            if (!results) {
                return report;
            }
            report.adapler = std::move(*results);
            report.bestAdapLer = chooseEpoch(report.adapler, bestScore(report.fineTune) - config.adapler.tolerance,
                                             &report.withinTolerance);
            writeWithTwin(config.out / "model", readCheckpoint(run.epochFolder("adapler", report.bestAdapLer)),
                          readCheckpoint(run.epochFolder("fine-tune", report.bestFineTune)), Storage::Float32);
        }
    }
    report.finished = true;
    return report;
} catch (const c10::Error &e) {
    throw Error(std::string("Training stopped inside LibTorch: ") + e.what_without_backtrace());
}

} // namespace adaplens
