// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "core/error.h"
#include "core/io/input.h"
#include "core/model/opentokenizer.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <limits>
#include <memory>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  echo "A gripping film." | adaplens-cli tokenize
  adaplens-cli tokenize --file reviews.txt --max-length 512 > pieces.jsonl

Each line of the input becomes one line of JSON:
  {"ids":[101,..],"pieces":["[CLS]",..],"offsets":[[0,0],..]}
Offsets are bytes of the line as it was read; the [CLS] and [SEP] that frame it have none.)";

constexpr std::size_t longestLine = std::size_t{64} << 20U;

struct Options {
    ModelOptions model;
    std::string file = "-";
    std::size_t maxLength = 0;
};

/// Appends one encoding as a line of JSON.
void appendLine(const Encoding &encoding, std::string &out)
{
    const auto list = [&](const char *name, const auto &shown) { // text by text: lines may be long
        out += name;
        const char *comma = "";
        for (const Piece &piece : encoding.pieces) {
            out += comma + shown(piece);
            comma = ",";
        }
    };
    list("{\"ids\":[", [](const Piece &piece) { return std::to_string(piece.id); });
    list("],\"pieces\":[", [](const Piece &piece) {
        return nlohmann::json(piece.text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    });
    list("],\"offsets\":[", [](const Piece &piece) {
        return '[' + std::to_string(piece.source.begin) + ',' + std::to_string(piece.source.end) + ']';
    });
    out += "]}\n";
}

/// Reads block by block and answers every complete line before waiting for more, so that it also serves as a filter.
Result run(const Options &options, std::stop_token stop)
{
    Input input(options.file);
    const Tokenizer tokenizer = openTokenizer(options.model.folder(), options.model.tokenizer);
    const std::size_t length = options.maxLength > 0 ? options.maxLength : std::numeric_limits<std::size_t>::max();
    std::string line;
    std::string out;
    const auto answer = [&] {
        appendLine(tokenizer.encode(line, std::nullopt, length), out);
        line.clear();
    };
    for (std::string_view block = input.read(stop); !block.empty(); block = input.read(stop)) {
        for (std::size_t end = block.find('\n'); end != std::string_view::npos && !stop.stop_requested();
             end = block.find('\n')) {
            line += block.substr(0, end);
            block.remove_prefix(end + 1);
            answer();
        }
        line += block;
        if (line.size() > longestLine) {
            throw Error("%1 has a line longer than 64 MiB; break it into shorter lines.", input.title());
        }
        print(out);
        out.clear();
        finishStandardOutput();
    }
    if (stop.stop_requested()) {
        return Result::Cancelled;
    }
    if (!line.empty()) {
        answer();
        print(out);
    }
    return Result::Done;
}

} // namespace

Action declareTokenize(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    app.description("Cuts lines of text into the word pieces of a model.");
    app.footer(examples);
    options->model.addModel(app);
    app.add_option("--file", options->file, "File to read, - for standard input (the default)")->type_name("FILE");
    app.add_option("--max-length", options->maxLength,
                   "Keep at most N pieces of a line, [CLS] and [SEP] included (default: all)")
        ->type_name("N")
        ->check(CLI::Range(std::size_t{2}, std::size_t{1} << 30U));
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
