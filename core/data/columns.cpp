// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/columns_p.h"

#include "core/io/input.h"
#include "core/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <set>
#include <string_view>

namespace adaplens {

namespace {

using std::string_view_literals::operator""sv;

// Names that public data sets use, most telling first, in lower case.
constexpr std::array pairNames{std::pair{"sentence1"sv, "sentence2"sv},
                               std::pair{"#1 string"sv, "#2 string"sv},
                               std::pair{"premise"sv, "hypothesis"sv},
                               std::pair{"question1"sv, "question2"sv},
                               std::pair{"text_a"sv, "text_b"sv},
                               std::pair{"text1"sv, "text2"sv},
                               std::pair{"question"sv, "sentence"sv},
                               std::pair{"question"sv, "passage"sv},
                               std::pair{"text"sv, "pair"sv}};
constexpr std::string_view markedName = "marked_text";
constexpr std::string_view rationaleName = "rationale";
constexpr std::array textNames{markedName, "sentence"sv, "text"sv,    "review"sv,    "content"sv, "comment"sv,
                               "tweet"sv,  "document"sv, "message"sv, "sentence1"sv, "body"sv,    "phrase"sv};
constexpr std::array labelNames{"gold_label"sv, "label"sv,    "quality"sv,      "class"sv,  "classification"sv,
                                "sentiment"sv,  "category"sv, "is_duplicate"sv, "target"sv, "labels"sv};
constexpr std::array idNames{"id"sv, "index"sv, "idx"sv, "guid"sv, "pairid"sv, "annotation_id"sv};

std::string lower(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return result;
}

bool isNumber(std::string_view text)
{
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && stop == text.data() + text.size();
}

std::optional<std::size_t> find(const Row &header, std::string_view name)
{
    const auto place = std::ranges::find_if(header, [&](const std::string &cell) { return lower(cell) == name; });
    if (place == header.end())
        return std::nullopt;
    return static_cast<std::size_t>(place - header.begin());
}

std::optional<std::size_t> findAny(const Row &header, std::span<const std::string_view> names)
{
    for (const auto name : names)
        if (const auto place = find(header, name))
            return place;
    return std::nullopt;
}

Message list(const Row &header, std::size_t columns)
{
    if (header.empty())
        return message("it has no header and %1 columns, which go by their numbers from 1", columns);
    std::string names;
    for (std::size_t i = 0; i < header.size(); ++i)
        names += (i == 0 ? "'" : ", '") + header[i] + "'";
    return message("its columns are %1", names);
}

/// A column that the user named.
std::size_t named(const std::string &name, const Row &header, std::size_t columns, const DataSource &source)
{
    for (std::size_t i = 0; i < header.size(); ++i)
        if (header[i] == name)
            return i;
    if (const auto place = find(header, lower(name)))
        return *place;
    std::size_t number = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (header.empty() && error == std::errc{} && stop == name.data() + name.size() && number >= 1 && number <= columns)
        return number - 1;
    throw Error("%1 has no column '%2'; %3.", quoted(source.path), name, list(header, columns));
}

/// The column whose values look most like labels: few different ones, short, and no running number.
std::optional<std::size_t> labelByContent(std::span<const Row> sample, std::size_t columns,
                                          std::optional<std::size_t> text, std::optional<std::size_t> rationale)
{
    std::optional<std::size_t> best;
    std::size_t bestCount = 0;
    for (std::size_t column = 0; column < columns; ++column) {
        std::set<std::string> values;
        bool shortWords = true, empty = false;
        for (const auto &row : sample) {
            const std::string &cell = row[column];
            values.insert(cell);
            shortWords = shortWords && cell.size() <= 32 && std::ranges::count(cell, ' ') <= 2;
            empty = empty || cell.empty();
        }
        // One row tells nothing; among more, a label repeats.
        const bool repeats = sample.size() < 4 || values.size() <= sample.size() / 2;
        if (column == text || column == rationale || !shortWords || empty || !repeats)
            continue;
        if (!best || values.size() < bestCount) {
            best = column;
            bestCount = values.size();
        }
    }
    return best;
}

std::size_t textByContent(std::span<const Row> sample, std::size_t columns, std::optional<std::size_t> label)
{
    std::size_t best = label == 0 && columns > 1 ? 1 : 0, bestBytes = 0;
    for (std::size_t column = 0; column < columns; ++column) {
        std::size_t bytes = 0;
        for (const auto &row : sample)
            bytes += row[column].size();
        if (column != label && bytes > bestBytes) {
            best = column;
            bestBytes = bytes;
        }
    }
    return best;
}

} // namespace

DataColumns namesOf(const Columns &columns, const Row &header, std::size_t width)
{
    DataColumns result{header, {}, {}, {}};
    for (std::size_t i = 0; i < width && header.empty(); ++i) {
        result.names.push_back(std::to_string(i + 1));
    }
    result.text = result.names.at(columns.text);
    result.pair = columns.pair ? result.names.at(*columns.pair) : std::string();
    result.label = columns.label ? result.names.at(*columns.label) : std::string();
    return result;
}

bool isHeader(const Row &row, std::span<const Row> sample, const DataSource &source)
{
    for (const auto *name : {&source.textColumn, &source.pairColumn, &source.labelColumn})
        if (!isNumber(*name) && find(row, lower(*name))) // a number may be a column's, and a class in the first row
            return true;
    if (findAny(row, textNames) || findAny(row, labelNames) || find(row, "#1 string"))
        return true;
    for (std::size_t column = 0; column < row.size() && !sample.empty(); ++column) {
        const bool numbers = std::ranges::all_of(sample, [&](const Row &r) { return isNumber(r[column]); });
        if (numbers && !isNumber(row[column]))
            return true;
    }
    return false;
}

Columns findColumns(const Row &header, std::span<const Row> sample, const DataSource &source)
{
    const std::size_t columns = sample.empty() ? header.size() : sample.front().size();
    std::optional<std::size_t> text, pair, label;
    if (!source.textColumn.empty())
        text = named(source.textColumn, header, columns, source);
    if (!source.pairColumn.empty())
        pair = named(source.pairColumn, header, columns, source);
    if (!source.labelColumn.empty())
        label = named(source.labelColumn, header, columns, source);

    const auto rationale = find(header, rationaleName);
    if (!label)
        label = findAny(header, labelNames);
    if (!text && !pair)
        text = find(header, markedName);
    if (!text && !pair) {
        for (const auto &[first, second] : pairNames) {
            const auto a = find(header, first), b = find(header, second);
            if (a && b && a != label && b != label) {
                text = a;
                pair = b;
                break;
            }
        }
    }
    if (!text)
        text = findAny(header, textNames);
    if (!label && columns > 1)
        label = labelByContent(sample, columns, text, rationale);
    if (!label && !source.unlabelled) {
        throw Error("%1 has no column that looks like labels; name the column of the labels (%2).", quoted(source.path),
                    list(header, columns));
    }
    if (!text)
        text = textByContent(sample, columns, label);
    if (text == label || (pair && pair == label) || text == pair) {
        throw Error("%1: text, second text and label must be different columns; name them (%2).", quoted(source.path),
                    list(header, columns));
    }
    Columns result{*text, pair, label, findAny(header, idNames), rationale};
    if (result.id == result.text || result.id == result.label)
        result.id.reset();
    if (result.rationale == result.text || result.rationale == result.label || result.rationale == result.pair)
        result.rationale.reset();
    result.marked = find(header, markedName) == result.text;
    return result;
}

} // namespace adaplens
