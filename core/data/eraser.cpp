// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_line_p.h"
#include "core/data/readers_p.h"
#include "core/error.h"

#include <algorithm>
#include <deque>

namespace adaplens {

using nlohmann::json;

namespace {

/// Places of the white-space words of a document: what token numbers of annotations count.
std::vector<ByteRange> whiteSpaceWords(std::string_view text)
{
    constexpr std::string_view space = " \t\n\v\f\r";
    std::vector<ByteRange> words;
    for (std::size_t begin = text.find_first_not_of(space); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(space, begin), text.size());
        words.push_back({begin, end});
        begin = text.find_first_not_of(space, end);
    }
    return words;
}

std::filesystem::path annotations(const DataSource &source)
{
    if (!std::filesystem::is_directory(source.path))
        return source.path;
    const std::string split = source.split.empty() ? "val" : source.split;
    auto file = source.path / (split + ".jsonl");
    if (std::filesystem::exists(file))
        return file;
    std::vector<std::string> found;
    for (const auto &entry : std::filesystem::directory_iterator(source.path))
        if (entry.path().extension() == ".jsonl")
            found.push_back(quoted(entry.path().stem()));
    std::ranges::sort(found);
    std::string list;
    for (const auto &name : found)
        list += (list.empty() ? "" : ", ") + name;
    throw Error(quoted(source.path) + " has no split '" + split + "' (a file " + split + ".jsonl); " +
                (list.empty() ? std::string("it holds no .jsonl file at all.") : "its splits are " + list + "."));
}

/// ERASER's form (DeYoung et al. 2020): annotations in lines of JSON, the documents they speak of in `docs/`. The text
/// is the document, or all documents of a row joined by a line end. Evidence spans become byte ranges of that text.
class EraserReader final : public LimitedReader {
public:
    explicit EraserReader(const DataSource &source)
        : LimitedReader(source), m_docs(folderOf(source) / "docs"), m_file(annotations(source))
    {
        if (!std::filesystem::is_directory(m_docs)) {
            throw Error(quoted(folderOf(source)) + " has no folder 'docs' with the documents; an ERASER data set is a "
                                                   "folder with docs/ and <split>.jsonl.");
        }
        if (!source.textColumn.empty() || !source.labelColumn.empty()) {
            throw Error(quoted(source.path) + " is an ERASER data set: its text and labels have fixed names and cannot "
                                              "be chosen; leave the column names away.");
        }
        // A query that is the same everywhere ("What is the sentiment ...?") says nothing to a model; one that varies
        // is the second text.
        constexpr std::size_t sampleRows = 20;
        std::optional<std::string> first;
        Numbered next;
        m_pair = source.pairColumn == "query";
        if (!source.pairColumn.empty() && !m_pair)
            throw Error(quoted(source.path) + " has no second text '" + source.pairColumn +
                        "'; only 'query' can be one.");
        while (m_ahead.size() < sampleRows && nextObject(next)) {
            const std::string query = text(next, "query");
            m_pair = m_pair || (first && *first != query);
            first = query;
            m_ahead.push_back(std::move(next));
        }
        if (m_ahead.empty())
            throw Error(quoted(m_file.path()) + " holds no annotations, but examples were expected.");
    }

private:
    struct Numbered {
        json object;
        std::size_t line = 0;
    };
    struct Document {
        std::string id;
        std::size_t offset = 0;
        std::vector<ByteRange> words;
    };

    static std::filesystem::path folderOf(const DataSource &source)
    {
        if (!std::filesystem::exists(source.path))
            throw Error("There is no folder " + quoted(source.path) + ".");
        return std::filesystem::is_directory(source.path) ? source.path : source.path.parent_path();
    }

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

    std::string text(const Numbered &row, const std::string &name)
    {
        const auto place = row.object.find(name);
        if (place == row.object.end() || place->is_null())
            return {};
        if (!place->is_string())
            m_file.fail(row.line, "'" + name + "' is of the kind " + place->type_name() + "; a text was expected.");
        return place->get<std::string>();
    }

    std::string load(std::size_t line, const std::string &id)
    {
        const std::filesystem::path name(id);
        const bool escapes = name.is_absolute() || std::ranges::find(name, std::filesystem::path("..")) != name.end();
        if (id.empty() || escapes)
            m_file.fail(line, "'" + id + "' cannot be the name of a document in docs/.");
        if (!std::filesystem::is_regular_file(m_docs / name))
            m_file.fail(line, "the document '" + id + "' is not in " + quoted(m_docs) + ".");
        return readWhole(m_docs / name);
    }

    std::optional<Example> read() override
    {
        Numbered row;
        if (!m_ahead.empty()) {
            row = std::move(m_ahead.front());
            m_ahead.pop_front();
        } else if (!nextObject(row)) {
            return std::nullopt;
        }
        Example example;
        example.id = text(row, "annotation_id");
        example.label = text(row, "classification");
        if (example.label.empty())
            m_file.fail(row.line, "there is no 'classification'; every annotation needs one.");
        if (m_pair)
            example.pair = text(row, "query");
        try {
            addDocuments(row, example);
        } catch (const json::exception &) {
            m_file.fail(row.line,
                        "'docids' must be a list of names, and 'evidences' a list of groups, each a list of spans with "
                        "'docid', 'start_token' and 'end_token'.");
        }
        return example;
    }

    void addDocuments(const Numbered &row, Example &example)
    {
        std::vector<Document> documents;
        const auto add = [&](const std::string &id) {
            if (std::ranges::find(documents, id, &Document::id) != documents.end())
                return;
            const std::string document = load(row.line, id);
            if (!documents.empty())
                example.text += '\n';
            const std::size_t offset = example.text.size();
            documents.push_back({id, offset, whiteSpaceWords(document)});
            example.text += document;
        };
        const json none = json::array();
        const auto listOf = [&](const char *name) -> const json & {
            const auto place = row.object.find(name);
            return place == row.object.end() || place->is_null() ? none : *place;
        };
        for (const auto &id : listOf("docids"))
            add(id.get<std::string>());
        const json &groups = listOf("evidences");
        for (const auto &group : groups)
            for (const auto &span : group)
                add(span.at("docid").get<std::string>());
        if (documents.empty())
            add(example.id); // a row without evidence bears its document's name

        for (const auto &group : groups)
            for (const auto &span : group)
                addSpan(row, example, *std::ranges::find(documents, span.at("docid").get<std::string>(), &Document::id),
                        span.at("start_token").get<std::int64_t>(), span.at("end_token").get<std::int64_t>());
        std::ranges::sort(example.rationale, {}, [](ByteRange r) { return std::pair(r.begin, r.end); });
        example.rationale.erase(std::unique(example.rationale.begin(), example.rationale.end()),
                                example.rationale.end());
    }

    void addSpan(const Numbered &row, Example &example, const Document &document, std::int64_t start, std::int64_t end)
    {
        const auto count = static_cast<std::int64_t>(document.words.size());
        if (start == end)
            return; // public sets hold such spans: nothing is marked
        if (start < 0 || end < start || end > count) {
            m_file.fail(row.line, "evidence goes from word " + std::to_string(start) + " to " + std::to_string(end) +
                                      ", but the document '" + document.id + "' has the words 0 to " +
                                      std::to_string(count) + ".");
        }
        example.rationale.push_back({document.offset + document.words[static_cast<std::size_t>(start)].begin,
                                     document.offset + document.words[static_cast<std::size_t>(end) - 1].end});
    }

    std::filesystem::path m_docs;
    TextFile m_file;
    bool m_pair = false;
    std::deque<Numbered> m_ahead;
};

} // namespace

std::unique_ptr<Reader> openEraser(const DataSource &source)
{
    return std::make_unique<EraserReader>(source);
}

} // namespace adaplens
