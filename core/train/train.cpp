// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train.h"

#include "core/machine/allocation.h"
#include "core/machine/runtime.h"
#include "core/model/boundary_p.h"
#include "core/reduction/rule_p.h"
#include "core/train/methods/registry_p.h"
#include "core/train/run_p.h"
#include "core/train/runlock.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace adaplens {

namespace {

/// Throws Error if the samples do not fit the encoder: its tables have no rows for them.
void checkFits(const std::vector<SampleSet> &sets, ModelInfo &encoder)
{
    for (const SampleSet &set : sets) {
        for (const auto *samples : {&set.train, &set.validation}) {
            for (const Sample &sample : *samples) {
                if (sample.ids.size() > encoder.maxLength) {
                    throw Error("“max_length” of “%1” is more than the backbone reads, %2 pieces; lower it.", set.name,
                                encoder.maxLength);
                }
                if (!sample.segments.empty() && !encoder.readsSegment(sample.segments.back())) {
                    throw Error(
                        "“%1” holds pairs of texts, but the backbone %2 reads single ones only; choose another.",
                        set.name, encoder.folder.string());
                }
                encoder.pairs = encoder.pairs || (!sample.segments.empty() && sample.segments.back() == 1);
            }
        }
    }
}

/// Reads backbone and data, and checks that they fit together.
Run makeRun(const TrainConfig &config, const std::vector<std::string> &steps)
{
    Run run;
    run.config = &config;
    std::string rule = noRule()->name();
    for (const std::string &name : steps) {
        rule = stepNamed(name).rule.empty() ? rule : stepNamed(name).rule;
    }
    run.start = readBackbone(config.backbone, config.labels, config.seed, rule, config.tokenizer);
    ModelInfo &info = run.start.info;
    info.name = config.name;
    info.trainedOn = config.trainedOn;
    info.language = config.language;
    run.sets = loadSamples(config, Tokenizer(run.start.vocabulary, run.start.tokenizer));
    checkFits(run.sets, info);
    return run;
}

/// Labels the sentences of documents; the fine-tuned model must be there.
void labelByTwin(Run &run)
{
    for (SampleSet &set : run.sets) {
        if (set.twinLabelled) {
            const Twin twin(run);
            twin.label(set.train, set.batch);
            twin.label(set.validation, set.batch);
        }
    }
}

} // namespace

TrainReport train(const TrainConfig &given, const std::vector<std::string> &steps, Existing existing,
                  const std::function<void(const TrainProgress &)> &progress, std::stop_token stop)
{
    return translatingErrors(message("Training"), [&]() -> TrainReport {
        // Once more through the parser: values that were put together elsewhere obey the same rules as a file's.
        const TrainConfig config = parseTrainConfig(toJson(given), "the configuration", {});
        checkFolder(config, steps, existing);
        const auto wanted = [&](const std::string &name) {
            return std::find(steps.begin(), steps.end(), name) != steps.end();
        };
        std::map<std::string, FinishedStep> finished;
        for (const std::string &name : steps) {
            for (const std::string &needed : withNeeds(name)) {
                if (!wanted(needed) && !finished.contains(needed)) {
                    finished[needed] = requireFinished(config, needed);
                }
            }
        }
        setThreads(config.threads);
        keepFreedMemory();
        Run run = makeRun(config, steps);
        run.progress = progress;
        run.stop = std::move(stop);
        run.finished = std::move(finished);
        run.discarded =
            existing == Existing::Restart ? discardedBy(config, steps) : std::vector<std::filesystem::path>();
        for (const TrainStep &step : stepRegistry()) {
            if (wanted(step.info.name) && step.check != nullptr) {
                step.check(run);
            }
        }
        const RunLock lock(config.out);
        prepareFolder(config, steps, existing);

        TrainReport report;
        report.finished = true;
        bool labelled = false;
        for (const TrainStep &step : stepRegistry()) {
            const std::string &name = step.info.name;
            if (!wanted(name)) {
                continue;
            }
            if (existing == Existing::Resume && std::filesystem::exists(run.folderOf(name) / "report.json")) {
                run.finished[name] = requireFinished(config, name);
                continue;
            }
            if (!step.info.needs.empty() && !labelled) {
                labelByTwin(run);
                labelled = true;
            }
            const std::optional<StepReport> found = step.run(run);
            if (!found) {
                report.finished = false;
                break;
            }
            run.finished[name] = {run.folderOf(name), *found};
            if (step.info.makesModel) {
                writeWithTwin(config.out / "model", run.chosenModel(name), run.chosenModel(fineTuneStep),
                              Storage::Float32);
            }
            writeReport(run.folderOf(name), *found); // last: the step is finished when this is there
        }
        for (const TrainStep &step : stepRegistry()) {
            if (const auto done = run.finished.find(step.info.name); done != run.finished.end()) {
                report.steps.push_back(done->second.report);
            }
        }
        return report;
    });
}

} // namespace adaplens
