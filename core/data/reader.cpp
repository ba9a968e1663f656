// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"

#include "core/data/readers_p.h"
#include "core/error.h"

#include <array>
#include <charconv>
#include <set>

namespace adaplens {

namespace {

/// The first bytes of a file: enough to see an object's first members, whatever the length of its lines.
std::string startOf(const std::filesystem::path &path)
{
    TextFile file(path);
    std::string result;
    for (int next = file.get(); next != TextFile::end && result.size() < 16384; next = file.get())
        result.push_back(static_cast<char>(next));
    return result;
}

constexpr std::array formats{std::pair{DataFormat::Tsv, "tsv"},
                             std::pair{DataFormat::Csv, "csv"},
                             std::pair{DataFormat::Jsonl, "jsonl"},
                             std::pair{DataFormat::Eraser, "eraser"},
                             std::pair{DataFormat::HateXplain, "hatexplain"},
                             std::pair{DataFormat::Guess, "guess"}};

/// The form of a source by its name and, where that says nothing, its first line.
DataFormat guessFormat(const DataSource &source)
{
    std::error_code error;
    if (std::filesystem::is_directory(source.path, error)) {
        const bool posts = std::filesystem::exists(source.path / "dataset.json", error);
        return posts && !std::filesystem::exists(source.path / "docs", error) ? DataFormat::HateXplain
                                                                              : DataFormat::Eraser;
    }
    if (source.path.extension() == ".json" && startOf(source.path).find("\"annotators\"") != std::string::npos)
        return DataFormat::HateXplain;
    TextFile file(source.path);
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
    throw Error(quoted(source.path) +
                " is of no known form: its first line has no tab, no comma and no JSON object; a "
                "TSV, CSV or JSONL file, an ERASER folder or HateXplain's dataset.json was expected.");
}

} // namespace

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
    skip("rows without a label");
    return std::nullopt;
}

std::string LimitedReader::skipped() const
{
    std::string result;
    for (const auto &[reason, count] : m_skipped)
        result += (result.empty() ? "" : ", ") + reason + ": " + std::to_string(count);
    return result;
}

bool noLabel(std::string_view label)
{
    return label.empty() || label == "-" || label == "null";
}

const char *nameOf(DataFormat format)
{
    for (const auto &[known, name] : formats)
        if (known == format)
            return name;
    return "";
}

DataFormat dataFormatNamed(const std::string &name)
{
    std::string list;
    for (const auto &[format, known] : formats) {
        if (name == known)
            return format;
        list += (list.empty() ? "" : ", ") + std::string(known);
    }
    throw Error("'" + name + "' is no form of data that is known; use one of " + list + ".");
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
        throw Error("'" + choice + "' is no choice of annotators; use majority, union, or the number of one from 1.");
    }
}

std::unique_ptr<Reader> openReader(const DataSource &source)
{
    switch (source.format == DataFormat::Guess ? guessFormat(source) : source.format) {
    case DataFormat::Tsv:
        return openTable(source, false);
    case DataFormat::Csv:
        return openTable(source, true);
    case DataFormat::Eraser:
        return openEraser(source);
    case DataFormat::HateXplain:
        return openHateXplain(source);
    case DataFormat::Guess:
    case DataFormat::Jsonl:
        break;
    }
    return openJsonl(source);
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
