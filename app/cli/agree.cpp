// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/agree.h"

#include "app/cli/agreementtable.h"
#include "app/cli/commands.h"
#include "app/cli/dataoptions.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/text.h"
#include "core/error.h"
#include "core/io/input.h"
#include "core/io/resources.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli agree
  adaplens-cli agree --data movies --format eraser --split test --json - --resume movies.run
  adaplens-cli agree --data reviews.jsonl --methods cp,attention,loo --class predicted --csv reviews.csv
  adaplens-cli agree --data movies --mode documents-words --selection top-20% --faithfulness

How well the scores of each method find what people marked, for each layer: average precision, ROC AUC, FPR and TPR of
a selection, token and IOU F1, with bootstrap intervals over documents (95 %). All but micro and IOU F1 are means over
instances: windows with something marked in them, or documents. FPR is the share of unmarked tokens that are selected,
TPR that of marked ones. n in 1/n counts the tokens of a window without [CLS] and [SEP], over which scores are made to
sum to 1; a word needs 1/n for each of its pieces. Without --data the texts that came with the program are used;
without --json, --csv or --latex the results are printed as tables. Layers count from 1; "layers" in JSON is a list,
layer 1 first.

ERASER's scorer reads the files of --eraser-out. They always hold classification and classification_scores (the plain
twin's, mean over windows), hard_rationale_predictions (what --selection selects) and soft_rationale_predictions. With
--faithfulness they also hold comprehensiveness_classification_scores and sufficiency_classification_scores (without
and with only what is selected) and thresholded_scores (the best 1, 5, 10, 20 and 50 % of the words). The scorer takes
the predicted class: --class predicted gives the same here, and --selection top-20% the same comprehensiveness and
sufficiency. tokens_to_flip is not written: the scorer reads it and reports nothing of it. The files hold every
annotation that has a document, as the scorer asks. Where nothing in it is marked, this report leaves it out, but the
scorer counts what is selected there as wrong; AUPRC is over documents where something, not all, is marked, for which
the scorer's counts 0.5 where nothing and 1 where all is. Evidence of no words is left out here and for the scorer a
span that is never found.)";

struct Options {
    ModelOptions model;
    DataOptions data;
    std::string annotators = "majority", mode = "windows-pieces", selection = "uniform", classOf = "gold",
                dropped = "zero";
    std::vector<std::string> methods;
    AgreementOptions how;
    std::string resume, eraserOut;
    std::optional<std::string> json, csv, latex;
};

void check(const Options &options)
{
    std::size_t toOutput = 0;
    for (const auto &target : {options.json, options.csv, options.latex}) {
        toOutput += target == "-" ? 1 : 0;
    }
    if (toOutput > 1) {
        throw CLI::ValidationError("Only one of --json, --csv and --latex can go to standard output");
    }
    if (!options.eraserOut.empty() && options.mode != "documents-words") {
        throw CLI::ValidationError("--eraser-out needs --mode documents-words: ERASER counts the words of documents");
    }
    if (options.data.path.empty() && dataFormatNamed(options.data.format) != DataFormat::Guess) {
        throw CLI::ValidationError("--format says what --data is; give --data too");
    }
}

/// The methods asked for; without any, those of the paper as far as the model has them.
std::vector<ScoreMethod> methodsOf(const Options &options, const ModelInfo &model)
{
    std::vector<ScoreMethod> result;
    for (const std::string &name : options.methods) {
        const ScoreMethod method = scoreMethodNamed(name);
        if (std::ranges::find(result, method) == result.end()) {
            result.push_back(method);
        }
    }
    if (result.empty()) {
        result = usualScoreMethods();
        if (!model.adaptive) {
            std::erase_if(result, isOwnScore);
        }
    }
    return result;
}

/// What the data set is called in reports: the name of its file or folder.
std::string nameOfData(const Options &options)
{
    if (options.data.path.empty()) {
        return "examples";
    }
    const auto path = std::filesystem::absolute(options.data.path).lexically_normal();
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Empty = stopped.
std::optional<DataSource> sourceOf(const Options &options, std::stop_token stop)
{
    if (options.data.path.empty()) {
        DataSource source = options.data.source;
        source.path = resourceFolder() / "examples" / "rationales.jsonl";
        source.format = DataFormat::Jsonl;
        return source;
    }
    std::optional<DataSource> source = options.data.read(std::move(stop));
    if (source) {
        chooseAnnotators(*source, options.annotators);
    }
    return source;
}

AgreementOptions howOf(const Options &options, const DataSource &source, const ModelInfo &model)
{
    AgreementOptions how = options.how;
    how.methods = methodsOf(options, model);
    how.mode = agreementModeNamed(options.mode);
    how.selection = selectionNamed(options.selection);
    how.goldClass = options.classOf == "gold";
    how.dropped = options.dropped == "last-seen" ? DroppedScore::LastSeen : DroppedScore::Zero;
    how.data = nameOfData(options);
    how.split = source.split;
    if (how.split.empty() && !options.data.path.empty() &&
        (source.format == DataFormat::Eraser || std::filesystem::exists(source.path / "val.jsonl"))) {
        how.split = "val"; // what the reader takes
    }
    how.resumeFile = options.resume;
    how.eraserOut = options.eraserOut;
    if (!options.eraserOut.empty()) {
        DataSource whole = source;
        whole.limit = 0; // the first few documents may all have one label
        how.dataLabels = labelsIn(whole);
    }
    return how;
}

void write(const Options &options, const AgreementReport &report)
{
    if (options.json) {
        writeDocument(*options.json, toJson(report) + '\n');
    }
    if (options.csv) {
        writeDocument(*options.csv, toCsv(report));
    }
    if (options.latex) {
        writeDocument(*options.latex, toLatex(report));
    }
    if (!options.json && !options.csv && !options.latex) {
        print(agreementTable(report));
    }
}

Result run(const Options &options, std::stop_token stop)
{
    if (!options.resume.empty() && isReadOnce(options.resume)) {
        throw Error("%1 is a pipe or a device, but a run goes on from a file; name one.",
                    adaplens::quoted(options.resume));
    }
    const std::optional<DataSource> source = sourceOf(options, stop);
    if (!source) {
        return Result::Cancelled;
    }
    const std::unique_ptr<Reader> reader = openReader(*source);
    const std::unique_ptr<Classifier> classifier = options.model.open();
    AgreementOptions how = howOf(options, *source, classifier->info());

    Progress progress("agree");
    AgreementCallbacks callbacks;
    if (progress.visible()) {
        how.total = countExamples(*source);
        callbacks.progress = [&progress](const AgreementProgress &state) {
            progress.update(state.documents, state.total, counted(state.instances, "instance"), state.secondsLeft);
        };
    }
    const std::optional<AgreementReport> report = agree(*classifier, *reader, how, callbacks, stop);
    progress.clear();
    if (!report) {
        if (!options.resume.empty()) {
            note("stopped; the same command goes on with what " + options.resume + " holds.");
        }
        return Result::Cancelled;
    }
    write(options, *report);
    return Result::Done;
}

/// Refuses what selectionNamed() does not read, as a wrong usage.
CLI::Validator knownSelection()
{
    const auto reason = [](const std::string &name) {
        try {
            (void)selectionNamed(name);
            return std::string();
        } catch (const Error &error) {
            return std::string(error.what());
        }
    };
    return CLI::Validator(reason, "");
}

void declareMeasures(CLI::App &app, const std::shared_ptr<Options> &options)
{
    AgreementOptions &how = options->how;
    const auto namesOf = [](const std::vector<ScoreMethod> &methods) {
        std::vector<std::string> names;
        for (const ScoreMethod method : methods) {
            names.emplace_back(nameOf(method));
        }
        return names;
    };
    const std::vector<std::string> methods = namesOf(allScoreMethods());
    app.add_option("--methods", options->methods,
                   "Any of " + CLI::detail::join(methods, ", ") +
                       ", separated by commas (default: " + CLI::detail::join(namesOf(usualScoreMethods()), ",") + ')')
        ->type_name("NAMES")
        ->delimiter(',')
        ->check(CLI::IsMember(methods));
    app.add_option("--mode", options->mode,
                   "windows-pieces: word pieces of windows (default); documents-words: white-space words of whole "
                   "documents, as ERASER scores them")
        ->type_name("NAME")
        ->check(CLI::IsMember({"windows-pieces", "documents-words"}));
    app.add_option("--selection", options->selection,
                   "What counts as selected: uniform (score >= 1/n, default), model (its own decision), top-K, top-P%")
        ->type_name("NAME")
        ->check(knownSelection());
    app.add_option("--class", options->classOf, "Whose gradients and probabilities: gold (default) or predicted")
        ->type_name("NAME")
        ->check(CLI::IsMember({"gold", "predicted"}));
    app.add_flag("--raw", how.raw,
                 "AdapLeR: contribution scores before theta, instead of those compared with the threshold");
    app.add_option("--dropped", options->dropped,
                   "The model's own scores after a token was dropped: zero (default) or last-seen")
        ->type_name("NAME")
        ->check(CLI::IsMember({"zero", "last-seen"}));
    app.add_flag(
        "--from-adapler", how.fromAdapler,
        "Attention and gradients of the model's own weights, with nothing dropped, instead of the plain twin's");
    app.add_flag("--faithfulness", how.faithfulness,
                 "Also comprehensiveness and sufficiency: ten more passes a method and layer");
    app.add_option("--max-length", how.maxLength, "Pieces of a window, special ones included (default: the model's)")
        ->type_name("N")
        ->check(CLI::Range(3, 1 << 20));
    app.add_option("--seed", how.seed, "Seed of random scores and of the bootstrap (default: 7)")->type_name("N");
    app.add_option("--resamples", how.resamples, "Bootstrap resamples of documents (default: 1000)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
}

} // namespace

Action declareAgree(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    app.description("Measures how well token scores agree with what people marked, for each method and layer.");
    app.footer(examples);
    options->data.addData(app, "An ERASER folder, HateXplain's dataset.json, or a JSONL, TSV or CSV file (- for "
                               "standard input) with rationales (default: the embedded examples)");
    options->model.addModel(app);
    options->data.addRest(app);
    app.add_option("--annotators", options->annotators,
                   "Whose marks count in HateXplain: majority (default), union, or one of them: 1, 2, 3")
        ->type_name("NAME");
    declareMeasures(app, options);
    options->model.addThreads(app);
    options->model.addPrecision(app);
    app.add_option("--resume", options->resume, "Keep finished documents there, and go on from them")
        ->type_name("FILE");
    app.add_option("--json", options->json, "Write the report as JSON, - for standard output")->type_name("FILE");
    app.add_option("--csv", options->csv, "Write it as CSV, - for standard output")->type_name("FILE");
    app.add_option("--latex", options->latex, "Write the means as a LaTeX table, - for standard output")
        ->type_name("FILE");
    app.add_option("--eraser-out", options->eraserOut,
                   "Write ERASER predictions, a file for each method and layer (NAME-cp-1.jsonl, ...); needs --mode "
                   "documents-words, see below")
        ->type_name("FILE");
    app.callback([options] { check(*options); });
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
