// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/terminal.h"
#include "app/cli/tracereport.h"
#include "core/error.h"
#include "core/trace/tracecsv.h"
#include "core/trace/tracejson.h"
#include "core/webpage/webpage.h"
#include "core/io/input.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <unistd.h>
#include <vector>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli analyze --text "A gripping, beautifully made film."
  adaplens-cli analyze --text "It rains." --pair "The street is wet." --model my-pair-model
  adaplens-cli analyze --file review.txt --window --json windows.json --csv windows.csv
  cat review.txt | adaplens-cli analyze --file - --json -
  adaplens-cli analyze --plain --score saliency --text "A gripping film."
  adaplens-cli analyze --file sentences.txt --lines --html gallery.html

Without --json, --csv or --html the layers are shown as a table: a row for each word, a column for each layer.)";

constexpr std::size_t largestText = std::size_t{64} << 20U;
constexpr std::size_t mostLines = 100; // a page of more is none that anybody reads, and all of it is held

struct Options {
    ModelOptions model;
    std::optional<std::string> text, file, pair, json, csv, html;
    std::string score = "attention";
    bool scoreGiven = false;
    bool plain = false, window = false, lines = false, pieces = false;
    int timingRuns = 3;
};

/// What is wrong with a combination of options that each are right by themselves.
void check(const Options &options)
{
    if (!options.text && !options.file) {
        throw CLI::ValidationError("Give a text with --text TEXT, or a file with --file FILE (- for standard input)");
    }
    if ((options.json == "-") + (options.csv == "-") + (options.html == "-") > 1) {
        throw CLI::ValidationError("Only one of --json, --csv and --html can go to standard output");
    }
    if (options.lines && (!options.html || options.json || options.csv || options.window || options.pair)) {
        throw CLI::ValidationError("--lines is for --html alone, without --window and --pair");
    }
}

using Notes = std::vector<std::string>;

/// Refuses a text in another encoding; notes where one is no sound UTF-8.
void checkText(const std::string &text, const std::string &title, Notes &notes)
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        throw Error("%1 is UTF-16; save it as UTF-8.", title);
    }
    if (ValidText(text).repaired()) {
        notes.push_back(title +
                        " holds bytes that are no UTF-8, read as U+FFFD; in files, offsets refer to the text with it.");
    }
}

RunOptions runOptions(const Options &options, const ModelInfo &info)
{
    if (options.scoreGiven && info.adaptive && !options.plain) {
        throw Error("The model %1 shows the scores it drops tokens by; --score needs --plain or a plain model.",
                    info.name);
    }
    return {.plain = options.plain,
            .plainScore = options.score == "saliency" ? ScoreKind::Saliency : ScoreKind::Attention,
            .timingRuns = options.timingRuns};
}

/// What is run: one text, the windows of one, or each line of a file.
struct Part {
    std::string text;
    Encoding encoding;
};

std::vector<Part> linesOf(const Classifier &classifier, const std::string &text)
{
    std::vector<Part> parts;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (line.find_first_not_of(" \t") == std::string::npos) {
            continue;
        }
        if (parts.size() == mostLines) {
            throw Error("There are more than %1 lines with a text; a page takes no more, so split them.", mostLines);
        }
        Encoding encoding = classifier.encode(line, std::nullopt);
        parts.push_back({std::move(line), std::move(encoding)});
    }
    if (parts.empty()) {
        throw Error("There is no line with a text.");
    }
    return parts;
}

std::vector<Part> partsOf(const Options &options, const Classifier &classifier, const std::string &text,
                          const std::optional<std::string> &pair)
{
    if (options.lines) {
        return linesOf(classifier, text);
    }
    std::vector<Part> parts;
    if (options.window) {
        if (text.size() > largestWindowedText) {
            throw Error("The text has %1 bytes; --window takes at most 512 KiB, so split it into several texts.",
                        text.size());
        }
        for (Encoding &encoding : classifier.tokenizer().encodeWindows(text, pair, classifier.info().maxLength)) {
            parts.push_back({text, std::move(encoding)});
        }
    } else {
        parts.push_back({text, classifier.encode(text, pair)});
    }
    return parts;
}

/// All of them, run. Empty = cancelled.
std::optional<std::vector<Trace>> runAll(const Options &options, Classifier &classifier, const std::string &text,
                                         const std::optional<std::string> &pair, std::stop_token stop)
{
    const RunOptions how = runOptions(options, classifier.info());
    std::vector<Part> parts = partsOf(options, classifier, text, pair);
    Progress progress("analyze");
    std::vector<Trace> traces;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts.size() > 1) {
            progress.update(i, parts.size());
        }
        std::optional<Trace> trace = classifier.run(parts[i].text, pair, std::move(parts[i].encoding), how, stop);
        if (!trace) {
            return std::nullopt;
        }
        if (!options.lines) {
            trace->window = i;
            trace->windows = parts.size();
        }
        traces.push_back(std::move(*trace));
    }
    return traces;
}

void printReport(const Options &options, const std::vector<Trace> &traces, const Notes &notes)
{
    const std::size_t unlimited = std::numeric_limits<std::size_t>::max();
    const ReportStyle style{.colour = mayColour(STDOUT_FILENO),
                            .byPiece = options.pieces,
                            .width = isTerminal(STDOUT_FILENO) ? terminalWidth(STDOUT_FILENO) : unlimited};
    for (const Trace &trace : traces) {
        if (trace.windows > 1) {
            print("Window " + std::to_string(trace.window + 1) + " of " + std::to_string(trace.windows) + "\n\n");
        }
        print(traceReport(trace, style));
        for (const std::string &sentence : traceNotes(trace)) {
            print("\nNote: " + sentence + '\n');
        }
        print(trace.window + 1 < trace.windows ? "\n" : "");
    }
    for (const std::string &sentence : notes) {
        print("\nNote: " + sentence + '\n');
    }
    if (traces.size() > 1) {
        print("\nAll " + std::to_string(traces.size()) + " windows, mean: " +
              spokenPrediction(traces.front().labels, meanPrediction(traces, &Trace::reduced).probabilities) + '\n');
    }
}

/// Writes what was asked for; what the user must know goes to standard error where the report does not say it.
void write(const Options &options, const std::vector<Trace> &traces, const Notes &notes)
{
    if (!options.json && !options.csv && !options.html) {
        printReport(options, traces, notes);
        return;
    }
    for (const std::string &sentence : notes) {
        note(sentence);
    }
    for (std::size_t i = 0; i < traces.size(); ++i) {
        for (const std::string &sentence : traceNotes(traces[i])) {
            const std::string which = std::to_string(i + 1) + ": ";
            note(traces.size() == 1 ? sentence : (options.lines ? "Text " : "Window ") + which + sentence);
        }
    }
    if (options.json) {
        writeDocument(*options.json, options.window ? windowsToJson(traces) : traceToJson(traces.front()));
    }
    if (options.csv) {
        writeDocument(*options.csv, options.window ? windowsToCsv(traces) : traceToCsv(traces.front()));
    }
    if (options.html) {
        writeDocument(*options.html, webPage(traces, {.byPiece = options.pieces}));
    }
}

Result run(const Options &options, std::stop_token stop)
{
    const std::optional<std::string> text = options.text ? options.text : readWhole(*options.file, stop, largestText);
    if (!text) {
        return Result::Cancelled;
    }
    Notes notes;
    checkText(*text, options.text ? std::string("The text") : adaplens::quoted(*options.file), notes);
    checkText(options.pair.value_or(std::string()), "The second text", notes);
    const std::unique_ptr<Classifier> classifier = options.model.open();
    if (options.pair && !classifier->info().pairs) {
        notes.push_back("The model " + classifier->info().name +
                        " was trained on single texts; its answer for a pair means little.");
    }
    const auto traces = runAll(options, *classifier, *text, options.pair, stop);
    if (!traces || stop.stop_requested()) {
        return Result::Cancelled;
    }
    write(options, *traces, notes);
    return Result::Done;
}

} // namespace

Action declareAnalyze(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    app.description("Runs a model on one text and shows what every layer drops.");
    app.footer(examples);
    CLI::Option *text = app.add_option("--text", options->text, "The text")->type_name("TEXT");
    app.add_option("--file", options->file, "Read the text from a file, - for standard input")
        ->type_name("FILE")
        ->excludes(text);
    app.add_option("--pair", options->pair, "The second text, for models of pairs")->type_name("TEXT");
    options->model.addModel(app);
    app.add_flag("--plain", options->plain, "Drop nothing: the plain model");
    app.add_flag("--window", options->window, "Read a long text whole, in windows of the model's length");
    app.add_option("--score", options->score, "What a plain model shows: attention (default) or saliency")
        ->type_name("NAME")
        ->check(CLI::IsMember({"attention", "saliency"}))
        ->each([options](const std::string &) { options->scoreGiven = true; });
    app.add_flag("--pieces", options->pieces, "Word pieces rather than words");
    app.add_option("--json", options->json, "Write the whole trace as JSON, - for standard output")->type_name("FILE");
    app.add_option("--csv", options->csv, "Write a row for each layer and token as CSV, - for standard output")
        ->type_name("FILE");
    app.add_option("--html", options->html,
                   "Write a web page that needs no network: text, token map, cost; - for standard output")
        ->type_name("FILE");
    app.add_flag("--lines", options->lines, "With --html: each line is a text of its own, 100 at most");
    app.add_option("--timing-runs", options->timingRuns, "Time each pass N times and report the median (default: 3)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    options->model.addThreads(app);
    options->model.addPrecision(app);
    app.callback([options] { check(*options); });
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
