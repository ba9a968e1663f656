// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/columns_p.h"
#include "core/io/jsonline_p.h"
#include "core/data/readers_p.h"
#include "core/data/spans_p.h"
#include "core/error.h"

#include <algorithm>
#include <deque>

namespace adaplens {

using nlohmann::json;

namespace {

/// The cell of a JSON value, or empty where it cannot be one. Truth values are written as class indices.
std::optional<std::string> cellOf(const json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return value.get<bool>() ? "1" : "0";
    if (value.is_number())
        return value.dump();
    if (value.is_null())
        return std::string();
    return std::nullopt;
}

/// Characters that a member "rationale" marks.
std::vector<CharacterSpan> spansOf(const json &rationale)
{
    const auto refuse = [](const json &value) {
        throw Error("'rationale' must be a list of spans [start, end] in characters of the text, such as [[5, 12]]; it "
                    "holds %1.",
                    value.is_number() ? Message(value.dump()) : message("a value of the kind %1", value.type_name()));
    };
    std::vector<CharacterSpan> spans;
    for (const json &span : rationale) {
        if (!span.is_array() || span.size() != 2)
            refuse(span);
        for (const json &place : span)
            if (!place.is_number_unsigned())
                refuse(place);
        spans.push_back({span[0].get<std::size_t>(), span[1].get<std::size_t>()});
    }
    return spans;
}

/// JSON objects, one a line; the members of the first objects that are no lists or objects are the columns.
class JsonlReader final : public LimitedReader {
public:
    explicit JsonlReader(const DataSource &source) : LimitedReader(source), m_file(textOf(source))
    {
        constexpr std::size_t sampleRows = 100;
        std::vector<Row> sample;
        JsonLine next;
        while (m_ahead.size() < sampleRows && nextObject(m_file, next)) {
            for (const auto &[key, value] : next.object.items())
                if ((m_ahead.empty() || key == pairName || key == "id") && cellOf(value) &&
                    std::ranges::find(m_names, key) == m_names.end())
                    m_names.push_back(key);
            m_ahead.push_back(std::move(next));
        }
        for (const JsonLine &ahead : m_ahead) {
            Row row;
            for (const auto &name : m_names)
                row.push_back(cellOf(ahead.object.value(name, json())).value_or(std::string()));
            sample.push_back(std::move(row));
        }
        if (sample.empty())
            throw Error("%1 holds no JSON objects, but examples were expected.", quoted(source.path));
        if (m_names.empty())
            m_file.fail(m_ahead.front().line, message("the object has no members with a text or a number."));
        m_columns = findColumns(m_names, sample, source);
    }

    [[nodiscard]] DataColumns columns() const override { return namesOf(m_columns, m_names, m_names.size()); }

private:
    std::string member(const JsonLine &row, std::size_t column)
    {
        const std::string &name = m_names[column];
        const auto place = row.object.find(name);
        if (place == row.object.end()) {
            std::string names;
            for (const auto &[key, value] : row.object.items())
                names += (names.empty() ? "'" : ", '") + key + "'";
            m_file.fail(row.line, message("there is no member '%1', only %2.", name, (names.empty() ? "{}" : names)));
        }
        const auto cell = cellOf(*place);
        if (!cell)
            m_file.fail(row.line,
                        message("the member '%1' is of the kind %2; a text was expected.", name, place->type_name()));
        return *cell;
    }

    std::optional<Example> read() override
    {
        JsonLine row;
        Example example;
        while (true) {
            if (!m_ahead.empty()) {
                row = std::move(m_ahead.front());
                m_ahead.pop_front();
            } else if (!nextObject(m_file, row)) {
                return std::nullopt;
            }
            const bool none = !m_columns.label || (unlabelled() && !row.object.contains(m_names[*m_columns.label]));
            if (auto label = labelOf(none ? std::string() : member(row, *m_columns.label))) {
                example.label = std::move(*label);
                break;
            }
        }
        example.text = member(row, m_columns.text);
        if (m_columns.pair && (m_names[*m_columns.pair] != pairName || !row.object.value(pairName, json()).is_null()))
            example.pair = member(row, *m_columns.pair);
        example.id = m_columns.id && row.object.contains(m_names[*m_columns.id]) ? member(row, *m_columns.id)
                                                                                 : std::to_string(row.line);
        try {
            readRationale(row.object, example);
        } catch (const Error &error) {
            m_file.fail(row.line, error.message());
        }
        return example;
    }

    void readRationale(const json &object, Example &example)
    {
        const auto rationale = object.find("rationale");
        if (m_columns.marked) {
            MarkedText marked = parseMarks(example.text);
            example.text = std::move(marked.text);
            example.rationale = std::move(marked.rationale);
        } else if (rationale == object.end() || rationale->is_null()) {
            return;
        } else if (rationale->is_array()) {
            example.rationale = byteRanges(example.text, spansOf(*rationale));
        } else if (rationale->is_string()) {
            skip(rationaleWithoutSpans());
        } else {
            throw Error("'rationale' is of the kind %1; a list of spans such as [[5, 12], [20, 31]] was expected.",
                        rationale->type_name());
        }
    }

    static constexpr const char *pairName = "pair"; // which a line of AdapLens' own form may lack

    TextFile m_file;
    Row m_names;
    Columns m_columns;
    std::deque<JsonLine> m_ahead;
};

} // namespace

std::unique_ptr<Reader> openJsonl(const DataSource &source)
{
    return std::make_unique<JsonlReader>(source);
}

} // namespace adaplens
