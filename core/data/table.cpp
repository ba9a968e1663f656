// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/columns_p.h"
#include "core/data/readers_p.h"
#include "core/data/spans_p.h"
#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <deque>

namespace adaplens {

namespace {

/// What separates the fields of a CSV file: commas, or the semicolons that spreadsheets write where the comma is the
/// decimal point; told apart by the first row.
char csvSeparator(const DataSource &source)
{
    TextFile text = textOf(source);
    std::string line;
    (void)text.getLine(line);
    bool quoted = false, semicolon = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        if (c == ',' && !quoted)
            return ',';
        semicolon = semicolon || (c == ';' && !quoted);
    }
    return semicolon ? ';' : ',';
}

/// Cuts a text file into rows of fields.
class RowSource {
public:
    RowSource(TextFile file, char separator) : m_file(std::move(file)), m_separator(separator) {}
    /// The next row that is not blank, or false at the end; `line` is where it starts.
    bool next(Row &row, std::size_t &line)
    {
        do {
            row.clear();
            line = m_file.line();
            if (m_separator == '\t' ? !nextTsv(row) : !nextCsv(row, line))
                return false;
        } while (row.size() == 1 && row.front().empty());
        return true;
    }
    [[nodiscard]] const TextFile &file() const { return m_file; }

private:
    bool nextTsv(Row &row)
    {
        std::string text;
        if (!m_file.getLine(text))
            return false;
        for (std::size_t begin = 0;;) {
            const std::size_t tab = text.find('\t', begin);
            row.push_back(text.substr(begin, tab - begin));
            if (tab == std::string::npos)
                return true;
            begin = tab + 1;
        }
    }

    bool nextCsv(Row &row, std::size_t line)
    {
        enum { Start, Plain, Quoted, Closed } state = Start;
        std::string field;
        std::size_t bytes = 0;
        for (bool first = true;; first = false) {
            const int next = m_file.get();
            if (next == TextFile::end && first)
                return false;
            if (++bytes > TextFile::longestRecord)
                m_file.fail(line, message("the row is longer than 64 MiB; a quote is probably not closed."));
            if (next == TextFile::end && state == Quoted)
                m_file.fail(line, message("a field opens with a quote (\") that is never closed."));
            if (state == Quoted) {
                if (next == '"')
                    state = Closed;
                else
                    field.push_back(static_cast<char>(next));
            } else if (state == Start && next == '"') {
                state = Quoted;
            } else if (next == m_separator || next == '\n' || next == TextFile::end) {
                row.push_back(std::move(field));
                field.clear();
                state = Start;
                if (next != m_separator)
                    return true;
            } else if (state == Closed) {
                if (next != '"')
                    m_file.fail(
                        line,
                        message("a character follows the closing quote of a field; a quote within a quoted field is "
                                "written twice (\"\")."));
                field.push_back('"');
                state = Quoted;
            } else {
                state = Plain;
                field.push_back(static_cast<char>(next));
            }
        }
    }

    TextFile m_file;
    char m_separator;
};

/// TSV and CSV, with or without a header; the first rows are looked at to tell the columns apart.
class TableReader final : public LimitedReader {
public:
    TableReader(const DataSource &source, char separator)
        : LimitedReader(source),
          m_rows(textOf(source), separator),
          m_separator(separator == '\t'  ? "tabs"
                      : separator == ';' ? "semicolons"
                                         : "commas")
    {
        constexpr std::size_t sampleRows = 100;
        std::vector<Row> sample;
        Numbered row;
        while (sample.size() <= sampleRows && m_rows.next(row.cells, row.line)) {
            if (!sample.empty() && row.cells.size() != sample.front().size())
                break; // reported, with its line, when the reading comes to it
            sample.push_back(row.cells);
            m_ahead.push_back(row);
            row.cells.clear();
        }
        if (!row.cells.empty())
            m_ahead.push_back(row);
        if (sample.empty())
            throw Error("%1 holds no rows, but examples were expected.", quoted(source.path));
        m_width = sample.front().size();
        const std::span<const Row> rest = std::span(sample).subspan(1);
        if (isHeader(sample.front(), rest, source)) {
            m_header = sample.front();
            m_ahead.pop_front();
            if (m_ahead.empty())
                throw Error("%1 holds a header but no rows under it.", quoted(source.path));
        }
        const std::span<const Row> rows = m_header.empty() ? std::span<const Row>(sample) : rest;
        m_columns = findColumns(m_header, rows, source);
        m_topics = isTopics(source, rows);
        // A column of this name may also hold what people wrote about their reasons.
        m_spans = m_columns.rationale && std::ranges::any_of(rows, [&](const Row &cells) {
                      const auto spans = parseSpans(cells[*m_columns.rationale]);
                      return spans && !spans->empty();
                  });
    }

    [[nodiscard]] DataColumns columns() const override { return namesOf(m_columns, m_header, m_width); }

private:
    struct Numbered {
        Row cells;
        std::size_t line = 0;
    };

    /// The form in which DBpedia and AG News are published (Zhang et al. 2015): the class, counted from 1, then title and
    /// text, without a header.
    [[nodiscard]] bool isTopics(const DataSource &source, std::span<const Row> rows) const
    {
        const bool chosen = !source.textColumn.empty() || !source.pairColumn.empty() || !source.labelColumn.empty();
        return !chosen && m_header.empty() && m_width == 3 && m_columns.label == 0 &&
               std::ranges::all_of(rows, [](const Row &cells) {
                   const std::string &number = cells.front();
                   return !number.empty() && number.front() != '0' &&
                          number.find_first_not_of("0123456789") == std::string::npos;
               });
    }

    std::optional<Example> read() override
    {
        Numbered row;
        Example example;
        while (true) {
            if (!m_ahead.empty()) {
                row = std::move(m_ahead.front());
                m_ahead.pop_front();
            } else if (!m_rows.next(row.cells, row.line)) {
                return std::nullopt;
            }
            if (row.cells.size() != m_width) {
                m_rows.file().fail(row.line,
                                   message("%1 columns were found, %2 expected (columns are separated by %3).",
                                           row.cells.size(), m_width, m_separator));
            }
            if (auto label = labelOf(m_columns.label ? std::move(row.cells[*m_columns.label]) : std::string())) {
                example.label = std::move(*label);
                break;
            }
        }
        example.id = m_columns.id ? row.cells[*m_columns.id] : std::to_string(row.line);
        if (m_columns.pair)
            example.pair = std::move(row.cells[*m_columns.pair]);
        if (m_topics)
            readTopic(row, example);
        else
            example.text = std::move(row.cells[m_columns.text]);
        try {
            readRationale(row.cells, example);
        } catch (const Error &error) {
            m_rows.file().fail(row.line, error.message());
        }
        return example;
    }

    /// Title and text are one text, and classes are counted from 0 as everywhere else.
    void readTopic(const Numbered &row, Example &example) const
    {
        std::size_t number = 0;
        const char *end = example.label.data() + example.label.size();
        const auto [stop, error] = std::from_chars(example.label.data(), end, number);
        if (error != std::errc{} || stop != end || number == 0)
            m_rows.file().fail(row.line,
                               message("the class '%1' is no number from 1, as those above it are.", example.label));
        example.label = std::to_string(number - 1);
        example.text = row.cells[1].empty() ? row.cells[2] : row.cells[1] + ' ' + row.cells[2];
    }

    void readRationale(const Row &cells, Example &example)
    {
        if (m_columns.marked) {
            MarkedText marked = parseMarks(example.text);
            example.text = std::move(marked.text);
            example.rationale = std::move(marked.rationale);
        } else if (m_spans) {
            const auto spans = parseSpans(cells[*m_columns.rationale]);
            if (!spans) {
                throw Error(
                    "the rationale '%1' is no list of spans such as 5-12;20-31; (a last semicolon keeps spreadsheets "
                    "from making a date of one span).",
                    cells[*m_columns.rationale]);
            }
            example.rationale = byteRanges(example.text, *spans);
        } else if (m_columns.rationale && !cells[*m_columns.rationale].empty()) {
            skip(rationaleWithoutSpans());
        }
    }

    RowSource m_rows;
    std::string m_separator;
    std::size_t m_width = 0;
    Row m_header; // empty where there is none
    Columns m_columns;
    bool m_topics = false; // classes from 1, titles and texts
    bool m_spans = false;  // the column of the rationale holds spans
    std::deque<Numbered> m_ahead;
};

} // namespace

std::unique_ptr<Reader> openTable(const DataSource &source, bool commas)
{
    return std::make_unique<TableReader>(source, commas ? csvSeparator(source) : '\t');
}

} // namespace adaplens
