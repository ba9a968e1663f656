// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/writers.h"

#include "core/data/eraserdocuments_p.h"
#include "core/data/spans_p.h"
#include "core/error.h"
#include "core/io/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace adaplens {

using nlohmann::ordered_json;

namespace {

std::string valid(const std::string &text)
{
    return ValidText(text).text();
}

/// The documents that an example's text is made of; the text itself where the set is none of documents.
std::vector<ExampleDocument> documentsOf(const Example &example)
{
    return example.documents.empty() ? std::vector<ExampleDocument>{{example.id, {0, example.text.size()}}}
                                     : example.documents;
}

std::string_view part(const std::string &text, ByteRange range)
{
    return std::string_view(text).substr(range.begin, range.end - range.begin);
}

/// Spans of a text, cut to one of its documents.
std::vector<ByteRange> within(const std::vector<ByteRange> &spans, ByteRange document)
{
    std::vector<ByteRange> result;
    for (const ByteRange &span : spans) {
        const std::size_t begin = std::max(span.begin, document.begin), end = std::min(span.end, document.end);
        if (begin < end)
            result.push_back({begin - document.begin, end - document.begin});
    }
    return result;
}

ordered_json objectOf(const ClassScores &scores)
{
    auto object = ordered_json::object();
    for (const auto &[name, score] : scores)
        object[valid(name)] = score;
    return object;
}

} // namespace

void JsonlWriter::add(const Example &example)
{
    const ValidText text(example.text);
    ordered_json object;
    object["id"] = valid(example.id);
    object["text"] = text.text();
    if (example.pair)
        object["pair"] = valid(*example.pair);
    object["label"] = valid(example.label);
    auto spans = ordered_json::array();
    if (!example.rationale.empty()) {
        const Characters characters(text.text());
        for (const ByteRange &span : example.rationale)
            spans.push_back(
                {characters.characterOf(text.offset(span.begin)), characters.characterOf(text.offset(span.end))});
    }
    object["rationale"] = std::move(spans);
    m_file.write(object.dump() + '\n');
}

EraserWriter::EraserWriter(std::filesystem::path folder, const std::string &split)
    : m_folder(std::move(folder)), m_file(m_folder / (split + ".jsonl"))
{
}

std::string EraserWriter::writeDocument(const std::string &id, const std::string &text)
{
    const std::size_t hash = std::hash<std::string>{}(text);
    const std::string base = isDocumentName(id) ? id : "document-" + std::to_string(m_count);
    std::string name = base;
    for (std::size_t number = 2;; ++number) {
        const auto [place, fresh] = m_documents.try_emplace(name, hash);
        if (fresh) {
            writeFile(m_folder / "docs" / name, text);
            return name;
        }
        if (place->second == hash)
            return name;
        name = base + "-" + std::to_string(number);
    }
}

void EraserWriter::add(const Example &example)
{
    ++m_count;
    if (example.label.empty())
        throw Error("The example '%1' has no label, which ERASER's form asks for; give it one.", example.id);
    auto names = ordered_json::array();
    auto group = ordered_json::array();
    for (const ExampleDocument &document : documentsOf(example)) {
        std::string text(part(example.text, document.source));
        std::ranges::replace_if(
            text, [](char c) { return c == '\t' || c == '\v' || c == '\f' || c == '\r'; }, ' ');
        const std::string name = writeDocument(document.id, text);
        names.push_back(valid(name));
        const auto words = whiteSpaceWords(text);
        for (const WordSpan span : wordSpans(words, within(example.rationale, document.source))) {
            const ByteRange bytes{words[span.begin].begin, words[span.end - 1].end};
            group.push_back({{"docid", valid(name)},
                             {"start_token", span.begin},
                             {"end_token", span.end},
                             {"start_sentence", -1},
                             {"end_sentence", -1},
                             {"text", valid(std::string(part(text, bytes)))}});
        }
    }
    std::string id = example.id.empty() ? "annotation-" + std::to_string(m_count) : valid(example.id);
    if (const std::size_t before = m_annotations[id]++; before > 0)
        id += "#" + std::to_string(before + 1);
    auto evidences = ordered_json::array();
    if (!group.empty())
        evidences.push_back(std::move(group));
    ordered_json annotation;
    annotation["annotation_id"] = id;
    annotation["classification"] = valid(example.label);
    annotation["docids"] = std::move(names);
    annotation["evidences"] = std::move(evidences);
    annotation["query"] = valid(example.pair.value_or(std::string()));
    annotation["query_type"] = nullptr;
    m_file.write(annotation.dump() + '\n');
}

std::vector<EraserPrediction::Document> eraserDocuments(const Example &example, std::span<const std::uint8_t> selected,
                                                        std::span<const double> soft)
{
    const auto words = whiteSpaceWords(example.text);
    std::vector<EraserPrediction::Document> result;
    for (const ExampleDocument &document : documentsOf(example)) {
        const auto before = [&](std::size_t byte) { // documents end at white space
            return static_cast<std::size_t>(
                std::ranges::partition_point(words, [&](ByteRange w) { return w.begin < byte; }) - words.begin());
        };
        const std::size_t first = before(document.source.begin), count = before(document.source.end) - first;
        EraserPrediction::Document entry{document.id, wordSpans(selected.subspan(first, count)), {}};
        if (!soft.empty()) {
            const auto scores = soft.subspan(first, count);
            entry.soft.assign(scores.begin(), scores.end());
        }
        result.push_back(std::move(entry));
    }
    return result;
}

std::string toJsonLine(const EraserPrediction &prediction)
{
    ordered_json line;
    line["annotation_id"] = valid(prediction.annotation);
    line["rationales"] = ordered_json::array();
    for (const auto &document : prediction.documents) {
        ordered_json entry;
        entry["docid"] = valid(document.id);
        entry["hard_rationale_predictions"] = ordered_json::array();
        for (const WordSpan span : document.hard)
            entry["hard_rationale_predictions"].push_back({{"start_token", span.begin}, {"end_token", span.end}});
        if (!document.soft.empty())
            entry["soft_rationale_predictions"] = document.soft;
        line["rationales"].push_back(std::move(entry));
    }
    line["classification"] = valid(prediction.classification);
    line["classification_scores"] = objectOf(prediction.scores);
    if (!prediction.comprehensiveness.empty())
        line["comprehensiveness_classification_scores"] = objectOf(prediction.comprehensiveness);
    if (!prediction.sufficiency.empty())
        line["sufficiency_classification_scores"] = objectOf(prediction.sufficiency);
    for (const auto &threshold : prediction.thresholds)
        line["thresholded_scores"].push_back(
            {{"threshold", threshold.share},
             {"comprehensiveness_classification_scores", objectOf(threshold.comprehensiveness)},
             {"sufficiency_classification_scores", objectOf(threshold.sufficiency)}});
    return line.dump();
}

} // namespace adaplens
