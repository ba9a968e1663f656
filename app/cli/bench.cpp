// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/bench.h"

#include "app/cli/benchreport.h"
#include "app/cli/commands.h"
#include "app/cli/dataoptions.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "core/error.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli bench --threads 2
  adaplens-cli bench --shape bert-base --n 2,32,512 --json -
  adaplens-cli bench --data dev.tsv --data movies --format tsv --format eraser --limit 200

Milliseconds of the plain pass by length, our own products beside LibTorch's operators; with --data texts a second and
speed-ups, in batches sorted by length and one text at a time. All that is compared takes turns within the run.)";

struct Options {
    ModelOptions model;
    std::vector<std::string> data, formats;
    DataSource source; ///< what holds for all sets
    std::string shape = "model";
    BenchOptions how;
    std::optional<std::string> json;
};

/// "sst2/dev.tsv" for a file, "movies val" for a folder.
std::string nameOfSet(const std::filesystem::path &path, const std::string &split)
{
    const std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
    if (!std::filesystem::is_directory(whole)) {
        return (whole.parent_path().filename() / whole.filename()).string();
    }
    const auto folder = whole.has_filename() ? whole.filename() : whole.parent_path().filename();
    return folder.string() + ' ' + (split.empty() ? "val" : split);
}

Result run(const Options &options, std::stop_token stop)
{
    if (options.formats.size() > 1 && options.formats.size() != options.data.size()) {
        throw Error("--format is given %1 times for %2 sets; give one for all or one for each --data, in order.",
                    options.formats.size(), options.data.size());
    }
    BenchOptions how = options.how;
    how.bertBase = options.shape == "bert-base";
    for (std::size_t i = 0; i < options.data.size(); ++i) {
        DataSource source = options.source;
        source.path = options.data[i];
        if (!options.formats.empty()) {
            source.format = dataFormatNamed(options.formats[options.formats.size() > 1 ? i : 0]);
        }
        if (!readPipe(source, stop)) {
            return Result::Cancelled;
        }
        how.sets.push_back({nameOfSet(source.path, source.split), source});
    }
    const std::unique_ptr<Classifier> classifier = options.model.open();
    Progress progress("bench");
    how.progress = [&progress](std::size_t done, std::size_t total) { progress.update(done, total); };
    const std::optional<BenchReport> report = bench(*classifier, how, stop);
    progress.clear();
    if (!report) {
        return Result::Cancelled;
    }
    if (options.json) {
        writeDocument(*options.json, toJson(*report) + '\n');
    } else {
        print(benchReport(*report));
    }
    return Result::Done;
}

} // namespace

Action declareBench(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    BenchOptions &how = options->how;
    app.description("Measures how fast a model runs here: by length, on data sets, with and without dropping.");
    app.footer(examples);
    options->model.addModel(app);
    app.add_option("--shape", options->shape,
                   "Plain pass of the model (default), or of bert-base's shape with random weights")
        ->type_name("NAME")
        ->check(CLI::IsMember({"model", "bert-base"}));
    app.add_option("--n", how.lengths, "Pieces of the plain pass (default: 2,8,16,32,64,128,256,512)")
        ->type_name("N,N,..")
        ->delimiter(',')
        ->check(CLI::Range(1, 1 << 20));
    app.add_option("--data", options->data, "A data set as in evaluate; may be given several times")
        ->type_name("PATH")
        ->allow_extra_args(false);
    app.add_option("--format", options->formats, formatList() + " (default): one for all sets or one for each")
        ->type_name("NAME")
        ->allow_extra_args(false)
        ->check(knownFormat());
    app.add_option("--split", options->source.split, "Split of ERASER (default: val) and HateXplain sets")
        ->type_name("NAME");
    app.add_option("--limit", options->source.limit, "Only the first N texts of each set (default: all)")
        ->type_name("N");
    app.add_option("--max-length", how.maxLength, "Pieces of a text, special ones included (default: the model's)")
        ->type_name("N")
        ->check(CLI::Range(3, 1 << 20));
    app.add_option("--batch", how.batch, "Texts run at a time (default: 32)")
        ->type_name("N")
        ->check(CLI::Range(1, 65536));
    app.add_option("--runs", how.runs, "Timed runs of each pass and of each set, at least (default: 7)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    app.add_option("--seconds", how.seconds, "Each length is run for at least so long (default: 0.3)")
        ->type_name("S")
        ->check(CLI::Range(0.0, 3600.0));
    options->model.addPrecision(app);
    options->model.addThreads(app);
    app.add_option("--json", options->json, "Write the figures as JSON, - for standard output")->type_name("FILE");
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
