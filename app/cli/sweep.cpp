// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/dataoptions.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/readingoptions.h"
#include "app/cli/sweepreport.h"
#include "app/cli/terminal.h"
#include "core/machine/runtime.h"
#include "core/model/shipped.h"
#include "core/sweep/runsweep.h"

#include <memory>
#include <optional>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli sweep --data sst2 --out runs/sweep
  adaplens-cli sweep --dev dev.tsv --test test.tsv --model my-model --methods adapler,random --points 7 --out runs/sweep
  adaplens-cli sweep --data mrpc --config sweep.json --f1 equivalent --out runs/mrpc

A configuration lists trained models, and models that the sweep trains itself:
  {"models": [{"folder": "runs/adapler", "seed": 7},
              {"folder": "runs/distil", "method": "distil"}],
   "train": [{"method": "adapler", "config": "train.json", "from": "runs/plain", "place": "data", "knob": "phi",
              "values": [2e-4, 5e-4, 1e-3], "seeds": [7, 8]}]}
Thresholds of trained models are scaled (eta of AdapLeR, retention of PoWER-BERT, the probability of TR-BERT: above 1 more
tokens go), floors run at the budgets of the first model that drops tokens. The same command goes on where it was stopped.
DIR then holds sweep.json, sweep.csv and sweep.md, a file for each point in points/, trained models in models/.)";

struct Options {
    ModelOptions model; ///< its folder aside
    DataOptions data;
    ReadingOptions reading;
    std::vector<std::string> folders, methods;
    std::string dev, test, config, name;
    std::size_t points = 5;
    SweepOptions how;
};

/// The splits that the options name; empty = cancelled.
std::optional<std::vector<SweepSplit>> splitsOf(const Options &options, const std::stop_token &stop)
{
    std::vector<SweepSplit> splits;
    if (!options.data.path.empty()) {
        const auto source = options.data.read(stop);
        if (!source) {
            return std::nullopt;
        }
        splits = adaplens::splitsOf(*source);
    }
    for (const auto &[split, path] : {std::pair("dev", &options.dev), {"test", &options.test}}) {
        if (path->empty()) {
            continue;
        }
        DataOptions named = options.data;
        named.path = *path;
        auto source = named.read(stop);
        if (!source) {
            return std::nullopt;
        }
        // A folder may hold both: that part of it.
        for (SweepSplit &part : adaplens::splitsOf(*source)) {
            if (part.name == split || part.source.path == source->path) {
                source = part.source;
            }
        }
        splits.push_back({split, std::move(*source)});
    }
    return splits;
}

/// The name of a set: of its folder.
std::string nameOf(const std::filesystem::path &data)
{
    const std::filesystem::path path = std::filesystem::absolute(data).lexically_normal();
    const std::filesystem::path folder =
        std::filesystem::is_directory(path) && path.has_filename() ? path : path.parent_path();
    return folder.filename().string();
}

Result run(const Options &options, std::stop_token stop)
{
    SweepOptions how = options.how;
    if (options.model.threads > 0) {
        setThreads(options.model.threads);
    }
    how.precision = precisionNamed(options.model.precision);
    if (usable(how.precision) != how.precision) {
        note(fallbackNote(how.precision));
    }
    if (!options.config.empty()) {
        how.models = readSweepConfig(options.config);
    }
    for (const std::string &folder : options.folders) {
        how.models.models.push_back({.folder = modelFolder(folder)});
    }
    if (how.models.models.empty() && how.models.train.empty()) {
        how.models.models.push_back({.folder = defaultModel()});
    }
    const auto splits = splitsOf(options, stop);
    if (!splits) {
        return Result::Cancelled;
    }
    how.splits = *splits;
    how.data = options.name;
    if (how.data.empty()) {
        how.data = nameOf(!options.data.path.empty() ? options.data.path
                          : options.dev.empty()      ? options.test
                                                     : options.dev);
    }
    if (std::ranges::find(options.methods, "all") == options.methods.end()) {
        how.methods = options.methods;
    }
    options.reading.applyTo(how);
    if (how.scales.empty()) {
        how.scales = scalesBetween(0.25, 4, options.points);
    }

    Progress progress("sweep");
    if (progress.visible()) {
        how.progress = [&progress](const SweepProgress &at) {
            progress.update(at.done, at.total, at.what, at.secondsLeft);
        };
    }
    const std::optional<Sweep> sweep = runSweep(how, std::move(stop));
    progress.clear();
    if (!sweep) {
        note("stopped; the same command goes on.");
        return Result::Cancelled;
    }
    print(sweepReport(*sweep));
    print("The table is in " + printable((how.out / sweepFileName).string()) + ", sweep.csv and sweep.md.\n");
    return Result::Done;
}

} // namespace

Action declareSweep(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    SweepOptions &how = options->how;
    how.scales.clear();
    app.description("Measures operating points of all methods into one table.");
    app.footer(examples);
    options->data.addData(app,
                          "A folder with dev and test (as .tsv, .csv or .jsonl, or an ERASER or HateXplain set), or a "
                          "file, which is dev then");
    app.add_option("--dev", options->dev, "The dev set, in any form that evaluate reads")->type_name("PATH");
    app.add_option("--test", options->test, "The test set")->type_name("PATH");
    app.add_option("--name", options->name, "Name of the data set (default: its folder's)")->type_name("TEXT");
    app.add_option("--out", how.out, "Folder of the results")->type_name("DIR")->required();
    app.add_option("--methods", options->methods, "Which methods, separated by commas (default: all)")
        ->type_name("NAME,...")
        ->delimiter(',');
    app.add_option("--config", options->config, "Configuration of the sweep (JSON): its models")->type_name("FILE");
    app.add_option(
           "--model", options->folders,
           "A model's folder or the name of a shipped one, or several separated by commas (default without --config: the first "
           "shipped model)")
        ->type_name("DIR,...")
        ->delimiter(',');
    app.add_option("--plain", how.plain, "The plain model (default: the twin beside the first model that has one)")
        ->type_name("DIR");
    CLI::Option *points =
        app.add_option("--points", options->points,
                       "Scales of each model's thresholds, from 0.25 to 4 in equal ratios (default: 5)")
            ->type_name("N")
            ->check(CLI::Range(1, 1000));
    app.add_option("--scales", how.scales, "The scales themselves")
        ->type_name("X,...")
        ->delimiter(',')
        ->check(CLI::Range(1e-6, 1e6))
        ->excludes(points);
    app.add_option("--f1", how.f1Label, "Also measure F1 of this class, as for binary tasks on paraphrases")
        ->type_name("LABEL");
    app.add_flag("--restart", how.restart, "Measure everything anew; trained models stay");
    options->data.addRest(app);
    options->data.addColumns(app);
    options->reading.add(app);
    app.add_option("--seed", how.bootstrap.seed, "Seed of the intervals and of the random floor (default: 0)")
        ->type_name("N");
    options->model.addThreads(app);
    options->model.addPrecision(app);
    app.callback([options] {
        const Options &given = *options;
        if (given.data.path.empty() == (given.dev.empty() && given.test.empty())) {
            throw CLI::ValidationError("Give the data with --data, or with --dev and --test");
        }
    });
    return [options](std::stop_token stop) { return run(*options, std::move(stop)); };
}

} // namespace adaplens::cli
