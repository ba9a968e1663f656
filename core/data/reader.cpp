// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reader.h"

#include "core/data/readers_p.h"
#include "core/error.h"

namespace adaplens {

namespace {

/// The form of a source by its name and, where that says nothing, its first line.
DataFormat guessFormat(const DataSource &source)
{
    std::error_code error;
    if (std::filesystem::is_directory(source.path, error))
        return DataFormat::Eraser;
    TextFile file(source.path);
    std::string line;
    while (file.getLine(line) && line.find_first_not_of(" \t") == std::string::npos) {
    }
    const std::string extension = source.path.extension().string();
    const auto start = line.find_first_not_of(" \t");
    if (start != std::string::npos && line[start] == '{') {
        // An annotation file given in place of its folder.
        const bool evidence = line.find("\"evidences\"") != std::string::npos;
        return evidence && std::filesystem::is_directory(source.path.parent_path() / "docs", error) ? DataFormat::Eraser
                                                                                                    : DataFormat::Jsonl;
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
    throw Error(quoted(source.path) + " is of no known form: its first line has no tab, no comma and no JSON object; a "
                                      "TSV, CSV or JSONL file or an ERASER folder was expected.");
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

std::unique_ptr<Reader> openReader(const DataSource &source)
{
    switch (source.format == DataFormat::Guess ? guessFormat(source) : source.format) {
    case DataFormat::Tsv:
        return openTable(source, false);
    case DataFormat::Csv:
        return openTable(source, true);
    case DataFormat::Eraser:
        return openEraser(source);
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

} // namespace adaplens
