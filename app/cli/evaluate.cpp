// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"

#include "app/cli/commands.h"
#include "app/cli/dataoptions.h"
#include "app/cli/evaluationreport.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/readingoptions.h"

#include <memory>
#include <optional>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli evaluate --data dev.tsv
  adaplens-cli evaluate --data movies --format eraser --split val --json -
  adaplens-cli evaluate --model my-model --data test.csv --text-column review --label-column stars
  adaplens-cli evaluate --data movies --format eraser --protocol windows-mean --limit 50
  adaplens-cli evaluate --data dev.tsv --precision int8 --against-float32
  adaplens-cli evaluate --data dev.tsv --floors random,attention-topk

Accuracy of the model with its drops, of its plain twin and of the same weights with nothing dropped; speed-up in
exact FLOPs (a ratio of sums) and measured; without --json as a table.)";

struct Options {
    ModelOptions model;
    DataOptions data;
    ReadingOptions reading;
    EvaluateOptions how;
    bool againstFloat32 = false;
    std::optional<std::string> json;
};

Result run(const Options &options, std::stop_token stop)
{
    const std::optional<DataSource> source = options.data.read(stop);
    if (!source) {
        return Result::Cancelled;
    }
    const std::unique_ptr<Reader> reader = openReader(*source);
    const std::unique_ptr<Classifier> classifier = options.model.open();

    const std::unique_ptr<Classifier> float32 =
        options.againstFloat32 ? Classifier::open(options.model.folder(), Precision::Float32, options.model.tokenizer)
                               : nullptr;

    Progress progress("evaluate");
    EvaluateOptions how = options.how;
    how.float32 = float32.get();
    options.reading.applyTo(how);
    if (progress.visible()) {
        how.total = countExamples(*source);
        how.progress = [&progress](const EvaluationProgress &state) {
            progress.update(state.done, state.total, {}, state.secondsLeft);
        };
    }
    const std::optional<Evaluation> evaluation = evaluate(*classifier, *reader, how, stop);
    progress.clear();
    if (!evaluation) {
        return Result::Cancelled;
    }
    if (options.json) {
        writeDocument(*options.json, toJson(*evaluation) + '\n');
    } else {
        print(evaluationReport(*evaluation));
    }
    return Result::Done;
}

} // namespace

Action declareEvaluate(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    EvaluateOptions &how = options->how;
    app.description("Measures a model on a data set: accuracy and speed, with and without dropping.");
    app.footer(examples);
    options->data.addData(app, "A TSV, CSV or JSONL file (- for standard input), an ERASER folder, HateXplain's "
                               "dataset.json, or a folder of text files for each label");
    app.get_option("--data")->required();
    options->model.addModel(app);
    options->data.addRest(app);
    options->data.addColumns(app);
    options->reading.add(app);
    app.add_option("--seed", how.bootstrap.seed, "Seed of the bootstrap interval (default: 0)")->type_name("N");
    options->model.addThreads(app);
    options->model.addPrecision(app);
    app.add_flag("--against-float32", options->againstFloat32,
                 "Also run in float32: how much faster --precision is, how many answers and decisions to keep or drop "
                 "a token differ");
    app.add_option("--floors", how.floors,
                   "Also run the plain model with as many tokens removed, chosen without training: random, "
                   "attention-topk, first, last")
        ->type_name("NAME,...")
        ->delimiter(',')
        ->check(CLI::IsMember(floorNames()));
    app.add_option("--floor-seed", how.floorSeed, "Seed of the random floor (default: 0)")->type_name("N");
    app.add_option("--json", options->json, "Write the figures as JSON, - for standard output")->type_name("FILE");
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
