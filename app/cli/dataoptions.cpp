// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dataoptions.h"

namespace adaplens::cli {

void DataOptions::addData(CLI::App &app, const std::string &description)
{
    app.add_option("--data", path, description)->type_name("PATH");
}

void DataOptions::addRest(CLI::App &app)
{
    app.add_option("--format", format, formatList() + " (default)")->type_name("NAME")->check(knownFormat());
    app.add_option(
           "--split", source.split,
           "Split of an ERASER (default: val) or HateXplain (default: all posts) set or of folders (default: test): "
           "train, val or test")
        ->type_name("NAME");
    app.add_option("--limit", source.limit, "Only the first N examples (default: all)")->type_name("N");
}

void DataOptions::addColumns(CLI::App &app)
{
    app.add_option("--text-column", source.textColumn, "Column of the text (default: guessed)")->type_name("NAME");
    app.add_option("--pair-column", source.pairColumn, "Column of the second text (default: guessed)")
        ->type_name("NAME");
    app.add_option("--label-column", source.labelColumn, "Column of the label (default: guessed)")->type_name("NAME");
}

std::optional<DataSource> DataOptions::read(std::stop_token stop) const
{
    DataSource result = source;
    result.path = path;
    result.format = dataFormatNamed(format);
    return readPipe(result, std::move(stop)) ? std::optional(std::move(result)) : std::nullopt;
}

CLI::Validator knownFormat()
{
    std::vector<std::string> names;
    for (const DataFormat format : allDataFormats) {
        names.emplace_back(nameOf(format));
    }
    return CLI::IsMember(names);
}

std::string formatList()
{
    std::string list;
    for (const DataFormat format : allDataFormats) {
        list += (list.empty() ? "" : format == allDataFormats.back() ? " or " : ", ") + std::string(nameOf(format));
    }
    return list;
}

} // namespace adaplens::cli
