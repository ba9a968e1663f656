// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"

#include "core/data/readers_p.h"
#include "core/named.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace adaplens {

namespace {

/// One line a format.
struct Format {
    DataFormat format;
    const char *name;
    Message (*title)();
    std::unique_ptr<Reader> (*open)(const DataSource &source);
};

constexpr std::array formats = {
    Format{DataFormat::Tsv, "tsv", [] { return Message("TSV"); },
           [](const DataSource &source) { return openTable(source, false); }},
    Format{DataFormat::Csv, "csv", [] { return Message("CSV"); },
           [](const DataSource &source) { return openTable(source, true); }},
    Format{DataFormat::Jsonl, "jsonl", [] { return Message("JSONL"); }, openJsonl},
    Format{DataFormat::Eraser, "eraser", [] { return Message("ERASER"); }, openEraser},
    Format{DataFormat::HateXplain, "hatexplain", [] { return Message("HateXplain"); }, openHateXplain},
    Format{DataFormat::Folders, "folders", [] { return message("text files"); }, openFolders},
    Format{DataFormat::Guess, "guess", [] { return message("as it looks"); }, nullptr},
};

/// The first bytes of a file: enough to see an object's first members, whatever the length of its lines.
std::string startOf(const DataSource &source)
{
    TextFile file = textOf(source);
    std::string result;
    for (int next = file.get(); next != TextFile::end && result.size() < 16384; next = file.get())
        result.push_back(static_cast<char>(next));
    return result;
}

/// The form of a source by its name and, where that says nothing, its first line.
DataFormat guessFormat(const DataSource &source)
{
    std::error_code error;
    if (std::filesystem::is_directory(source.path, error)) {
        const auto holds = [&](const char *name) { return std::filesystem::exists(source.path / name, error); };
        if (holds("docs") || holds("docs.jsonl"))
            return DataFormat::Eraser;
        return holds("dataset.json")    ? DataFormat::HateXplain
               : isFolders(source.path) ? DataFormat::Folders
                                        : DataFormat::Eraser;
    }
    if (source.path.extension() == ".json" && startOf(source).find("\"annotators\"") != std::string::npos)
        return DataFormat::HateXplain;
    TextFile file = textOf(source);
    std::string line;
    while (file.getLine(line) && line.find_first_not_of(" \t") == std::string::npos) {
    }
    const std::string extension = source.path.extension().string();
    const auto start = line.find_first_not_of(" \t");
    if (start != std::string::npos && line[start] == '{') {
        // An annotation file given in place of its folder.
        const bool evidence = line.find("\"evidences\"") != std::string::npos;
        const auto folder = source.path.parent_path();
        const bool documents =
            std::filesystem::exists(folder / "docs", error) || std::filesystem::exists(folder / "docs.jsonl", error);
        return evidence && documents ? DataFormat::Eraser : DataFormat::Jsonl;
    }
    if (extension == ".tsv")
        return DataFormat::Tsv;
    if (extension == ".csv")
        return DataFormat::Csv;
    if (extension == ".jsonl" || extension == ".ndjson" || extension == ".json")
        return DataFormat::Jsonl;
    if (line.find('\t') != std::string::npos)
        return DataFormat::Tsv;
    if (line.find(',') != std::string::npos)
        return DataFormat::Csv;
    throw Error(
        "%1 is of no known form: its first line has no tab, no comma and no JSON object; a TSV, CSV or JSONL file, an "
        "ERASER folder or HateXplain's dataset.json was expected.",
        quoted(source.path));
}

} // namespace

TextFile textOf(const DataSource &source)
{
    return source.content ? TextFile(source.path, source.content) : TextFile(source.path);
}

std::optional<Example> LimitedReader::next()
{
    if (m_limit != 0 && m_given == m_limit)
        return std::nullopt;
    auto example = read();
    if (example)
        ++m_given;
    return example;
}

std::optional<std::string> LimitedReader::labelOf(std::string cell)
{
    if (!noLabel(cell))
        return cell;
    if (m_unlabelled)
        return std::string();
    skip(message("rows without a label"));
    return std::nullopt;
}

std::string skippedText(const SkipCounts &counts)
{
    std::string result;
    for (const auto &[reason, count] : counts)
        result += (result.empty() ? "" : ", ") + reason + ": " + std::to_string(count);
    return result;
}

bool noLabel(std::string_view label)
{
    return label.empty() || label == "-" || label == "null";
}

const char *nameOf(DataFormat format)
{
    return std::ranges::find(formats, format, &Format::format)->name;
}

Message titleOf(DataFormat format)
{
    return std::ranges::find(formats, format, &Format::format)->title();
}

DataFormat dataFormatNamed(const std::string &name)
{
    return named(allDataFormats, name, message("data format"));
}

void chooseAnnotators(DataSource &source, const std::string &choice)
{
    const char *end = choice.data() + choice.size();
    std::size_t number = 0;
    const auto [stop, error] = std::from_chars(choice.data(), end, number);
    if (choice == "majority") {
        source.annotators = AnnotatorChoice::Majority;
    } else if (choice == "union") {
        source.annotators = AnnotatorChoice::Union;
    } else if (error == std::errc{} && stop == end && number >= 1) {
        source.annotators = AnnotatorChoice::One;
        source.annotator = number;
    } else {
        throw Error("'%1' is no choice of annotators; use majority, union, or the number of one from 1.", choice);
    }
}

bool readPipe(DataSource &source, std::stop_token stop)
{
    if (source.content || !isReadOnce(source.path))
        return true;
    auto content = readWhole(source.path, std::move(stop));
    if (content)
        source.content = std::make_shared<const std::string>(std::move(*content));
    return content.has_value();
}

DataFormat formatOf(const DataSource &source)
try {
    return source.format == DataFormat::Guess ? guessFormat(source) : source.format;
} catch (const std::filesystem::filesystem_error &error) { // a folder that may not be looked into
    throw Error("%1 cannot be read: %2; check its permissions.", quoted(error.path1()), error.code().message());
}

std::unique_ptr<Reader> openReader(const DataSource &given)
try {
    DataSource source = given; // which is looked at before it is read
    (void)readPipe(source, {});
    return std::ranges::find(formats, formatOf(source), &Format::format)->open(source);
} catch (const std::filesystem::filesystem_error &error) {
    throw Error("%1 cannot be read: %2; check its permissions.", quoted(error.path1()), error.code().message());
}

std::vector<Example> readAll(const DataSource &source)
{
    std::vector<Example> result;
    const auto reader = openReader(source);
    while (auto example = reader->next())
        result.push_back(std::move(*example));
    return result;
}

std::size_t countExamples(const DataSource &source)
{
    std::size_t result = 0;
    const auto reader = openReader(source);
    while (reader->next())
        ++result;
    return result;
}

std::vector<std::string> labelsIn(const DataSource &source)
{
    std::set<std::string> labels;
    const auto reader = openReader(source);
    while (const auto example = reader->next())
        labels.insert(example->label);
    return {labels.begin(), labels.end()};
}

} // namespace adaplens
