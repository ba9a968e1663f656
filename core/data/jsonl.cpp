// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/columns_p.h"
#include "core/data/json_line_p.h"
#include "core/data/readers_p.h"
#include "core/error.h"

#include <deque>

namespace adaplens {

using nlohmann::json;

json parseLine(const TextFile &file, std::size_t line, const std::string &text)
{
    json object;
    try {
        object = json::parse(text);
    } catch (const json::parse_error &error) {
        file.fail(line, "broken JSON at byte " + std::to_string(error.byte) + "; one object a line was expected.");
    }
    if (!object.is_object())
        file.fail(line, std::string("a JSON ") + object.type_name() + " was found; one object a line was expected.");
    return object;
}

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

/// JSON objects, one a line; the members of the first object that are no lists or objects are the columns.
class JsonlReader final : public LimitedReader {
public:
    explicit JsonlReader(const DataSource &source) : LimitedReader(source), m_file(source.path)
    {
        constexpr std::size_t sampleRows = 100;
        std::vector<Row> sample;
        Numbered next;
        while (sample.size() < sampleRows && nextObject(next)) {
            if (m_names.empty()) {
                for (const auto &[key, value] : next.object.items())
                    if (cellOf(value))
                        m_names.push_back(key);
            }
            Row row;
            for (const auto &name : m_names)
                row.push_back(cellOf(next.object.value(name, json())).value_or(std::string()));
            sample.push_back(std::move(row));
            m_ahead.push_back(std::move(next));
        }
        if (sample.empty())
            throw Error(quoted(source.path) + " holds no JSON objects, but examples were expected.");
        if (m_names.empty())
            m_file.fail(m_ahead.front().line, "the object has no members with a text or a number.");
        m_columns = findColumns(m_names, sample, source);
    }

private:
    struct Numbered {
        json object;
        std::size_t line = 0;
    };

    bool nextObject(Numbered &next)
    {
        std::string text;
        do {
            next.line = m_file.line();
            if (!m_file.getLine(text))
                return false;
        } while (text.find_first_not_of(" \t") == std::string::npos);
        next.object = parseLine(m_file, next.line, text);
        return true;
    }

    std::string member(const Numbered &row, std::size_t column)
    {
        const std::string &name = m_names[column];
        const auto place = row.object.find(name);
        if (place == row.object.end()) {
            std::string names;
            for (const auto &[key, value] : row.object.items())
                names += (names.empty() ? "'" : ", '") + key + "'";
            m_file.fail(row.line, "there is no member '" + name + "', only " + (names.empty() ? "{}" : names) + ".");
        }
        const auto cell = cellOf(*place);
        if (!cell)
            m_file.fail(row.line,
                        "the member '" + name + "' is of the kind " + place->type_name() + "; a text was expected.");
        return *cell;
    }

    std::optional<Example> read() override
    {
        Numbered row;
        Example example;
        while (true) {
            if (!m_ahead.empty()) {
                row = std::move(m_ahead.front());
                m_ahead.pop_front();
            } else if (!nextObject(row)) {
                return std::nullopt;
            }
            example.label = member(row, m_columns.label);
            if (!noLabel(example.label))
                break;
            skip("rows without a label");
        }
        example.text = member(row, m_columns.text);
        if (m_columns.pair)
            example.pair = member(row, *m_columns.pair);
        example.id = m_columns.id && row.object.contains(m_names[*m_columns.id]) ? member(row, *m_columns.id)
                                                                                 : std::to_string(row.line);
        return example;
    }

    TextFile m_file;
    Row m_names;
    Columns m_columns;
    std::deque<Numbered> m_ahead;
};

} // namespace

std::unique_ptr<Reader> openJsonl(const DataSource &source)
{
    return std::make_unique<JsonlReader>(source);
}

} // namespace adaplens
