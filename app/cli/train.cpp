// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "core/error.h"
#include "core/train/train.h"

#include <cstdio>
#include <iomanip>
#include <memory>
#include <sstream>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli train --config sentiment.json
  adaplens-cli train --config sentiment.json --resume
  adaplens-cli train --config sentiment.json --step adapler --phi 1e-3 --out runs/phi-1e-3
  adaplens-cli train --backbone minilm --data reviews.csv --labels negative,positive --out runs/reviews

The configuration is JSON; a key that is not known is answered with the list of those that are. Options given here
replace its values. The results lie in the “out” folder: model/ (AdapLeR, with its plain twin in model/plain), the
checkpoints of every epoch, and log.jsonl with a line for every batch.)";

struct Options {
    std::string config, step = "all", out, backbone, data, device;
    std::vector<std::string> labels;
    std::optional<int> threads;
    std::optional<std::uint64_t> seed;
    std::optional<std::size_t> epochs, maxLength, batch;
    std::optional<double> phi, gamma;
    bool resume = false, bfloat16 = false;
};

TrainConfig configOf(const Options &options)
{
    TrainConfig config;
    if (!options.config.empty()) {
        config = readTrainConfig(options.config);
    }
    const auto replace = [](auto &member, const auto &given) {
        if (given) {
            member = *given;
        }
    };
    if (!options.out.empty()) {
        config.out = options.out;
    }
    if (!options.backbone.empty()) {
        config.backbone = options.backbone;
    }
    if (!options.labels.empty()) {
        config.labels = options.labels;
    }
    if (!options.data.empty()) {
        config.data.assign(1, {});
        config.data.front().data.path = options.data;
        config.data.front().name = config.data.front().data.path.stem().string();
    }
    if (!options.device.empty()) {
        config.device = options.device;
    }
    replace(config.threads, options.threads);
    replace(config.seed, options.seed);
    replace(config.adapler.epochs, options.epochs);
    replace(config.fineTune.epochs, options.epochs);
    replace(config.adapler.gamma, options.gamma);
    for (TrainSource &source : config.data) {
        replace(source.phi, options.phi);
        replace(source.maxLength, options.maxLength);
        replace(source.batch, options.batch);
    }
    config.bfloat16 = config.bfloat16 || options.bfloat16;
    // Once more through the parser: what was put together here obeys the same rules as a file.
    return parseTrainConfig(toJson(config), options.config.empty() ? "the command line" : options.config, {});
}

std::vector<TrainStep> stepsOf(const std::string &name)
{
    if (name == "fine-tune") {
        return {TrainStep::FineTune};
    }
    if (name == "saliency") {
        return {TrainStep::Saliency};
    }
    if (name == "adapler") {
        return {TrainStep::AdapLeR};
    }
    return {TrainStep::FineTune, TrainStep::Saliency, TrainStep::AdapLeR};
}

std::string shortly(const TrainProgress &at)
{
    std::ostringstream text;
    text << "epoch " << at.epoch << '/' << at.epochs;
    if (at.step != "saliency") {
        text << std::fixed << std::setprecision(4) << ", loss " << at.loss;
    }
    if (at.step == "adapler") {
        text << std::setprecision(0) << ", " << at.kept * 100 << " % kept";
    }
    return text.str();
}

void printEpochs(const char *title, const std::vector<EpochResult> &results, std::size_t chosen,
                 const TrainConfig &config)
{
    for (const EpochResult &result : results) {
        std::printf("%-10s epoch %zu%s", title, result.epoch, result.epoch == chosen ? " (chosen)" : "");
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
}

Result run(const Options &options, std::stop_token stop)
{
    const TrainConfig config = configOf(options);
    std::unique_ptr<Progress> line;
    std::string step;
    const TrainReport report = train(
        config, stepsOf(options.step), options.resume,
        [&](const TrainProgress &at) {
            if (at.step != step) {
                line = std::make_unique<Progress>(at.step);
                step = at.step;
            }
            line->update(static_cast<std::size_t>(at.done), static_cast<std::size_t>(at.total), shortly(at));
        },
        std::move(stop));
    line.reset();
    if (!report.finished) {
        std::printf("Stopped. Go on with the same command and --resume.\n");
        return Result::Cancelled;
    }
    std::printf("Held-out examples of each training set, tokens really removed:\n");
    printEpochs("fine-tune", report.fineTune, report.bestFineTune, config);
    printEpochs("adapler", report.adapler, report.bestAdapLer, config);
    if (!report.withinTolerance) {
        std::printf("No AdapLeR epoch stayed within %.3f of the fine-tuned model; the most accurate one was taken.\n",
                    config.adapler.tolerance);
    }
    if (!report.adapler.empty()) {
        std::printf("The model is in %s\n", (config.out / "model").c_str());
    }
    return Result::Done;
}

} // namespace

Action declareTrain(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    app.description("Trains an AdapLeR model: fine-tuning, saliency targets, then learning to drop tokens.");
    app.footer(examples);
    app.add_option("--config", options->config, "Configuration file (JSON)")->type_name("FILE");
    app.add_option("--step", options->step, "fine-tune, saliency, adapler or all (the default)")
        ->check(CLI::IsMember({"all", "fine-tune", "saliency", "adapler"}));
    app.add_flag("--resume", options->resume, "Go on from the last resume point in the “out” folder");
    app.add_option("--out", options->out, "Folder for the results")->type_name("DIR");
    app.add_option("--backbone", options->backbone, "Pre-trained BERT folder to start from")->type_name("DIR");
    app.add_option("--data", options->data, "One training set (TSV, CSV, JSONL or an ERASER folder)")
        ->type_name("PATH");
    app.add_option("--labels", options->labels, "Class names in the order of their indices, separated by commas")
        ->delimiter(',');
    app.add_option("--epochs", options->epochs, "Epochs of fine-tuning and of AdapLeR")->type_name("N");
    app.add_option("--batch", options->batch, "Examples a step, for every set")->type_name("N");
    app.add_option("--max-length", options->maxLength, "Pieces of a text, for every set")->type_name("N");
    app.add_option("--phi", options->phi, "Weight of the speed loss: larger drops more")->type_name("X");
    app.add_option("--gamma", options->gamma, "Weight of the contribution loss")->type_name("X");
    app.add_option("--seed", options->seed, "Seed of shuffling, dropout and new weights")->type_name("N");
    app.add_option("--threads", options->threads, "Threads, 0 = all cores")->type_name("N");
    app.add_option("--device", options->device, "cpu or cuda")->type_name("NAME");
    app.add_flag("--bfloat16", options->bfloat16, "Matrix products in bfloat16: faster where the processor has it");
    app.callback([options] {
        if (options->config.empty() && (options->backbone.empty() || options->data.empty() || options->out.empty())) {
            throw CLI::ValidationError("Give a configuration with --config FILE, or --backbone, --data, --labels and "
                                       "--out");
        }
    });
    return [options](std::stop_token stop) { return run(*options, std::move(stop)); };
}

} // namespace adaplens::cli
