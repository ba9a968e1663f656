// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/eraserdocuments_p.h"
#include "core/io/jsonline_p.h"
#include "core/data/readers_p.h"
#include "core/data/spans_p.h"
#include "core/error.h"
#include "core/text/wordspans.h"

#include <algorithm>
#include <deque>

namespace adaplens {

using nlohmann::json;

namespace {

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
        if (entry.path().extension() == ".jsonl" && entry.path().filename() != "docs.jsonl")
            found.push_back(quoted(entry.path().stem()));
    std::ranges::sort(found);
    std::string list;
    for (const auto &name : found)
        list += (list.empty() ? "" : ", ") + name;
    if (list.empty())
        throw Error("%1 has no split '%2' (a file %2.jsonl); it holds no .jsonl file at all.", quoted(source.path),
                    split);
    throw Error("%1 has no split '%2' (a file %2.jsonl); its splits are %3.", quoted(source.path), split, list);
}

/// ERASER's form (DeYoung et al. 2020): annotations in lines of JSON, and the documents they speak of. The text is the
/// document, or all documents of a row joined by a line end. Evidence spans become byte ranges of that text.
class EraserReader final : public LimitedReader {
public:
    explicit EraserReader(const DataSource &source)
        : LimitedReader(source),
          m_folder(folderOf(source)),
          m_file(source.content ? textOf(source) : TextFile(annotations(source))),
          m_documents(openDocuments(m_folder))
    {
        if (!source.textColumn.empty() || !source.labelColumn.empty()) {
            throw Error(
                "%1 is an ERASER data set: its text and labels have fixed names and cannot be chosen; omit the column "
                "names.",
                quoted(source.path));
        }
        // A query that is the same everywhere ("What is the sentiment ...?") says nothing to a model; one that varies
        // is the second text.
        constexpr std::size_t sampleRows = 20;
        std::optional<std::string> first;
        JsonLine next;
        m_pair = source.pairColumn == "query";
        if (!source.pairColumn.empty() && !m_pair)
            throw Error("%1 has no second text '%2'; only 'query' can be one.", quoted(source.path), source.pairColumn);
        while (m_ahead.size() < sampleRows && nextObject(m_file, next)) {
            const std::string query = text(next, "query");
            m_pair = m_pair || (first && *first != query);
            first = query;
            m_ahead.push_back(std::move(next));
        }
        if (m_ahead.empty())
            throw Error("%1 holds no annotations, but examples were expected.", quoted(m_file.path()));
    }

private:
    static std::filesystem::path folderOf(const DataSource &source)
    {
        if (!std::filesystem::exists(source.path))
            throw Error("There is no folder %1.", quoted(source.path));
        return std::filesystem::is_directory(source.path) ? source.path : source.path.parent_path();
    }

    std::string text(const JsonLine &row, const std::string &name)
    {
        const auto place = row.object.find(name);
        if (place == row.object.end() || place->is_null())
            return {};
        if (!place->is_string() && !place->is_number_integer())
            m_file.fail(row.line, message("'%1' is of the kind %2; a text was expected.", name, place->type_name()));
        return nameIn(*place);
    }

    /// A name, which some sets write as a number.
    static std::string nameIn(const json &value)
    {
        return value.is_number_integer() ? value.dump() : value.get<std::string>();
    }

    std::string load(std::size_t line, const std::string &id)
    {
        auto document = m_documents->find(id);
        if (!document)
            m_file.fail(line, isDocumentName(id)
                                  ? message("the document '%1' is not in %2.", id, quoted(m_documents->place()))
                                  : message("'%1' cannot be the name of a document.", id));
        return std::move(*document);
    }

    std::optional<Example> read() override
    {
        while (true) {
            JsonLine row;
            if (!m_ahead.empty()) {
                row = std::move(m_ahead.front());
                m_ahead.pop_front();
            } else if (!nextObject(m_file, row)) {
                return std::nullopt;
            }
            Example example;
            example.id = text(row, "annotation_id");
            example.label = text(row, "classification");
            if (example.label.empty())
                m_file.fail(row.line, message("there is no 'classification'; every annotation needs one."));
            if (m_pair)
                example.pair = text(row, "query");
            try {
                if (addDocuments(row, example))
                    return example;
                skip(message("annotations without a document"));
            } catch (const json::exception &) {
                m_file.fail(
                    row.line,
                    message("'docids' must be a list of names, and 'evidences' a list of groups, each a list of spans "
                            "with 'docid', 'start_token' and 'end_token'."));
            }
        }
    }

    /// False where a row speaks of no document.
    bool addDocuments(const JsonLine &row, Example &example)
    {
        std::vector<std::vector<ByteRange>> words; // of each document
        const auto add = [&](const std::string &id, const std::string &document) {
            if (!example.documents.empty())
                example.text += '\n';
            const std::size_t offset = example.text.size();
            example.text += document;
            example.documents.push_back({id, {offset, example.text.size()}});
            words.push_back(whiteSpaceWords(document));
        };
        const auto addOnce = [&](const std::string &id) {
            if (std::ranges::find(example.documents, id, &ExampleDocument::id) == example.documents.end())
                add(id, load(row.line, id));
        };
        const json none = json::array();
        const auto listOf = [&](const char *name) -> const json & {
            const auto place = row.object.find(name);
            return place == row.object.end() || place->is_null() ? none : *place;
        };
        for (const auto &id : listOf("docids"))
            addOnce(nameIn(id));
        const json &groups = listOf("evidences");
        for (const auto &group : groups)
            for (const auto &span : group)
                addOnce(nameIn(span.at("docid")));
        if (example.documents.empty()) { // a row without evidence may bear its document's name
            const auto document = m_documents->find(example.id);
            if (!document)
                return false;
            add(example.id, *document);
        }

        for (const auto &group : groups) {
            for (const auto &span : group) {
                const auto place = static_cast<std::size_t>(
                    std::ranges::find(example.documents, nameIn(span.at("docid")), &ExampleDocument::id) -
                    example.documents.begin());
                addSpan(row, example, place, words[place], span.at("start_token").get<std::int64_t>(),
                        span.at("end_token").get<std::int64_t>());
            }
        }
        sortRanges(example.rationale);
        return true;
    }

    void addSpan(const JsonLine &row, Example &example, std::size_t place, const std::vector<ByteRange> &words,
                 std::int64_t start, std::int64_t end)
    {
        const ExampleDocument &document = example.documents[place];
        const auto count = static_cast<std::int64_t>(words.size());
        if (start == end) { // public sets hold such spans, and -1 stands for a place that is not known
            skip(message("evidence spans without words"));
            return;
        }
        if (start < 0 || end < start || end > count) {
            m_file.fail(row.line,
                        message("evidence goes from word %1 to %2, but the document '%3' has the words 0 to %4.", start,
                                end, document.id, count));
        }
        example.rationale.push_back({document.source.begin + words[static_cast<std::size_t>(start)].begin,
                                     document.source.begin + words[static_cast<std::size_t>(end) - 1].end});
    }

    std::filesystem::path m_folder;
    TextFile m_file;
    std::unique_ptr<EraserDocuments> m_documents;
    bool m_pair = false;
    std::deque<JsonLine> m_ahead;
};

} // namespace

std::unique_ptr<Reader> openEraser(const DataSource &source)
{
    return std::make_unique<EraserReader>(source);
}

} // namespace adaplens
