// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/calibratedmodel.h"

#include "app/cli/calibrationreport.h"
#include "app/cli/commands.h"
#include "app/cli/dataoptions.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/readingoptions.h"
#include "app/cli/terminal.h"

#include <memory>
#include <optional>
#include <utility>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli calibrate --data dev.tsv
  adaplens-cli calibrate --data dev.tsv --loss 0.02 --confidence 0.95 --out calibrated
  adaplens-cli calibrate --model my-model --data dev.tsv --scales 0.5,0.7,1,1.4 --json -

Scales a model's thresholds (eta of AdapLeR, retention of PoWER-BERT, the probability of TR-BERT: above 1 more tokens go)
and takes the fastest scale that loses at most so much accuracy against the plain model, with this confidence. The texts
must not have been used to train or choose the model. With --out the model is written with the thresholds chosen, and
calibration.json beside it.)";

struct Options {
    ModelOptions model;
    DataOptions data;
    ReadingOptions reading;
    CalibrateOptions how;
    std::string out;
    bool force = false;
    std::optional<std::string> json;
};

Result run(const Options &options, std::stop_token stop)
{
    if (!options.out.empty()) {
        checkExport(options.model.folder(), options.out, {.force = options.force});
    }
    const std::optional<DataSource> source = options.data.read(stop);
    if (!source) {
        return Result::Cancelled;
    }
    const std::unique_ptr<Reader> reader = openReader(*source);
    const std::unique_ptr<Classifier> classifier = options.model.open();

    Progress progress("calibrate");
    CalibrateOptions how = options.how;
    options.reading.applyTo(how);
    if (progress.visible()) {
        how.total = countExamples(*source);
        how.progress = [&progress](const EvaluationProgress &state) {
            progress.update(state.done, state.total, {}, state.secondsLeft);
        };
    }
    const std::optional<Calibration> calibration = calibrate(*classifier, *reader, how, stop);
    progress.clear();
    if (!calibration) {
        return Result::Cancelled;
    }
    if (options.json) {
        writeDocument(*options.json, toJson(*calibration) + '\n');
    } else {
        print(calibrationReport(*calibration));
    }
    if (options.out.empty()) {
        return Result::Done;
    }
    const auto exported =
        exportCalibrated(*calibration, options.model.folder(), options.out,
                         {.force = options.force, .tokenizer = options.model.tokenizer}, std::move(stop));
    if (!exported) {
        return Result::Cancelled;
    }
    if (options.json != "-") {
        print("The model with these thresholds is in " + printable(exported->folder.string()) + '\n');
    }
    return Result::Done;
}

} // namespace

Action declareCalibrate(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    CalibrateOptions &how = options->how;
    app.description("Chooses thresholds that keep a promise about accuracy.");
    app.footer(examples);
    options->data.addData(app, "Texts with labels: a TSV, CSV or JSONL file (- for standard input), an ERASER folder, "
                               "HateXplain's dataset.json, or a folder of text files for each label");
    app.get_option("--data")->required();
    options->model.addModel(app);
    const CLI::Range share(1e-9, 1 - 1e-9);
    app.add_option("--loss", how.loss, "Accuracy that may be lost, as a share (default: 0.01)")
        ->type_name("X")
        ->check(share);
    app.add_option("--confidence", how.confidence, "How sure that must be, as a share (default: 0.9)")
        ->type_name("X")
        ->check(share);
    app.add_option("--scales", how.scales,
                   "Scales to test, in any order (default: nine from 0.25 to 4 in equal ratios)")
        ->type_name("X,...")
        ->delimiter(',')
        ->check(CLI::Range(1e-6, 1e6));
    app.add_option("--out", options->out, "Write the model with the thresholds chosen to this folder, new or empty")
        ->type_name("DIR");
    app.add_flag("--force", options->force, "Replace the model in a folder that is not empty");
    options->data.addRest(app);
    options->data.addColumns(app);
    options->reading.add(app);
    options->model.addThreads(app);
    options->model.addPrecision(app);
    app.add_option("--json", options->json, "Write the figures as JSON, - for standard output")->type_name("FILE");
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
