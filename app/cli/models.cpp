// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "core/model/shipped.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli models
  adaplens-cli models --json - | jq -r '.[].name'

The first one is used where no --model is given; --model takes each name where it takes a folder.)";

constexpr std::array heads = {"Name", "Task", "Language", "Reads", "Accuracy", "Plain", "Operations", "Size"};
using Row = std::array<std::string, heads.size()>;

std::string megabytes(std::uintmax_t bytes)
{
    constexpr double million = 1e6;
    return format("%.1f MB", static_cast<double>(bytes) / million);
}

std::string readText(const ShippedModel &model)
{
    const std::string what = model.pairs ? "pairs" : "texts";
    return model.reads > 0 ? what + " of " + counted(model.reads, "piece") : what;
}

/// Its rows: a data set each, at least one.
std::vector<Row> rowsOf(const ShippedModel &model)
{
    std::vector<Row> rows = {{model.name, model.task.empty() ? model.title : model.task, model.language,
                              readText(model), "", "", "", megabytes(model.bytes)}};
    for (std::size_t i = 0; i < model.measured.size(); ++i) {
        const ShippedMeasure &measure = model.measured[i];
        if (i > 0) {
            rows.emplace_back();
        }
        rows[i][4] = format("%.3f, ", measure.reduced) + measure.data + " (" + std::to_string(measure.texts) + ')';
        rows[i][5] = format("%.3f", measure.plain);
        rows[i][6] = format("%.2fx fewer", measure.speedup);
    }
    return rows;
}

std::string table(const std::vector<ShippedModel> &models)
{
    std::vector<Row> rows(1);
    std::ranges::copy(heads, rows.front().begin());
    for (const ShippedModel &model : models) {
        std::ranges::copy(rowsOf(model), std::back_inserter(rows));
    }
    std::array<std::size_t, heads.size()> widths = {};
    for (Row &cells : rows) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            cells[c] = printable(cells[c]);
            widths[c] = std::max(widths[c], displayWidth(cells[c]));
        }
    }
    std::string text;
    for (const Row &cells : rows) {
        std::string line;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            line += padded(cells[c], widths[c]) + "  ";
        }
        text += line.erase(line.find_last_not_of(' ') + 1) + '\n';
    }
    return text;
}

/// A line for each file that several models share.
std::string sharedFiles(const std::vector<ShippedModel> &models)
{
    std::map<std::filesystem::path, std::uintmax_t> files;
    for (const ShippedModel &model : models) {
        if (!model.shared.empty()) {
            files[model.shared] = model.sharedBytes;
        }
    }
    std::string text;
    for (const auto &[file, bytes] : files) {
        text += "\nVocabulary and word embeddings that models share: " + megabytes(bytes) + ", " +
                printable(file.string()) + '\n';
    }
    return text;
}

nlohmann::ordered_json jsonOf(const ShippedModel &model)
{
    nlohmann::ordered_json measured = nlohmann::ordered_json::array();
    for (const ShippedMeasure &measure : model.measured) {
        measured.push_back({{"data", measure.data},
                            {"texts", measure.texts},
                            {"plain", measure.plain},
                            {"reduced", measure.reduced},
                            {"speedup", measure.speedup}});
    }
    return {{"name", model.name},     {"title", model.title},
            {"task", model.task},     {"language", model.language},
            {"reads", model.reads},   {"pairs", model.pairs},
            {"labels", model.labels}, {"measured", measured},
            {"bytes", model.bytes},   {"folder", model.folder.string()}};
}

Result run(const std::optional<std::string> &json)
{
    const std::vector<ShippedModel> models = shippedModels();
    if (json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        std::ranges::transform(models, std::back_inserter(list), jsonOf);
        writeDocument(*json, list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
    } else if (models.empty()) {
        print("No model came with this copy of AdapLens.\n");
    } else {
        print(table(models) + sharedFiles(models));
    }
    return Result::Done;
}

} // namespace

Action declareModels(CLI::App &app)
{
    const auto json = std::make_shared<std::optional<std::string>>();
    app.description("Lists the models that came with the program, with what was measured of them.");
    app.footer(examples);
    app.add_option("--json", *json, "Write the list as JSON, - for standard output")->type_name("FILE");
    return [json](std::stop_token) { return run(*json); };
}

} // namespace adaplens::cli
